import type { Problem } from "../../model/problem.ts";
import type { Flow, NodeOf, Process, ProcessNode } from "../../model/process.ts";
import { titleOf } from "../../model/words.ts";
import type { Made } from "./flows.ts";
import type { Ids } from "./names.ts";

/** What a record's arrival and a step's work are where the table says nothing of times. */
const ARRIVALS = { every: { dist: "exponential", mean: 30, unit: "min" } } as const;
const WORK = { dist: "triangular", min: 5, mode: 10, max: 20, unit: "min" } as const;

/**
 * Adds what a table that only lists steps leaves to be understood: times, decisions where a step has several ways out,
 * a start before whatever nothing leads to, and an end behind whatever leads nowhere. Rows that say which kind of node
 * they are say all, and stay as they are.
 */
export function completed(process: Process, made: readonly Made[], ids: Ids): { process: Process; remarks: Problem[] } {
  const free = made.filter(({ draft }) => draft.kind === undefined).map(({ node }) => node);
  if (free.length === 0) return { process, remarks: [] };
  const untimed = new Set(free.filter((node) => node.kind === "step" && node.work === undefined).map(({ id }) => id));
  const timed = process.nodes.map((node) => (untimed.has(node.id) ? withWork(node as NodeOf<"step">) : node));
  const decided = withDecisions({ ...process, nodes: timed }, free, ids);
  const whole = free.length === made.length ? withEnds(decided, ids) : decided;
  const starts = whole.nodes.length > decided.nodes.length;
  return { process: whole, remarks: untimed.size === 0 ? [] : [assumed(untimed.size, starts)] };
}

/** The work goes where the file has it, before the team. */
function withWork({ id, kind, name, description, department, stage, ...rest }: NodeOf<"step">): NodeOf<"step"> {
  return {
    id,
    kind,
    name,
    ...(description === undefined ? {} : { description }),
    ...(department === undefined ? {} : { department }),
    ...(stage === undefined ? {} : { stage }),
    work: WORK,
    ...rest,
  };
}

function assumed(steps: number, starts: boolean): Problem {
  const of = steps === 1 ? "one step" : `${steps} steps`;
  const arrivals = starts ? ", and that a record arrives every 30 minutes on average" : "";
  return {
    severity: "warning",
    code: "assumed-times",
    path: "",
    message: `The table does not say how long ${of} take${steps === 1 ? "s" : ""}. Until you know better, it is assumed to be 5 to 20 minutes, mostly 10${arrivals}.`,
    mend: "Write the times that you know into the column Work, or into each step.",
  };
}

/** Behind each step with several ways out, a decision with equal shares, or with those that are given. */
function withDecisions(process: Process, free: readonly ProcessNode[], ids: Ids): Process {
  const ways = waysOut(process);
  const decided = free.flatMap((node) => {
    const out = ways.get(node.id) ?? [];
    return out.length < 2 ? [] : [{ node, out, id: ids.like(`${node.id}-then`) }];
  });
  const behind = new Map(decided.map(({ node, id }) => [node.id, decisionAfter(node, id)]));
  const moved = new Map(decided.flatMap(({ id, out }) => outOf(id, out).map((way) => [way.id, way])));
  const into = decided.map(({ node, id }): Flow => ({ id: ids.like(`${node.id}-${id}`), from: node.id, to: id }));
  return {
    ...process,
    nodes: process.nodes.flatMap((node) => [node, ...[behind.get(node.id) ?? []].flat()]),
    flows: [...process.flows.map((flow) => moved.get(flow.id) ?? flow), ...into],
  };
}

/** The flows that leave each node when its work is done. */
function waysOut({ flows }: Process): ReadonlyMap<string, readonly Flow[]> {
  const ways = new Map<string, Flow[]>();
  for (const flow of flows) {
    if (flow.on !== undefined && flow.on !== "done") continue;
    const known = ways.get(flow.from);
    if (known) known.push(flow);
    else ways.set(flow.from, [flow]);
  }
  return ways;
}

function decisionAfter(node: ProcessNode, id: string): ProcessNode {
  return {
    id,
    kind: "decision",
    name: `After ${titleOf(node)}`,
    ...(node.department === undefined ? {} : { department: node.department }),
    ...(node.stage === undefined ? {} : { stage: node.stage }),
  };
}

function outOf(from: string, ways: readonly Flow[]): readonly Flow[] {
  const shared = ways.some(({ share }) => share !== undefined);
  return ways.map((way) => ({ ...way, from, ...(shared ? {} : { share: 1 / ways.length }) }));
}

function withEnds(process: Process, ids: Ids): Process {
  const reached = new Set(process.flows.map(({ to }) => to));
  const left = new Set(process.flows.filter(({ on = "done" }) => on === "done").map(({ from }) => from));
  const first = process.nodes.filter(({ id }) => !reached.has(id));
  const last = process.nodes.filter(({ id }) => !left.has(id));
  // A table that goes in a circle begins with its first row.
  const entries = first.length > 0 ? first : process.nodes.slice(0, 1);
  const starts = entries.map(
    (entry): ProcessNode => ({
      id: ids.like("start"),
      kind: "start",
      name: entries.length === 1 ? "Start" : `Start of ${titleOf(entry)}`,
      ...(entry.department === undefined ? {} : { department: entry.department }),
      arrivals: ARRIVALS,
    }),
  );
  const end: ProcessNode = {
    id: ids.like("end"),
    kind: "end",
    name: "End",
    ...(last.at(-1)?.department === undefined ? {} : { department: last.at(-1)!.department! }),
    outcome: "success",
  };
  const into = starts.map(({ id }, i): Flow => {
    const to = entries[i]!.id;
    return { id: ids.like(`${id}-${to}`), from: id, to };
  });
  const out = last.map(({ id }): Flow => ({ id: ids.like(`${id}-${end.id}`), from: id, to: end.id }));
  return {
    ...process,
    nodes: [...starts, ...process.nodes, ...(last.length === 0 ? [] : [end])],
    flows: [...into, ...process.flows, ...out],
  };
}
