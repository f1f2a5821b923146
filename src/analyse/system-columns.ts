import type { Process } from "../model/process.ts";
import { nameOf } from "../model/words.ts";
import type { Column, TableRow } from "./figures.ts";
import type { Results } from "./results.ts";

/** What is shown of every system. */
export const SYSTEM_COLUMNS: readonly Column<Results["systems"][string]>[] = [
  {
    key: "utilisation",
    title: "Load",
    meaning: "The share of its places that were taken, while it was up; nothing where it has no limit.",
    measure: "share",
    of: ({ utilisation }) => (Number.isNaN(utilisation.mean) ? undefined : utilisation),
  },
  {
    key: "down",
    title: "Down",
    meaning: "The share of time in which it was down.",
    measure: "share",
    of: ({ down }) => down,
  },
];

/** The systems that were simulated, as in the process. */
export function systemRows(process: Process, { systems }: Results): readonly TableRow<Results["systems"][string]>[] {
  return process.systems.flatMap(({ id }) => {
    const row = systems[id];
    return row === undefined ? [] : [{ id, name: nameOf(process, id), row }];
  });
}
