import type { Program, Source } from "../compile/program.ts";
import type { Availability } from "./availability.ts";
import { PURPOSE, type Random, recordKeys, siteKey } from "./random.ts";
import { sample } from "./sample.ts";

/** When the next records arrive, at which start. Only the next arrival of each start is known, never all ahead. */
export class Arrivals {
  /** When the next records arrive; Infinity if no more do. */
  time = Number.POSITIVE_INFINITY;
  /** At which source. */
  source = -1;
  private readonly sources: readonly Source[];
  /** By source. */
  private readonly next: Float64Array;
  private readonly sites: Int32Array;
  private readonly arrivals: Int32Array;
  /** How many records each source has sent. */
  readonly records: Int32Array;
  private readonly run: Int32Array;
  private readonly random: Random;
  private readonly availability: Availability;
  private readonly key = new Int32Array(2);

  constructor(program: Program, run: Int32Array, random: Random, availability: Availability) {
    this.availability = availability;
    this.sources = program.sources;
    this.run = run;
    this.random = random;
    this.sites = Int32Array.from(this.sources, (source) => siteKey(source.key, PURPOSE.arrival));
    this.arrivals = new Int32Array(this.sources.length);
    this.records = new Int32Array(this.sources.length);
    this.next = Float64Array.from(this.sources, (_, i) => this.after(i, 0));
    this.seek();
  }

  /** How many records arrive now. */
  size(): number {
    const source = this.sources[this.source]!;
    if (source.arrivals.kind !== "every") return 1;
    return Math.min(source.arrivals.batch, source.arrivals.max - this.records[this.source]!);
  }

  /** Moves on to the next arrival, after the records of this one were sent. */
  proceed(): void {
    this.arrivals[this.source]!++;
    this.next[this.source] = this.after(this.source, this.time);
    this.seek();
  }

  /** No more records arrive. */
  close(): void {
    this.time = Number.POSITIVE_INFINITY;
  }

  private seek(): void {
    this.time = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.next.length; i++) {
      if (this.next[i]! < this.time) {
        this.time = this.next[i]!;
        this.source = i;
      }
    }
  }

  private after(i: number, now: number): number {
    const { arrivals, key } = this.sources[i]!;
    const number = this.arrivals[i]!;
    if (arrivals.kind === "at") return arrivals.times[number] ?? Number.POSITIVE_INFINITY;
    recordKeys(this.key, this.run, key, number);
    this.random.open(this.key[0]!, this.key[1]!, this.sites[i]!, 0);
    if (arrivals.kind === "rates") return nextOfCycle(arrivals, now, this.random.exponential());
    if (this.records[i]! >= arrivals.max) return Number.POSITIVE_INFINITY;
    const gap = sample(number === 0 ? arrivals.first : arrivals.gap, this.random);
    if (arrivals.opening === undefined) return now + gap;
    const hours = this.availability.calendar(arrivals.opening);
    // A gap that ends with a shift ends when the next one begins: nobody comes to a closed door.
    return hours.nextOpen(hours.after(now, gap));
  }
}

/** The next arrival of a Poisson process whose rate goes through a cycle: when the area under the rate has grown by `amount`. */
function nextOfCycle(
  { ends, perMinute }: { ends: Float64Array; perMinute: Float64Array },
  now: number,
  amount: number,
): number {
  const cycle = ends.at(-1) ?? 0;
  const perCycle = perMinute.reduce((sum, rate, i) => sum + rate * (ends[i]! - (ends[i - 1] ?? 0)), 0);
  if (perCycle <= 0) return Number.POSITIVE_INFINITY;
  let time = now;
  let left = amount;
  for (;;) {
    const round = Math.floor(time / cycle) * cycle;
    const place = ends.findIndex((end) => round + end > time);
    const rate = perMinute[place] ?? 0;
    const end = round + (ends[place] ?? cycle);
    if (rate > 0 && left <= rate * (end - time)) return time + left / rate;
    left -= rate * (end - time);
    // Rounding may leave a sliver of the cycle that is shorter than the clock can tell.
    time = end > time ? end : round + cycle;
  }
}
