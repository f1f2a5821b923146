/** Tells open stretches of time in order, each beginning after the one before has ended; minutes since the start. */
export type Stretches = () => { readonly from: number; readonly to: number };

/**
 * When something is to be had: a team on shift, a system that is up. Stretches of open time in order, found out as far
 * ahead as anybody asks, and kept. Each is open from its beginning up to, not including, its end.
 */
export class Timeline {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  /** Open minutes before each stretch. */
  private readonly before: number[] = [];
  private readonly stretches: Stretches;
  /** The stretch found last; the next question is mostly about the same or the one behind. */
  private last = 0;

  /** @param stretches - Must go on for ever: a timeline that is never open again has no answers. */
  constructor(stretches: Stretches) {
    this.stretches = stretches;
  }

  isOpen(time: number): boolean {
    return this.from[this.stretch(time)]! <= time;
  }

  /** The first moment from `time` on that is open. */
  nextOpen(time: number): number {
    return Math.max(time, this.from[this.stretch(time)]!);
  }

  /** The end of the open stretch that `time` lies in, or, where it lies in none, of the next. */
  nextClose(time: number): number {
    return this.to[this.stretch(time)]!;
  }

  /** When so many open minutes have passed since `time`: the end of a stretch, not the beginning of the next. */
  after(time: number, minutes: number): number {
    if (minutes === 0) return time;
    let i = this.stretch(time);
    const goal = this.before[i]! + Math.max(0, time - this.from[i]!) + minutes;
    while (this.before[i]! + (this.to[i]! - this.from[i]!) < goal) i = this.next(i);
    return this.from[i]! + (goal - this.before[i]!);
  }

  /** How many minutes from one moment to a later one are open. */
  between(from: number, to: number): number {
    if (to <= from) return 0;
    const i = this.stretch(from);
    const j = to < this.to[i]! ? i : this.stretch(to);
    return this.upTo(j, to) - this.upTo(i, from);
  }

  /** How many minutes were open up to a time in a stretch, or before it and after the one before. */
  private upTo(i: number, time: number): number {
    return this.before[i]! + Math.max(0, time - this.from[i]!);
  }

  /** The first stretch that ends after `time`. */
  private stretch(time: number): number {
    let i = this.last < this.to.length ? this.last : 0;
    if (i > 0 && this.to[i - 1]! > time) i = this.search(time);
    while (i >= this.to.length || this.to[i]! <= time) i = this.next(i);
    this.last = i;
    return i;
  }

  private search(time: number): number {
    let low = 0;
    let high = this.to.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.to[middle]! > time) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private next(i: number): number {
    const place = i < this.to.length ? i + 1 : i;
    if (place === this.to.length) {
      const { from, to } = this.stretches();
      const open = place === 0 ? 0 : this.before[place - 1]! + (this.to[place - 1]! - this.from[place - 1]!);
      this.from.push(from);
      this.to.push(to);
      this.before.push(open);
    }
    return place;
  }
}

/** When two things are to be had at once. */
export function both(a: Timeline, b: Timeline): Timeline {
  let time = 0;
  return new Timeline(() => {
    for (;;) {
      const from = Math.max(a.nextOpen(time), b.nextOpen(time));
      const to = Math.min(a.nextClose(from), b.nextClose(from));
      time = from;
      if (a.isOpen(from) && b.isOpen(from)) {
        time = to;
        return { from, to };
      }
    }
  });
}
