import type { Step } from "../../src/model/process.ts";

/** A record, or one branch of it, at a step. */
export interface Guest {
  readonly step: Step;
  readonly reached: number;
  /** The value of the field by which the step's queue goes, if it goes by one. */
  readonly urgency: number | undefined;
  began: number;
  /** Set once it no longer waits. */
  settled: boolean;
}

/** What is worked on at once: one guest, or a batch. Times are minutes since the start of the run. */
export interface Job<G extends Guest> {
  readonly step: Step;
  guests: G[];
  readonly priority: number;
  readonly ticket: number;
  readonly reached: number;
  left: number;
  end: number;
  resumed: number;
  pool: number;
}

/** What the workshop asks of the world around it. */
export interface World<G extends Guest> {
  now(): number;
  plan(time: number, rank: number, happen: () => void, done?: () => boolean): void;
  /** Minutes of work on a job, by the luck of the guest that leads it. */
  work(guest: G): number;
  batchWait(guest: G): number;
  began(guest: G): void;
  /** Work on these is done and those pools have somebody again; `serve` lets them take who waits before they go on. */
  finished(guests: readonly G[], freed: readonly number[]): void;
}
