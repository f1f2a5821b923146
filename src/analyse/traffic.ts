import { KIND, type Program } from "../compile/program.ts";
import { blocksOf, graphOf, reachablePart } from "../model/graph.ts";
import type { Process } from "../model/process.ts";
import { type RecordKind, recordKinds } from "./kinds.ts";
import { meanOf } from "./mean.ts";

/** Records that go the same ways and ask for the same work. */
export interface Stream {
  /** By node: the share of all records of the process that begin there as such records. */
  readonly starts: Float64Array;
  /** By way out of a decision: its chance. */
  readonly chance: Float64Array;
  /** By node: the mean work, in minutes; 0 where there is none. */
  readonly work: Float64Array;
}

/**
 * Sorts the records of a process into streams, by the answers of all of its rules.
 *
 * @param shares - By source, the share of all records that arrive there.
 */
export function streamsOf(process: Process, program: Program, shares: readonly number[]): readonly Stream[] {
  const byAnswers = new Map<string, { readonly kind: RecordKind; readonly starts: Float64Array }>();
  for (const [i, { node, set }] of program.sources.entries()) {
    for (const kind of recordKinds(process, program, set)) {
      const answers = answersOf(program, kind.values);
      const stream = byAnswers.get(answers) ?? { kind, starts: new Float64Array(program.nodes.length) };
      stream.starts[node]! += shares[i]! * kind.share;
      byAnswers.set(answers, stream);
    }
  }
  return [...byAnswers.values()].map(({ kind: { values }, starts }) => ({
    starts,
    chance: chances(program, values),
    work: Float64Array.from(program.nodes, (_, node) => workOf(program, node, values)),
  }));
}

function answersOf({ tests, workBy }: Program, values: Float64Array): string {
  const all = [...tests, ...workBy.flatMap((by) => by?.tests ?? [])];
  return all.map((test) => (test?.(values, 0) ? "1" : "0")).join("");
}

function chances({ kind, firstWay, endWay, below, tests }: Program, values: Float64Array): Float64Array {
  const chance = new Float64Array(below.length);
  for (const [node, its] of kind.entries()) {
    if (its !== KIND.decision) continue;
    const [first, end] = [firstWay[node]!, endWay[node]!];
    let before = 0;
    for (let way = first; way < end && before < 1; way++) {
      const upTo =
        way === end - 1 || (tests[way]?.(values, 0) ?? false) ? 1 : Number.isNaN(below[way]!) ? 0 : below[way]!;
      chance[way] = Math.max(0, upTo - before);
      before = Math.max(before, upTo);
    }
  }
  return chance;
}

function workOf({ work, workBy }: Program, node: number, values: Float64Array): number {
  const by = workBy[node];
  if (by === undefined) return work[node] ? meanOf(work[node]) : 0;
  const first = by.tests.findIndex((test) => test(values, 0));
  return meanOf(first < 0 ? by.otherwise : by.spreads[first]!);
}

/** A loop that is left less often than this counts as never left. */
const LEAST = 1e-12;

/**
 * Solves the traffic equations of a process, v = s + Pᵀv, where s is where records begin and P how they go on, by
 * eliminating one node after the other. Every branch of a fork is visited; nobody gives up or is turned away.
 */
export class Traffic {
  private readonly program: Program;
  /** By join, how many branches come together there. */
  private readonly branches: Float64Array;
  /** Every node after those that lead to it, but for loops: then elimination leaves few ways behind. */
  private readonly order: readonly number[];

  constructor(process: Process, program: Program) {
    this.program = program;
    const place = new Map(program.nodes.map(({ id }, i) => [id, i]));
    this.branches = new Float64Array(program.nodes.length).fill(1);
    for (const { join, branches } of blocksOf(graphOf(reachablePart(process))).byFork.values())
      this.branches[place.get(join)!] = branches.length;
    this.order = this.sorted();
  }

  /**
   * How often each node is visited, for each record of the process.
   *
   * @param passing - By node: the share of visits that get on; less than 1 where records pile up.
   */
  visits({ starts, chance }: Stream, passing: Float64Array): Float64Array {
    const out = this.program.nodes.map((_, node) => this.ways(node, chance, passing[node]!));
    const into = out.map(() => new Set<number>());
    for (const [from, ways] of out.entries()) for (const to of ways.keys()) into[to]!.add(from);
    const begin = starts.slice();
    const left = new Uint8Array(out.length).fill(1);
    for (const node of this.order) {
      left[node] = 0;
      const ways = out[node]!;
      const stays = Math.max(LEAST, 1 - (ways.get(node) ?? 0));
      for (const [to, share] of ways) {
        if (!left[to]) continue;
        begin[to]! += (begin[node]! * share) / stays;
        for (const from of into[node]!) {
          if (!left[from]) continue;
          out[from]!.set(to, (out[from]!.get(to) ?? 0) + (out[from]!.get(node)! * share) / stays);
          into[to]!.add(from);
        }
      }
    }
    const visits = new Float64Array(out.length);
    for (const node of this.order.toReversed()) {
      let come = begin[node]!;
      // Ways from nodes that were eliminated earlier are in `begin` already.
      for (const from of into[node]!) if (this.isLater(from, node)) come += visits[from]! * out[from]!.get(node)!;
      visits[node] = come / Math.max(LEAST, 1 - (out[node]!.get(node) ?? 0));
    }
    return visits;
  }

  private readonly rank = new Map<number, number>();

  private isLater(a: number, b: number): boolean {
    return this.rank.get(a)! > this.rank.get(b)!;
  }

  private ways(node: number, chance: Float64Array | undefined, passing: number): Map<number, number> {
    const { kind, firstWay, endWay, ways, next, flowTo } = this.program;
    const found = new Map<number, number>();
    const add = (flow: number, share: number) => {
      const to = flowTo[flow]!;
      if (flow >= 0 && share > 0) found.set(to, (found.get(to) ?? 0) + (share * passing) / this.branches[to]!);
    };
    add(next[node]!, 1);
    for (let way = firstWay[node]!; way < endWay[node]!; way++) {
      add(ways[way]!, kind[node] === KIND.fork ? 1 : (chance?.[way] ?? 1));
    }
    return found;
  }

  /** By depth first search, the other way round: an order in which only loops lead back. */
  private sorted(): readonly number[] {
    const seen = new Set<number>();
    const left: number[] = [];
    for (const { node: root } of this.program.sources) {
      const path = [this.entered(root, seen)];
      for (let at = path.at(-1); at; at = path.at(-1)) {
        const to = at.ways.pop();
        if (to === undefined) left.push(path.pop()!.node);
        else if (!seen.has(to)) path.push(this.entered(to, seen));
      }
    }
    const order = left.reverse();
    for (const [i, node] of order.entries()) this.rank.set(node, i);
    return order;
  }

  private entered(node: number, seen: Set<number>) {
    seen.add(node);
    return { node, ways: [...this.ways(node, undefined, 1).keys()].reverse() };
  }
}
