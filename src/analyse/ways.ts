import type { Flow, NodeKind, Process } from "../model/process.ts";

/** A way from one node where records stay to the next. */
export interface Way {
  readonly to: string;
  /** The flows that it passes. */
  readonly flows: readonly string[];
  /** The flows up to the first join on it, where it passes one. */
  readonly toJoin?: readonly string[];
}

/** Whether records pass a node in no time. */
const PASSED: Readonly<Record<NodeKind, boolean>> = {
  start: false,
  step: false,
  decision: true,
  fork: true,
  join: true,
  wait: false,
  end: false,
};

/** The exits of nodes where records stay. */
const EXITS = ["done", "gives-up", "full"] as const;

/** The ways out of nodes where records stay, the shortest to each next such node; by exit and node. */
export type Ways = Readonly<Record<(typeof EXITS)[number], ReadonlyMap<string, readonly Way[]>>>;

/** The ways in a process. */
export function waysOf(process: Process): Ways {
  const kinds = new Map(process.nodes.map(({ id, kind }) => [id, kind]));
  const out = new Map<string, Flow[]>();
  for (const flow of process.flows) out.set(flow.from, [...(out.get(flow.from) ?? []), flow]);
  const ways = { done: new Map<string, readonly Way[]>(), "gives-up": new Map(), full: new Map() };
  for (const { id, kind } of process.nodes) {
    if (PASSED[kind]) continue;
    for (const exit of EXITS) {
      const first = (out.get(id) ?? []).filter((flow) => (flow.on ?? "done") === exit);
      if (first.length > 0) ways[exit].set(id, search(first, kinds, out));
    }
  }
  return ways;
}

function search(
  first: readonly Flow[],
  kinds: ReadonlyMap<string, NodeKind>,
  out: ReadonlyMap<string, readonly Flow[]>,
): readonly Way[] {
  const found = new Map<string, Way>();
  const passed = new Set<string>();
  let open: readonly Way[] = first.map((flow) => ({ to: flow.to, flows: [flow.id] }));
  while (open.length > 0) {
    const next: Way[] = [];
    for (const way of open) {
      const kind = kinds.get(way.to);
      if (kind === undefined) continue;
      if (!PASSED[kind]) {
        if (!found.has(way.to)) found.set(way.to, way);
        continue;
      }
      if (passed.has(way.to)) continue;
      passed.add(way.to);
      const toJoin = way.toJoin ?? (kind === "join" ? way.flows : undefined);
      for (const flow of out.get(way.to) ?? [])
        next.push({ to: flow.to, flows: [...way.flows, flow.id], ...(toJoin ? { toJoin } : {}) });
    }
    open = next;
  }
  return [...found.values()];
}
