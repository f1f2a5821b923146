import type { Distribution, DistributionKind } from "./distribution.ts";
import { blocksOf, type Graph, outgoing, reachableFrom } from "./graph.ts";
import type { Link, Links } from "./links.ts";
import { loops } from "./loops.ts";
import type { Exit, NodeKind, NodeOf, Step } from "./process.ts";

type Of<D extends DistributionKind> = Extract<Distribution, { readonly dist: D }>;

const onlyAtZero = ({ min, max }: { readonly min: number; readonly max: number }) => min === 0 && max === 0;
const never = () => false;

const ALWAYS_ZERO: { readonly [D in DistributionKind]: (distribution: Of<D>) => boolean } = {
  constant: ({ value }) => value === 0,
  uniform: onlyAtZero,
  triangular: onlyAtZero,
  pert: onlyAtZero,
  beta: onlyAtZero,
  normal: ({ mean, sd }) => mean === 0 && sd === 0,
  empirical: ({ values, weights }) => values.every((value, i) => value === 0 || weights?.[i] === 0),
  mixture: ({ parts }) => parts.every(({ weight, of }) => weight === 0 || isAlwaysZero(of)),
  exponential: never,
  lognormal: never,
  gamma: never,
  erlang: never,
  weibull: never,
  hyperexponential: never,
};

/** Whether an amount is always 0, as far as its parameters make sense. */
export function isAlwaysZero(distribution: Distribution): boolean {
  return (ALWAYS_ZERO[distribution.dist] as (distribution: Distribution) => boolean)(distribution);
}

const AT_ONCE: Readonly<Record<Exit, (step: Step) => boolean>> = {
  done: ({ work }) =>
    work !== undefined &&
    ("dist" in work ? isAlwaysZero(work) : [work.otherwise, ...work.by.map((each) => each.work)].some(isAlwaysZero)),
  "gives-up": ({ patience }) => patience !== undefined && isAlwaysZero(patience),
  full: () => true,
};

/** Whether a record can pass a node without time passing, by one of the flows out of it. */
const PASSED_AT_ONCE: { readonly [K in NodeKind]: (node: NodeOf<K>, link: Link) => boolean } = {
  start: () => true,
  step: (step, { flow }) => AT_ONCE[flow.on ?? "done"](step),
  decision: () => true,
  fork: () => true,
  join: () => true,
  wait: (wait) => wait.for !== undefined && isAlwaysZero(wait.for),
  end: () => true,
};

function takesNoTime(link: Link): boolean {
  const { flow, from } = link;
  if (flow.delay && !isAlwaysZero(flow.delay)) return false;
  return (PASSED_AT_ONCE[from.kind] as (node: typeof from, link: Link) => boolean)(from, link);
}

/**
 * Loops that a record could go round without any time passing, by the ids of their nodes: a run would never get on.
 * Between a fork and its join the slowest branch counts.
 */
export function zeroTimeLoops(graph: Graph): readonly (readonly string[])[] {
  const ways = new Map([...graph.nodes.keys()].map((id) => [id, outgoing(graph, id).filter(takesNoTime)]));
  const fast: Links = { ...graph, outgoing: ways };
  for (const { fork, join, branches } of blocksOf(graph).byFork.values()) {
    const isFast = branches.every(({ link }) => {
      if (!takesNoTime(link)) return false;
      return reachableFrom(fast, [link.to.id], ({ from }) => from.id !== join).has(join);
    });
    const [first] = branches;
    const to = graph.nodes.get(join);
    ways.set(fork, isFast && first && to ? [{ ...first.link, to }] : []);
  }
  return loops(fast);
}
