import type { Flow, NodeKind, Process } from "../model/process.ts";

/** A way from one node where records stay to the next. */
export interface Way {
  /** Place of a node. */
  readonly to: number;
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

/**
 * The ways out of nodes where records stay, the shortest to each next such node; by exit and place of the node, nothing
 * where there are none.
 */
export type Ways = Readonly<Record<(typeof EXITS)[number], readonly (readonly Way[] | undefined)[]>>;

/**
 * The ways in a process.
 *
 * @param nodes - Ids, in the order by which nodes have their places; others are left out.
 */
export function waysOf(process: Process, nodes: readonly string[]): Ways {
  const drawn = { kinds: new Map(process.nodes.map(({ id, kind }) => [id, kind])), out: new Map<string, Flow[]>() };
  for (const flow of process.flows) drawn.out.set(flow.from, [...(drawn.out.get(flow.from) ?? []), flow]);
  const places = new Map(nodes.map((id, place) => [id, place]));
  const waysBy = (exit: (typeof EXITS)[number]) =>
    nodes.map((id) => {
      const first = (drawn.out.get(id) ?? []).filter((flow) => (flow.on ?? "done") === exit);
      return first.length > 0 && !PASSED[drawn.kinds.get(id)!] ? search(first, drawn, places) : undefined;
    });
  return { done: waysBy("done"), "gives-up": waysBy("gives-up"), full: waysBy("full") };
}

/** What is drawn: kinds of nodes, and the flows out of them. */
interface Drawn {
  readonly kinds: ReadonlyMap<string, NodeKind>;
  readonly out: ReadonlyMap<string, readonly Flow[]>;
}

/** A way that may lead further, to a node by its id. */
type Open = Omit<Way, "to"> & { readonly to: string };

function search(first: readonly Flow[], { kinds, out }: Drawn, places: ReadonlyMap<string, number>): readonly Way[] {
  const found = new Map<string, Way>();
  const passed = new Set<string>();
  let open: readonly Open[] = first.map((flow) => ({ to: flow.to, flows: [flow.id] }));
  while (open.length > 0) {
    const next: Open[] = [];
    for (const way of open) {
      const [kind, to] = [kinds.get(way.to), places.get(way.to)];
      if (kind === undefined || to === undefined) continue;
      if (!PASSED[kind]) {
        if (!found.has(way.to)) found.set(way.to, { ...way, to });
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
