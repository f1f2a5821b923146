import type { Program } from "../compile/program.ts";
import { Arrivals } from "./arrivals.ts";
import { Availability } from "./availability.ts";
import { Gauge } from "./gauge.ts";
import type { Groups } from "./groups.ts";
import { Jobs } from "./jobs.ts";
import { Queues } from "./queues.ts";
import { Random, runKey } from "./random.ts";
import type { RecordLog } from "./record-log.ts";
import { sitesOf } from "./sites.ts";
import { LIMITS, type Limits, type Stop } from "./stop.ts";
import { Tally } from "./tally.ts";
import { Tokens } from "./tokens.ts";

/** What a replication is, besides the program. */
export interface Setting {
  readonly seed: number;
  readonly replication: number;
  readonly stop: Stop;
  /** How long it will take, roughly, in minutes. */
  readonly expected: number;
  readonly log?: RecordLog | undefined;
  readonly groups?: Groups | undefined;
  readonly limits?: Limits | undefined;
}

/**
 * One replication of a program under way: the same program, seed and number of the replication give the same history.
 * Here is the clock, with arrivals and measurements; what happens to records between two of those is up to the engine.
 */
export abstract class Run {
  readonly program: Program;
  readonly tally: Tally;
  readonly tokens: Tokens;
  readonly queues: Queues;
  /** What tasks need on top; nothing of it is touched where there are none. */
  readonly jobs = new Jobs();
  readonly availability: Availability;
  readonly random = new Random();
  /** Which copy of the program a record lives in; undefined where there is but one. */
  readonly groups: Groups | undefined;
  readonly limits: Limits;
  readonly gauge: Gauge;
  /** The key of this replication in random draws. */
  readonly key: Int32Array;
  readonly sites: ReturnType<typeof sitesOf>;
  /** Minutes since the start of the run. */
  now = 0;

  /** When the last record left. */
  protected lastLeft = 0;
  protected readonly arrivals: Arrivals;
  /** With how many records arrivals end. */
  protected readonly records: number;
  private readonly horizon: number;
  /** When to pause for a measurement, or to end. */
  protected limit: number;

  constructor(program: Program, { seed, replication, stop, expected, groups, limits }: Setting) {
    this.program = program;
    this.groups = groups;
    this.limits = limits ?? LIMITS;
    this.tally = new Tally(program);
    this.tokens = new Tokens(program);
    this.queues = new Queues(program);
    this.records = "records" in stop ? stop.records : Number.POSITIVE_INFINITY;
    this.horizon = "minutes" in stop ? stop.minutes : Number.POSITIVE_INFINITY;
    this.gauge = new Gauge(program, stop.from ?? 0, expected);
    this.limit = Math.min(this.horizon, this.gauge.next());
    this.key = runKey(seed, replication);
    this.sites = sitesOf(program);
    this.availability = new Availability(program, this.key);
    this.arrivals = new Arrivals(program, this.key, new Random(), this.availability);
  }

  /**
   * Lets records arrive and happen what is planned, up to and with the time `limit`.
   *
   * @param events - How many events at most; records that arrive together are one.
   * @returns How many are left of `events`; more than 0 where nothing more happens by then.
   * @throws RunLimit where it cannot go on.
   */
  protected abstract advance(events: number): number;

  /** When what the engine knows of happens next; Infinity where nothing is to come. */
  protected abstract nextTime(): number;

  /** Writes into the log, if there is one, where everybody is who is still inside. Nothing can happen afterwards. */
  abstract endLog(): void;

  /**
   * Brings `tally`, `tokens` and `queues` up to date, for an engine that keeps its books elsewhere.
   *
   * @param histograms - Whether also how many values there were of each size.
   */
  read(_histograms = false): void {}

  /**
   * Goes on with the run.
   *
   * @param events - After how many events to come back, so that the caller can tell of progress.
   * @returns Whether the replication is over.
   * @throws RunLimit where it cannot go on.
   */
  proceed(events: number): boolean {
    let left = events;
    for (;;) {
      left = this.advance(left);
      if (left === 0) return false;
      left--;
      if (this.pause()) return true;
    }
  }

  /** How much of the run is done, from 0 to 1. */
  done(): number {
    return Number.isFinite(this.horizon) ? this.now / this.horizon : Math.min(1, this.tally.arrived / this.records);
  }

  /** Nothing is to happen before the next measurement: it is taken, or, if there is none to take, the run is over. */
  private pause(): boolean {
    const nothing = this.nextTime() === Number.POSITIVE_INFINITY && this.arrivals.time === Number.POSITIVE_INFINITY;
    if (this.limit >= this.horizon || (nothing && this.horizon === Number.POSITIVE_INFINITY)) return this.finish();
    this.now = this.limit;
    this.read();
    this.gauge.read(this);
    this.limit = Math.min(this.horizon, this.gauge.next());
    return false;
  }

  /** The records that arrive now have come in: on to the next, if there are any. */
  protected nextArrival(): void {
    if (this.tally.arrived >= this.records) this.arrivals.close();
    else this.arrivals.proceed();
  }

  /** The last record has arrived. */
  protected endArrivals(): void {
    if (this.horizon < Number.POSITIVE_INFINITY) return;
    this.read();
    this.gauge.close(this);
    this.limit = this.horizon;
  }

  private finish(): true {
    this.read();
    // The last thing on the agenda may have been the patience of somebody long gone.
    if (Number.isFinite(this.horizon)) this.now = this.horizon;
    else if (this.tokens.records === 0) this.now = this.lastLeft;
    this.gauge.close(this);
    return true;
  }
}
