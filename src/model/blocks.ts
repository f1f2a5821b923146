import type { Link, Links } from "./links.ts";

/** One way out of a fork, up to the join. */
export interface Branch {
  /** The flow out of the fork. */
  readonly link: Link;
  /**
   * The nodes of the branch, in the order they are met: forks and joins of inner blocks included, what lies inside
   * those not. Empty where the flow leads straight to the join.
   */
  readonly nodes: ReadonlySet<string>;
}

/** A fork and the join where its branches come together again. */
export interface Block {
  readonly fork: string;
  readonly join: string;
  readonly branches: readonly Branch[];
}

/** Why a fork has no join of its own, or a join no fork. */
export interface Mismatch {
  readonly reason: "no-join" | "several-joins" | "leaves" | "meet" | "enters" | "no-fork";
  /** The fork; where the reason is `no-fork`, the join. */
  readonly node: string;
  /** Where it goes wrong: the node outside that is reached, the node where branches meet or that is entered, the second join. */
  readonly at?: string;
  /** The flow by which it goes wrong. */
  readonly flow?: string;
}

/** Where a node lies: in which branch (by number) of which block. */
export interface Inside {
  readonly block: Block;
  readonly branch: number;
}

/** What is known about the forks and joins of a process. */
export interface Blocks {
  /** By fork, inner blocks before those around them. */
  readonly byFork: ReadonlyMap<string, Block>;
  readonly mismatches: readonly Mismatch[];
  /** By node: the innermost block around it. */
  readonly inside: ReadonlyMap<string, Inside>;
}

/**
 * Finds each fork's join. The branches of a fork must all come to the same join, must not touch before it, and must
 * be left and entered nowhere else; a block inside a branch counts as one step of it. Linear in the size of the graph.
 */
export function findBlocks(graph: Links): Blocks {
  const byFork = new Map<string, Block>();
  const inside = new Map<string, Inside>();
  const mismatches: Mismatch[] = [];
  const broken = new Set<string>();
  const closed = new Set<string>();

  for (const fork of forksInnermostFirst(graph)) {
    const found = branchesOf(graph, fork, byFork, broken);
    const block = found && "branches" in found ? found : undefined;
    if (found && "reason" in found) mismatches.push(found);
    if (!block) {
      broken.add(fork);
      continue;
    }
    byFork.set(fork, block);
    closed.add(block.join);
    for (const [branch, { nodes }] of block.branches.entries())
      for (const id of nodes) inside.set(id, { block, branch });
  }
  for (const { id, kind } of graph.nodes.values()) {
    // While a fork is without its join, some join is bound to be without a fork: that is one problem, not two.
    if (kind === "join" && !closed.has(id) && broken.size === 0) mismatches.push({ reason: "no-fork", node: id });
  }
  return { byFork, mismatches, inside };
}

/** What one fork opens; `undefined` where another problem is in the way: no flows out, or a broken fork inside. */
function branchesOf(
  graph: Links,
  fork: string,
  inner: ReadonlyMap<string, Block>,
  broken: ReadonlySet<string>,
): Block | Mismatch | undefined {
  const owner = new Map<string, number>();
  const innerJoins = new Set<string>();
  const branches: Branch[] = [];
  let join: string | undefined;

  for (const [branch, way] of graph.outgoing.get(fork)!.entries()) {
    const nodes = new Set<string>();
    const waiting: Link[] = [way];
    const take = (id: string) => {
      owner.set(id, branch);
      nodes.add(id);
    };
    for (let link = waiting.pop(); link; link = waiting.pop()) {
      const { id, kind } = link.to;
      const wrong = (reason: Mismatch["reason"]): Mismatch => ({ reason, node: fork, at: id, flow: link!.flow.id });
      if (id === fork || kind === "end") return wrong("leaves");
      if (kind === "join") {
        join ??= id;
        if (join !== id) return wrong("several-joins");
        continue;
      }
      const by = owner.get(id);
      if (by === branch) continue;
      if (by !== undefined) return wrong("meet");
      if (kind === "fork") {
        if (broken.has(id)) return undefined;
        const block = inner.get(id);
        // A fork that is not finished yet lies around this one.
        if (!block) return wrong("leaves");
        take(id);
        take(block.join);
        innerJoins.add(block.join);
        waiting.push(...graph.outgoing.get(block.join)!);
      } else {
        take(id);
        waiting.push(...graph.outgoing.get(id)!);
      }
    }
    branches.push({ link: way, nodes });
  }

  if (branches.length === 0) return undefined;
  if (join === undefined) return { reason: "no-join", node: fork };
  for (const id of [...owner.keys(), join]) {
    if (innerJoins.has(id)) continue;
    const entry = graph.incoming.get(id)!.find(({ from }) => from.id !== fork && !isFrom(from.id, id));
    if (entry) return { reason: "enters", node: fork, at: id, flow: entry.flow.id };
  }
  return { fork, join, branches };

  function isFrom(from: string, to: string): boolean {
    return to === join ? owner.has(from) : owner.get(from) === owner.get(to);
  }
}

/** Every fork after the forks that can only be reached through it: the order in which a depth-first walk leaves them. */
function forksInnermostFirst(graph: Links): readonly string[] {
  const seen = new Set<string>();
  const left: string[] = [];
  const nodes = [...graph.nodes.values()];
  const roots = [
    ...nodes.filter((node) => node.kind === "start"),
    ...nodes.filter((node) => graph.incoming.get(node.id)!.length === 0),
    ...nodes,
  ];
  for (const root of roots) {
    if (seen.has(root.id)) continue;
    seen.add(root.id);
    const path = [{ node: root, next: 0 }];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const link = graph.outgoing.get(at.node.id)![at.next++];
      if (!link) {
        path.pop();
        if (at.node.kind === "fork") left.push(at.node.id);
      } else if (!seen.has(link.to.id)) {
        seen.add(link.to.id);
        path.push({ node: link.to, next: 0 });
      }
    }
  }
  return left;
}
