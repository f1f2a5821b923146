import type { Distribution } from "../../src/model/distribution.ts";
import type { Arrivals, Exit, Field, Flow, NodeOf, Process, ProcessNode } from "../../src/model/process.ts";
import { emptyProcess } from "../../src/model/process.ts";
import type { FieldValue, Rule } from "../../src/model/rule.ts";

/** What becomes of records that leave a step early. */
export type Exits = "leaves" | "goes on" | "ends" | "is looked after";

/** One way out of a decision: what it passes, and whether it has an end of its own or comes back to the main way. */
interface Way {
  readonly body: readonly BlockShape[];
  readonly ends: boolean;
  readonly delay: Distribution | undefined;
}

interface StepShape {
  readonly kind: "step";
  readonly work: Distribution;
  readonly by: { readonly team?: number; readonly slots?: number };
  readonly patience: Distribution | undefined;
  readonly givesUp: Exits;
  readonly limit: number | undefined;
  readonly full: Exits;
  readonly delay: Distribution | undefined;
  readonly department: number;
}

/** The grammar of processes that are valid by construction. Where a `delay` stands, it is on the flow that follows. */
export type BlockShape =
  | StepShape
  | {
      readonly kind: "wait";
      readonly for: Distribution;
      readonly delay: Distribution | undefined;
      readonly department: number;
    }
  | {
      readonly kind: "chance";
      readonly ways: readonly { readonly way: Way; readonly weight: number }[];
      readonly last: Way;
    }
  | {
      readonly kind: "rules";
      readonly ways: readonly { readonly way: Way; readonly when: Rule }[];
      readonly otherwise: Way;
      readonly at: number;
    }
  | {
      readonly kind: "parallel";
      readonly branches: readonly { readonly body: readonly BlockShape[]; readonly delay: Distribution | undefined }[];
      readonly delay: Distribution | undefined;
    }
  | {
      readonly kind: "rework";
      /** It takes time, so that no loop is without. */
      readonly first: StepShape;
      readonly rest: readonly BlockShape[];
      readonly again: number;
      readonly delay: Distribution | undefined;
    };

/** A whole process, before its nodes have ids. */
export interface Shape {
  readonly body: readonly BlockShape[];
  readonly starts: readonly {
    readonly arrivals: Arrivals;
    /** Which block of the body the start leads to; the first start always leads to the first. */
    readonly into: number;
    readonly set: Readonly<Record<string, FieldValue>>;
  }[];
  readonly teams: readonly number[];
  readonly departments: number;
  readonly fields: readonly Field[];
  readonly records: number;
  readonly seed: number;
}

/** A flow that has left its node and not arrived anywhere yet. */
type Loose = Partial<Flow> & { readonly from: string };
type Surroundings = { readonly inFork: boolean; readonly opensLoop: boolean };

const LOOKING_AFTER: Distribution = { dist: "constant", value: 3, unit: "min" };
const PLAIN: StepShape = {
  kind: "step",
  work: { dist: "exponential", mean: 5, unit: "min" },
  by: {},
  patience: undefined,
  givesUp: "leaves",
  limit: undefined,
  full: "leaves",
  delay: undefined,
  department: 1,
};

/** Draws a shape with at least `min` and at most `max` nodes: blocks for which there is no room are left out. */
export function render(shape: Shape, { min, max }: { readonly min: number; readonly max: number }): Process {
  const process = draw(shape, max, 0);
  const missing = min - process.nodes.length;
  return missing > 0 ? draw(shape, max, missing) : process;
}

function draw(shape: Shape, max: number, extraSteps: number): Process {
  const nodes: ProcessNode[] = [];
  const flows: Flow[] = [];
  const starts = shape.starts.slice(0, Math.max(1, max - 1 - extraSteps));
  let room = max - starts.length - 1;

  const connect = (loose: readonly Loose[], to: string) => {
    for (const flow of loose) flows.push({ ...flow, id: `flow-${flows.length + 1}`, to });
  };
  const add = <N extends ProcessNode>(node: Omit<N, "id" | "name">, loose: readonly Loose[]): string => {
    const id = `${node.kind}-${nodes.length + 1}`;
    nodes.push({ ...node, id, name: id } as unknown as ProcessNode);
    connect(loose, id);
    room--;
    return id;
  };
  const late = (delay: Distribution | undefined) => (delay ? { delay } : {});
  const lane = (at: number) =>
    at % (shape.departments + 1) === 0 ? {} : { department: `department-${at % (shape.departments + 1)}` };
  const finish = (loose: readonly Loose[], outcome: "success" | "failure") => {
    if (loose.length > 0) add<NodeOf<"end">>({ kind: "end", outcome }, loose);
  };

  function drawAll(blocks: readonly BlockShape[], loose: readonly Loose[], around: Surroundings): readonly Loose[] {
    return blocks.reduce((open, block) => (open.length === 0 ? open : drawOne(block, open, around)), loose);
  }

  function drawOne(block: BlockShape, loose: readonly Loose[], around: Surroundings): readonly Loose[] {
    if (room < 1) return loose;
    if (block.kind === "step") return drawStep(block, loose, around);
    if (block.kind === "wait") {
      const id = add<NodeOf<"wait">>({ kind: "wait", for: block.for, ...lane(block.department) }, loose);
      return [{ from: id, ...late(block.delay) }];
    }
    if (block.kind === "parallel") return drawParallel(block, loose);
    if (block.kind === "rework") return drawRework(block, loose, around);
    const id = add<NodeOf<"decision">>({ kind: "decision" }, loose);
    const drawWay = (way: Way, more: Partial<Flow>) => {
      const open = drawAll(way.body, [{ from: id, ...more, ...late(way.delay) }], { ...around, opensLoop: false });
      if (!way.ends || around.inFork || room < 1) return open;
      finish(open, "failure");
      return [];
    };
    if (block.kind === "chance") {
      const total = block.ways.reduce((sum, { weight }) => sum + weight, 1);
      const ways = block.ways.flatMap(({ way, weight }) => drawWay(way, { share: weight / total }));
      return [...ways, ...drawWay(block.last, { share: 1 / total })];
    }
    const ways: { way: Way; more: Partial<Flow> }[] = block.ways.map(({ way, when }) => ({ way, more: { when } }));
    ways.splice(block.at, 0, { way: block.otherwise, more: { otherwise: true } });
    return ways.flatMap(({ way, more }) => drawWay(way, more));
  }

  function drawStep(block: StepShape, loose: readonly Loose[], around: Surroundings): readonly Loose[] {
    let spare = room - 1;
    /** What the exit really does, here; `undefined` if there is no room for it. */
    const settle = (on: Exit, wanted: Exits): Exits | undefined => {
      // Half a record cannot leave, so what is inside a block stays there.
      const inside = around.inFork && wanted !== "is looked after" ? "goes on" : wanted;
      // Being turned away takes no time, so what opens a loop must not be passed that way.
      const allowed = inside === "goes on" && on === "full" && around.opensLoop ? "is looked after" : inside;
      if (allowed === "leaves" || allowed === "goes on") return allowed;
      return spare-- > 0 ? allowed : undefined;
    };
    const givesUp = block.patience && settle("gives-up", block.givesUp);
    const full = block.limit === undefined ? undefined : settle("full", block.full);
    const { team, slots } = block.by;
    const id = add<NodeOf<"step">>(
      {
        kind: "step",
        work: block.work,
        ...(team === undefined ? {} : { team: `team-${(team % shape.teams.length) + 1}` }),
        ...(slots === undefined ? {} : { slots }),
        ...(block.patience && givesUp ? { patience: block.patience } : {}),
        ...(block.limit !== undefined && full ? { queue: { limit: block.limit } } : {}),
        ...lane(block.department),
      },
      loose,
    );
    const early: Record<Exits, (out: Loose) => readonly Loose[]> = {
      leaves: () => [],
      "goes on": (out) => [out],
      ends: (out) => {
        finish([out], "failure");
        return [];
      },
      "is looked after": (out) => [{ from: add<NodeOf<"step">>({ kind: "step", work: LOOKING_AFTER }, [out]) }],
    };
    return [
      { from: id, ...late(block.delay) },
      ...(givesUp ? early[givesUp]({ from: id, on: "gives-up" }) : []),
      ...(full ? early[full]({ from: id, on: "full" }) : []),
    ];
  }

  function drawParallel(block: Extract<BlockShape, { kind: "parallel" }>, loose: readonly Loose[]): readonly Loose[] {
    if (room < 2) return loose;
    room--;
    const id = add<NodeOf<"fork">>({ kind: "fork" }, loose);
    const around = { inFork: true, opensLoop: false };
    const open = block.branches.flatMap(({ body, delay }) => drawAll(body, [{ from: id, ...late(delay) }], around));
    room++;
    return [{ from: add<NodeOf<"join">>({ kind: "join" }, open), ...late(block.delay) }];
  }

  function drawRework(
    block: Extract<BlockShape, { kind: "rework" }>,
    loose: readonly Loose[],
    around: Surroundings,
  ): readonly Loose[] {
    if (room < 2) return loose;
    room--;
    const first = nodes.length;
    const through = drawStep(block.first, loose, { ...around, opensLoop: true });
    const open = drawAll(block.rest, through, { ...around, opensLoop: false });
    room++;
    if (open.length === 0) return open;
    const id = add<NodeOf<"decision">>({ kind: "decision" }, open);
    connect([{ from: id, share: block.again, ...late(block.delay) }], nodes[first]!.id);
    return [{ from: id, share: 1 - block.again }];
  }

  function drawStart(arrivals: Arrivals, set: Readonly<Record<string, FieldValue>>): Loose {
    const id = `start-${nodes.length + 1}`;
    nodes.push({ id, kind: "start", name: id, arrivals, ...(Object.keys(set).length === 0 ? {} : { set }) });
    return { from: id };
  }

  const entries: string[] = [];
  let open: readonly Loose[] = starts.slice(0, 1).map(({ arrivals, set }) => drawStart(arrivals, set));
  for (const block of [...Array.from({ length: extraSteps }, () => PLAIN), ...shape.body]) {
    const before = nodes.length;
    if (open.length > 0) open = drawOne(block, open, { inFork: false, opensLoop: false });
    if (nodes.length > before) entries.push(nodes[before]!.id);
  }
  if (open.length > 0) {
    entries.push(`end-${nodes.length + 1}`);
    finish(open, "success");
  }
  for (const { arrivals, into, set } of starts.slice(1))
    connect([drawStart(arrivals, set)], entries[into % entries.length]!);

  return {
    ...emptyProcess,
    name: "Random process",
    departments: Array.from({ length: shape.departments }, (_, i) => ({
      id: `department-${i + 1}`,
      name: `Department ${i + 1}`,
    })),
    teams: shape.teams.map((people, i) => ({ id: `team-${i + 1}`, name: `Team ${i + 1}`, people })),
    fields: shape.fields,
    nodes,
    flows,
    simulation: { stop: { records: shape.records }, replications: 2, seed: shape.seed },
  };
}
