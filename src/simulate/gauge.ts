import type { Program } from "../compile/program.ts";
import { type Areas, type Averages, averagesBetween, measure, noAreas } from "./averages.ts";
import { LivesLog } from "./lives.ts";
import type { Run } from "./run.ts";
import { SeriesLog } from "./series.ts";

/** Measures a run while it goes on: when the warm-up is over, between buckets of time, and when it is over. */
export class Gauge {
  /** The run as it goes. */
  readonly series: SeriesLog;
  /** Where all records count as one: what tells whether something should be cut off. */
  readonly lives: LivesLog | undefined;
  /** What was measured when the warm-up was over. */
  start: Areas | undefined;
  /** Set when arrivals have ended, or time is up: averages over the time until then. */
  averages: Averages | undefined;
  private readonly program: Program;
  private readonly from: number;

  /**
   * @param from - When the warm-up is over, in minutes.
   * @param expected - How long the run will take, roughly, in minutes.
   */
  constructor(program: Program, from: number, expected: number) {
    this.program = program;
    this.from = from;
    this.series = new SeriesLog(program, expected);
    this.lives = program.nodes.length === program.stations ? new LivesLog() : undefined;
  }

  /** When to measure next; Infinity where that is over. */
  next(): number {
    return Math.min(this.series.next, this.from > 0 && this.start === undefined ? this.from : Number.POSITIVE_INFINITY);
  }

  /** Takes the measurements that are due now. */
  read(run: Run): void {
    if (run.now === this.series.next) this.series.take(run);
    if (run.now === this.from) this.start = measure(run, noAreas(this.program));
  }

  /** Takes the averages up to now, if they have not been taken. */
  close(run: Run): Averages {
    if (run.now === this.series.next) this.series.take(run);
    if (this.from > 0) this.start ??= measure(run, noAreas(this.program));
    this.averages ??= averagesBetween(this.program, this.start, measure(run, noAreas(this.program)));
    this.series.end();
    return this.averages;
  }
}
