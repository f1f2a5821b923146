import type { Program } from "../compile/program.ts";
import type { Process } from "../model/process.ts";
import { nameOf } from "../model/words.ts";
import type { Replication } from "../simulate/simulate.ts";
import type { Measure } from "./words.ts";

/** A figure of a whole process by which two versions of it are compared. */
export interface Yardstick {
  readonly id: string;
  /** A few words for the head of a table. */
  readonly title: string;
  readonly measure: Measure;
  /** Which way is better. */
  readonly better: "less" | "more";
  /** The figure of one replication; NaN where there was nothing to measure. */
  readonly of: (program: Program, run: Replication) => number;
}

/** From arrival to end, in minutes, of the records that reached an end. */
export const CYCLE_TIME: Yardstick = {
  id: "cycleTime",
  title: "From arrival to end",
  measure: "time",
  better: "less",
  of: (_, { tally }) => tally.cycle / tally.completed,
};

/** Records that reach an end, in an hour on the clock. */
export const THROUGHPUT: Yardstick = {
  id: "throughputPerHour",
  title: "Finished per hour",
  measure: "number",
  better: "more",
  of: (_, { averages }) => (averages.completed / (averages.until - averages.from)) * 60,
};

/** How often a record gives up or is turned away at a step, whether it leaves with that or there is a way on for it. */
const LOST: Yardstick = {
  id: "lost",
  title: "Gave up or turned away",
  measure: "share",
  better: "less",
  of: ({ nodes }, { tally }) =>
    nodes.reduce((sum, _, i) => sum + tally.gaveUp[i]! + tally.turnedAway[i]!, 0) / tally.arrived,
};

/** What the work on a record costs; who waits for records is not in it, so that one more person changes nothing. */
const COST: Yardstick = {
  id: "costPerRecord",
  title: "Cost of the work per record",
  measure: "money",
  better: "less",
  of: (_, { tally }) => tally.spent / tally.completed,
};

/**
 * What a process costs in an hour on the clock: everybody on shift is paid, busy or not, and each run of a step has its
 * price.
 */
export const EXPENSE: Yardstick = {
  id: "costPerHour",
  title: "Cost per hour, all on shift",
  measure: "money",
  better: "less",
  of: (program, { tally, averages, minutes }) => {
    if (tally.arrived === 0) return Number.NaN;
    const wages = program.pools.reduce(
      (sum, { team, size }, p) => sum + size * averages.open[p]! * (team?.costPerHour ?? 0),
      0,
    );
    return wages + (runCosts(program, tally) / (minutes - averages.from)) * 60;
  },
};

function runCosts({ nodes, tasks }: Program, { runs, done }: Replication["tally"]): number {
  return nodes.reduce((sum, node, i) => {
    const cost = node.kind === "step" ? (node.cost ?? 0) : 0;
    return sum + cost * (tasks[i] ? runs[i]! : done[i]!);
  }, 0);
}

/** Whether a process says what anything costs. */
export function hasCosts({ teams, nodes }: Process): boolean {
  return (
    teams.some(({ costPerHour }) => costPerHour !== undefined) ||
    nodes.some((node) => node.kind === "step" && node.cost !== undefined)
  );
}

/** The figures by which versions of a process are compared: those that every process has, then those that it asks for. */
export function yardsticksOf(process: Process): readonly Yardstick[] {
  const { nodes, targets } = process;
  const steps = nodes.filter((node) => node.kind === "step");
  const loses = steps.some(({ patience, queue }) => patience !== undefined || queue?.limit !== undefined);
  const ends = nodes.filter((node) => node.kind === "end");
  const outcomes =
    ends.some(({ outcome }) => outcome === "success") && ends.some(({ outcome }) => outcome === "failure");
  return [
    CYCLE_TIME,
    THROUGHPUT,
    ...(loses ? [LOST] : []),
    ...(outcomes ? [success(new Set(ends.flatMap(({ id, outcome }) => (outcome === "success" ? [id] : []))))] : []),
    ...(ends.some(({ value }) => value !== undefined) ? [VALUE] : []),
    ...(hasCosts(process) ? [COST, EXPENSE] : []),
    ...steps.flatMap(({ id, target }) => (target ? [stepTarget(process, id)] : [])),
    ...targets.map(({ id, name }) => spanTarget(id, name)),
  ];
}

function success(ends: ReadonlySet<string>): Yardstick {
  return {
    id: "success",
    title: "Come to a good end",
    measure: "share",
    better: "more",
    of: ({ nodes }, { tally }) =>
      nodes.reduce((sum, { id }, i) => (ends.has(id) ? sum + tally.visits[i]! : sum), 0) / tally.arrived,
  };
}

const VALUE: Yardstick = {
  id: "valuePerRecord",
  title: "Value per record",
  measure: "money",
  better: "more",
  of: (_, { tally }) => tally.value.reduce((sum, value) => sum + value, 0) / tally.arrived,
};

function stepTarget(process: Process, step: string): Yardstick {
  return {
    id: `withinTarget:${step}`,
    title: `${nameOf(process, step)} within target`,
    measure: "share",
    better: "more",
    of: ({ nodes }, { tally }) => {
      const i = nodes.findIndex(({ id }) => id === step);
      return i < 0 ? Number.NaN : tally.withinTarget[i]! / tally.done[i]!;
    },
  };
}

function spanTarget(target: string, name: string): Yardstick {
  return {
    id: `target:${target}`,
    title: `${name} within target`,
    measure: "share",
    better: "more",
    of: ({ spans }, { tally }) => {
      const i = spans.findIndex((span) => span.target.id === target);
      return i < 0 ? Number.NaN : tally.spanWithin[i]! / tally.spans[i]!;
    },
  };
}
