import { flowLabel } from "../model/flow-label.ts";
import type { Process } from "../model/process.ts";
import { nameOf } from "../model/words.ts";
import type { Column, TableRow } from "./figures.ts";
import type { Results, Stat, StepResults } from "./results.ts";

/** A percentile of a figure, where the figure is of records. */
const percentile = (stat: Stat, which: "p50" | "p90"): number | undefined => stat[which];

/** What is shown of every step. */
export const STEP_COLUMNS: readonly Column<StepResults>[] = [
  {
    key: "shareOfDelay",
    title: "Share of delay",
    meaning: "Its part of all the time that records wait or are on the way.",
    measure: "share",
    of: (step) => step.shareOfDelay,
  },
  {
    key: "utilisation",
    title: "Load",
    meaning: "Busy slots over slots; where a team does it, the share of the team’s time that goes into it.",
    measure: "share",
    of: (step) => step.utilisation,
  },
  {
    key: "wait",
    title: "Wait",
    meaning: "From reaching the step to the start of work on it, on average.",
    measure: "time",
    of: (step) => step.wait,
  },
  {
    key: "wait50",
    title: "Half within",
    meaning: "Half of the waits are shorter than this.",
    measure: "time",
    of: (step) => percentile(step.wait, "p50"),
  },
  {
    key: "wait90",
    title: "9 of 10 within",
    meaning: "Nine of ten waits are shorter than this.",
    measure: "time",
    of: (step) => percentile(step.wait, "p90"),
  },
  { key: "work", title: "Work", meaning: "Hands-on time, on average.", measure: "time", of: (step) => step.work },
  {
    key: "offHours",
    title: "Off hours",
    meaning: "Waiting and interrupted work outside of shifts, on average.",
    measure: "time",
    of: (step) => step.offHours,
    onlyIfAny: true,
  },
  {
    key: "systemWait",
    title: "For systems",
    meaning: "How much of the wait was for a system that was full or down.",
    measure: "time",
    of: (step) => step.causes.system,
    onlyIfAny: true,
  },
  {
    key: "batchWait",
    title: "For the batch",
    meaning: "How much of the wait was for a batch to fill.",
    measure: "time",
    of: (step) => step.causes.batch,
    onlyIfAny: true,
  },
  {
    key: "waitedShare",
    title: "Waited",
    meaning: "The share of visits that waited at all.",
    measure: "share",
    of: (step) => step.waitedShare,
  },
  {
    key: "queueLength",
    title: "In queue",
    meaning: "How many wait, averaged over time.",
    measure: "number",
    of: (step) => step.queueLength,
  },
  {
    key: "visits",
    title: "Visits",
    meaning: "How often records come here, in each replication.",
    measure: "number",
    of: (step) => step.visits,
  },
  {
    key: "perRecord",
    title: "Visits per record",
    meaning: "How often a record comes here on average.",
    measure: "number",
    of: (step) => step.perRecord,
  },
  {
    key: "withinTarget",
    title: "Within target",
    meaning: "The share of visits done within the step’s target.",
    measure: "share",
    of: (step) => step.withinTarget,
    onlyIfAny: true,
  },
  {
    key: "gaveUp",
    title: "Gave up",
    meaning: "How many ran out of patience, in each replication.",
    measure: "number",
    of: (step) => step.gaveUp,
    onlyIfAny: true,
  },
  {
    key: "turnedAway",
    title: "Turned away",
    meaning: "How many found the queue full, in each replication.",
    measure: "number",
    of: (step) => step.turnedAway,
    onlyIfAny: true,
  },
  {
    key: "cost",
    title: "Cost",
    meaning: "What its work and runs cost, in each replication.",
    measure: "money",
    of: (step) => step.cost,
    onlyIfAny: true,
  },
];

/** The steps that were simulated, as in the process. */
export function stepRows(process: Process, { steps }: Results): readonly TableRow<StepResults>[] {
  return process.nodes.flatMap((node) => {
    const row = steps[node.id];
    if (row === undefined) return [];
    const team = node.kind === "step" && node.team !== undefined ? nameOf(process, node.team) : undefined;
    return [{ id: node.id, name: nameOf(process, node.id), row, ...(team === undefined ? {} : { detail: team }) }];
  });
}

/** A team with its figures. */
export interface TeamFigures {
  readonly people: number;
  readonly figures: Results["teams"][string];
}

/** What is shown of every team. */
export const TEAM_COLUMNS: readonly Column<TeamFigures>[] = [
  {
    key: "utilisation",
    title: "Load",
    meaning: "The share of the team’s time that was spent working.",
    measure: "share",
    of: ({ figures }) => figures.utilisation,
  },
  {
    key: "people",
    title: "People",
    meaning: "How many people the team has.",
    measure: "number",
    of: ({ people }) => people,
  },
  {
    key: "busy",
    title: "Busy at a time",
    meaning: "How many of them work, averaged over time.",
    measure: "number",
    of: ({ figures }) => figures.peopleBusy,
  },
  {
    key: "cost",
    title: "Cost",
    meaning: "What their work costs, in each replication: after the warm-up, on records that came before it, too.",
    measure: "money",
    of: ({ figures }) => figures.cost,
    onlyIfAny: true,
  },
];

/** The teams that were simulated, as in the process. */
export function teamRows(process: Process, { teams }: Results): readonly TableRow<TeamFigures>[] {
  return process.teams.flatMap(({ id, people }) => {
    const figures = teams[id];
    return figures === undefined ? [] : [{ id, name: nameOf(process, id), row: { people, figures } }];
  });
}

/** Where records go, and how many. */
export interface Counted {
  readonly count: Stat;
  readonly share: Stat;
  readonly value?: Stat;
  readonly delay?: Stat;
  readonly shareOfDelay?: Stat;
}

/** What is shown of every end. */
export const END_COLUMNS: readonly Column<Counted>[] = [
  {
    key: "share",
    title: "Share",
    meaning: "The share of all records that ended here.",
    measure: "share",
    of: ({ share }) => share,
  },
  {
    key: "count",
    title: "Records",
    meaning: "How many ended here, in each replication.",
    measure: "number",
    of: ({ count }) => count,
  },
  {
    key: "value",
    title: "Worth",
    meaning: "What the records that ended here are worth, in each replication.",
    measure: "money",
    of: ({ value }) => value,
    onlyIfAny: true,
  },
];

/** The ends that records reached or could have reached, as in the process. */
export function endRows(process: Process, { ends }: Results): readonly TableRow<Counted>[] {
  return process.nodes.flatMap((node) => {
    const row = ends[node.id];
    if (row === undefined) return [];
    const outcome = node.kind === "end" && node.outcome !== undefined ? { detail: node.outcome } : {};
    return [{ id: node.id, name: nameOf(process, node.id), row, ...outcome }];
  });
}

/** What is shown of every flow. */
export const FLOW_COLUMNS: readonly Column<Counted>[] = [
  {
    key: "share",
    title: "Share",
    meaning: "The share of those who left the node that went this way.",
    measure: "share",
    of: ({ share }) => share,
  },
  {
    key: "count",
    title: "Records",
    meaning: "How often records went this way, in each replication.",
    measure: "number",
    of: ({ count }) => count,
  },
  {
    key: "delay",
    title: "On the way",
    meaning: "How long they were on the way, on average.",
    measure: "time",
    of: ({ delay }) => delay,
    onlyIfAny: true,
  },
  {
    key: "shareOfDelay",
    title: "Share of delay",
    meaning: "Its part of all the time that records wait or are on the way.",
    measure: "share",
    of: ({ shareOfDelay }) => shareOfDelay,
    onlyIfAny: true,
  },
];

/** The flows that were simulated, as in the process. */
export function flowRows(process: Process, { flows }: Results): readonly TableRow<Counted>[] {
  return process.flows.flatMap((flow) => {
    const row = flows[flow.id];
    if (row === undefined) return [];
    const detail = flowLabel(flow, process);
    const name = `${nameOf(process, flow.from)} → ${nameOf(process, flow.to)}`;
    return [{ id: flow.id, name, row, ...(detail === "" ? {} : { detail }) }];
  });
}
