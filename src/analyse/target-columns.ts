import { MINUTES } from "../model/distribution.ts";
import type { Process } from "../model/process.ts";
import { nameOf } from "../model/words.ts";
import type { Column, TableRow } from "./figures.ts";
import type { Results } from "./results.ts";

/** How soon one node is reached from another, and how soon it should be. */
type Reached = Results["targets"][string] & { readonly aim: number };

/** What is shown of every target. */
export const TARGET_COLUMNS: readonly Column<Reached>[] = [
  {
    key: "within",
    title: "In time",
    meaning: "The share of records that made it.",
    measure: "share",
    of: ({ within }) => within,
  },
  { key: "aim", title: "Target", meaning: "How long it may take.", measure: "time", of: ({ aim }) => aim },
  { key: "time", title: "Mean", meaning: "How long it takes on average.", measure: "time", of: ({ time }) => time },
  {
    key: "p50",
    title: "Half within",
    meaning: "Half of the records take less.",
    measure: "time",
    of: ({ time }) => time.p50,
  },
  {
    key: "p90",
    title: "9 of 10 within",
    meaning: "Nine of ten records take less.",
    measure: "time",
    of: ({ time }) => time.p90,
  },
];

/** The targets that were measured, as in the process. */
export function targetRows(process: Process, { targets }: Results): readonly TableRow<Reached>[] {
  return process.targets.flatMap(({ id, name, from, to, within }) => {
    const reached = targets[id];
    if (reached === undefined) return [];
    const detail = `${nameOf(process, from)} → ${nameOf(process, to)}`;
    return [{ id, name, detail, row: { ...reached, aim: within.value * MINUTES[within.unit] } }];
  });
}
