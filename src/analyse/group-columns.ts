import type { Process } from "../model/process.ts";
import { nameOf } from "../model/words.ts";
import type { GroupResults } from "./by.ts";
import type { Column, TableRow } from "./figures.ts";
import type { FunnelStage } from "./funnel.ts";
import type { Results } from "./results.ts";

/** What is shown of the records of each value of a field: how long they take, and where they end. */
export function groupColumns(process: Process, { ends }: Results): readonly Column<GroupResults>[] {
  return [
    {
      key: "records",
      title: "Records",
      meaning: "How many have this value, in each replication.",
      measure: "number",
      of: ({ records }) => records,
    },
    {
      key: "cycleTime",
      title: "To the end",
      meaning: "From arrival to end, on average.",
      measure: "time",
      of: ({ cycleTime }) => cycleTime,
    },
    {
      key: "wait",
      title: "Waiting",
      meaning: "How long a record waits at all steps together.",
      measure: "time",
      of: ({ wait }) => wait,
    },
    {
      key: "costPerRecord",
      title: "Cost",
      meaning: "What the work on a record costs.",
      measure: "money",
      of: ({ costPerRecord }) => costPerRecord,
      onlyIfAny: true,
    },
    ...Object.keys(ends).map(
      (id): Column<GroupResults> => ({
        key: `end:${id}`,
        title: nameOf(process, id),
        meaning: `The share of them that ended at “${nameOf(process, id)}”.`,
        measure: "share",
        of: ({ ends: shares }) => shares[id]?.share,
      }),
    ),
  ];
}

/** The values of the field that results were split by; none where they were not. */
export function groupRows({ by }: Results): readonly TableRow<GroupResults>[] {
  return Object.entries(by?.values ?? {}).map(([value, row]) => ({ id: value, name: value, row }));
}

/** What is shown of every stage of the funnel. */
export const FUNNEL_COLUMNS: readonly Column<FunnelStage>[] = [
  {
    key: "records",
    title: "Records",
    meaning: "How many came to the stage, each counted once, in each replication.",
    measure: "number",
    of: ({ records }) => records,
  },
  {
    key: "share",
    title: "Of all",
    meaning: "Their share of all records that arrived.",
    measure: "share",
    of: ({ share }) => share,
  },
  {
    key: "dropOff",
    title: "Came no further",
    meaning: "The share of them that came to no later stage.",
    measure: "share",
    of: ({ dropOff }) => dropOff,
  },
];

/** The stages, in their order. */
export function funnelRows(process: Process, { funnel = [] }: Results): readonly TableRow<FunnelStage>[] {
  return funnel.map((row) => ({ id: row.stage, name: nameOf(process, row.stage), row }));
}
