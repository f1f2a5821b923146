import { KIND, type Program } from "../compile/program.ts";
import { BUCKETS } from "./histogram.ts";
import type { Tally } from "./tally.ts";

type Tables = { readonly [K in keyof Tally as Tally[K] extends Float64Array | Uint32Array ? K : never]: Tally[K] };
type OfRecords = "cycle" | "longestCycle" | "cycles" | "spent" | "longestSpent" | "spents";

/**
 * What was counted of some or all records of a replication: plain tables by place in the process, as `Tally` describes
 * them, and figures of whole records. Only `busy` is of all records, from the end of the warm-up on.
 */
export interface Counts extends Omit<Tables, OfRecords> {
  arrived: number;
  /** How many reached an end; the rest left where their patience ran out, where they found it full, or is inside. */
  completed: number;
  readonly gone: { gaveUp: number; turnedAway: number };
  /** From arrival to end: the sum, the longest and how many of each bucket. */
  readonly cycle: number;
  readonly longestCycle: number;
  readonly cycles: Uint32Array;
  /** What the work on records that reached an end cost: the same. */
  readonly spent: number;
  readonly longestSpent: number;
  readonly spents: Uint32Array;
}

/**
 * Reads a tally.
 *
 * @param program - What was run.
 * @param copies - Which of its copies to count, added up.
 */
export function countsOf(program: Program, tally: Tally, copies: readonly number[]): Counts {
  const { stations } = program;
  const all = program.nodes.length / stations;
  const tables = Object.fromEntries(
    Object.entries(tally).flatMap(([name, table]) =>
      table instanceof Float64Array || table instanceof Uint32Array
        ? [[name, name === "busy" ? table : folded(table, all, copies, name.startsWith("longest"))]]
        : [],
    ),
  ) as unknown as Tables;
  const sum = (table: Float64Array, counts: (node: number) => boolean) =>
    table.reduce((total, value, node) => (counts(node) ? total + value : total), 0);
  const greatest = (table: Float64Array) => table.reduce((most, value) => Math.max(most, value), 0);
  const every = () => true;
  const ends = [...program.kind.keys()].filter((node) => node < stations && program.kind[node] === KIND.end);
  return {
    ...tables,
    arrived: sum(tables.visits, (node) => program.kind[node] === KIND.start),
    completed: sum(tables.visits, (node) => program.kind[node] === KIND.end),
    gone: {
      gaveUp: sum(tables.gaveUp, (node) => program.givesUp[node]! < 0),
      turnedAway: sum(tables.turnedAway, (node) => program.full[node]! < 0),
    },
    cycle: sum(tables.cycle, every),
    longestCycle: greatest(tables.longestCycle),
    cycles: overall(tables.cycles, ends),
    spent: sum(tables.spent, every),
    longestSpent: greatest(tables.longestSpent),
    spents: overall(tables.spents, ends),
  };
}

/** A table's rows for these copies, added up, or the greatest of each; the table itself where it has but one. */
function folded<T extends Float64Array | Uint32Array>(
  table: T,
  all: number,
  copies: readonly number[],
  greatest: boolean,
): T {
  if (all === 1) return table;
  const size = table.length / all;
  const into = table.slice(0, size).fill(0) as T;
  for (const copy of copies)
    for (let i = 0; i < size; i++) {
      const value = table[copy * size + i]!;
      into[i] = greatest ? Math.max(into[i]!, value) : into[i]! + value;
    }
  return into;
}

/** The histograms of these nodes as one. */
function overall(histograms: Uint32Array, nodes: readonly number[]): Uint32Array {
  const size = BUCKETS;
  const one = new Uint32Array(size);
  if (histograms.length === 0) return one;
  for (const node of nodes) for (let i = 0; i < size; i++) one[i]! += histograms[node * size + i]!;
  return one;
}
