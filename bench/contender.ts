import type { Model } from "./models.ts";

/** What every contender measures of a run, at least; the time it takes is for all that it measures. */
export interface Figures {
  /** Minutes of waiting for a team, by record. */
  readonly wait: number;
  /** By team: the share of its time that it worked. */
  readonly utilisation: readonly number[];
  /** CPU time, where only the contender itself can tell. */
  readonly seconds?: number;
}

/** A program that can run a benchmark model. */
export interface Contender {
  readonly name: string;
  /** How many records it runs at a time, so that each takes its turn for about as long. */
  readonly records: number;
  /** @param seed - From 1; different seeds give different histories. */
  readonly run: (model: Model, seed: number, records: number) => Figures | Promise<Figures>;
}
