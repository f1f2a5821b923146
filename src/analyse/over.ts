import type { Replication } from "../simulate/simulate.ts";
import { confidence } from "./confidence.ts";
import type { Stat } from "./results.ts";

/** Takes a figure of each replication to a figure over all of them. */
export type Over = (figure: (run: Replication, replication: number) => number) => Stat;

/** The mean and interval of a figure over these replications. */
export const over =
  (runs: readonly Replication[]): Over =>
  (figure) =>
    confidence(runs.map(figure));
