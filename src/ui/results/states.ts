import type { Run } from "../../app/store.ts";

/** A run in one of its states. */
export type RunOf<K extends Run["kind"]> = Extract<Run, { readonly kind: K }>;

/** A run whose results are there. */
export type FinishedRun = RunOf<"finished">;
