import type { Program } from "../compile/program.ts";
import { groupOf, groupsOf, type Split } from "./split.ts";

/** Records that are counted apart: each group lives in a copy of the program of its own; see `inCopies`. */
export interface Groups {
  readonly copies: number;
  /** The copy of a record that arrives now and whose fields stand in `fields` from place `base` on. */
  copyOf(now: number, fields: Float64Array, base: number): number;
  /** The copies of the records that count, and, where they are told apart, of each group of them. */
  readonly counted: readonly number[];
  readonly split: readonly number[];
}

/**
 * The groups of a run.
 *
 * @param from - When the warm-up is over: who arrives before is not counted.
 * @param split - How the others are told apart, if they are.
 * @returns Undefined where all are counted as one.
 */
export function groupsFor(program: Program, from: number, split: Split | undefined): Groups | undefined {
  if (!(from > 0) && split === undefined) return undefined;
  const first = from > 0 ? 1 : 0;
  const count = split === undefined ? 1 : groupsOf(split);
  const counted = Array.from({ length: count }, (_, i) => first + i);
  const field = program.carried.findIndex(({ id }) => id === split?.field);
  if (split !== undefined && field < 0) throw new RangeError(`records do not carry the field ${split.field}`);
  return {
    copies: first + count,
    copyOf: (now, fields, base) => {
      if (now < from) return 0;
      return split === undefined ? first : first + groupOf(split, fields[base + field]!);
    },
    counted,
    split: split === undefined ? [] : counted,
  };
}
