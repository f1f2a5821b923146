/**
 * What is to happen, by time: a binary heap in typed arrays.
 *
 * A look at the top leaves it in place; `drop` marks it as a hole that the next `add` fills, because most events end
 * with adding the next one, which saves half of the work of taking the top away first.
 *
 * Events at the same time come in the order of their rank, then in the order in which they were added.
 */
export class Agenda {
  /** Behind the last event stands Infinity, so that the last of them, too, has a sibling to compare it with. */
  private times = new Float64Array(64).fill(Number.POSITIVE_INFINITY);
  /** Rank and order of adding in one number: the rank in the high bits. */
  private orders = new Float64Array(64);
  private events = new Int32Array(64);
  private size = 0;
  private added = 0;
  private hole = false;

  /** The time of the next event; Infinity if there is none. */
  nextTime(): number {
    if (this.hole) this.close();
    return this.times[0]!;
  }

  /** The next event; what it means is up to who added it. */
  nextEvent(): number {
    if (this.hole) this.close();
    return this.events[0]!;
  }

  /**
   * Whether, behind the event just dropped, one at this time and of this rank comes next; asked without filling the
   * hole, since mostly there is none.
   */
  follows(time: number, rank: number): boolean {
    const { times, orders } = this;
    const below = (rank + 1) * RANK;
    if (!this.hole) return times[0] === time && orders[0]! < below;
    return (times[1] === time && orders[1]! < below) || (times[2] === time && orders[2]! < below);
  }

  /** Takes the next event away, after it was looked at. */
  drop(): void {
    this.hole = true;
  }

  /**
   * Adds an event.
   *
   * @param time - In minutes; not before the time of the event dropped last.
   * @param rank - From 0; at the same time, smaller ranks come first.
   */
  add(time: number, rank: number, event: number): void {
    const order = rank * RANK + this.added++;
    if (this.hole) {
      this.hole = false;
      this.sink(time, order, event);
    } else {
      if (this.size + 1 === this.times.length) this.grow();
      this.rise(this.size++, time, order, event);
    }
  }

  private close(): void {
    this.hole = false;
    const last = --this.size;
    const time = this.times[last]!;
    this.times[last] = Number.POSITIVE_INFINITY;
    if (last > 0) this.sink(time, this.orders[last]!, this.events[last]!);
  }

  /** Puts an event in at the top and lets it sink to its place. */
  private sink(time: number, order: number, event: number): void {
    const { times, orders, events, size } = this;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const left = times[child]!;
      const right = times[child + 1]!;
      // Which is earlier is anybody's guess, so it is added up rather than branched on.
      if (left === right) child += Number(orders[child + 1]! < orders[child]!);
      else child += Number(right < left);
      const earlier = times[child]!;
      if (time < earlier || (time === earlier && order < orders[child]!)) break;
      times[at] = earlier;
      orders[at] = orders[child]!;
      events[at] = events[child]!;
      at = child;
    }
    times[at] = time;
    orders[at] = order;
    events[at] = event;
  }

  private rise(from: number, time: number, order: number, event: number): void {
    const { times, orders, events } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      const later = times[parent]!;
      if (time > later || (time === later && order > orders[parent]!)) break;
      times[at] = later;
      orders[at] = orders[parent]!;
      events[at] = events[parent]!;
      at = parent;
    }
    times[at] = time;
    orders[at] = order;
    events[at] = event;
  }

  private grow(): void {
    const { length } = this.times;
    this.times = longer(this.times).fill(Number.POSITIVE_INFINITY, length);
    this.orders = longer(this.orders);
    this.events = longer(this.events);
  }
}

/** Ranks stand above 2⁴⁶ events: more than any run has. */
const RANK = 2 ** 46;

/** A copy of an array with twice its room. */
export function longer<T extends Float64Array | Int32Array | Uint8Array | Uint16Array>(array: T): T {
  const copy = new (array.constructor as new (length: number) => T)(array.length * 2);
  copy.set(array);
  return copy;
}
