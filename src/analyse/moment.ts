import type { History } from "./history.ts";

/** Who is where at one moment: places in the history’s stays and legs. */
export interface Moment {
  /** Stays that go on, in the order in which they were reached. */
  readonly stays: readonly number[];
  /** Legs that go on. */
  readonly legs: readonly number[];
}

/** How many are where at one moment. */
export interface Headcount {
  /** By node, as in the history: who waits for work to begin, and who is worked on. */
  readonly waiting: Int32Array;
  readonly working: Int32Array;
  /** How many are between two nodes, or at a join. */
  readonly between: number;
}

/** So many rows lie between two lists of who is there. */
const STRIDE = 256;

/** Which spans of time are open now and then, the spans being in the order in which they begin. */
interface Open {
  /** One list after the other: which rows before have not ended where a stride of rows begins. */
  readonly rows: Int32Array;
  /** By list: where in `rows` it begins; at last, where the last one ends. */
  readonly lists: Int32Array;
}

/** What takes a while to find out about a history: plain data, so that it can be made elsewhere and handed over. */
export interface Index {
  readonly stays: Open;
  readonly legs: Open;
  /** Whenever something happens, each time once, in order. */
  readonly instants: Float64Array;
}

/** The index of a history. */
export function indexOf(history: History): Index {
  const { stays, legs } = history;
  return {
    stays: openIn(stays.reached, stays.left),
    legs: openIn(legs.departed, legs.arrived),
    instants: instantsOf(history),
  };
}

/** Spans of time with their index. */
interface Spans {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly open: Open;
}

/** A history that can be asked about any moment, in a time that does not grow with its length. */
export class Timeline {
  readonly history: History;
  /** Whenever something happens, each time once, in order. */
  readonly instants: Float64Array;
  private readonly stays: Spans;
  private readonly legs: Spans;

  /** @param index - Of this history, where it is known already. */
  constructor(history: History, index = indexOf(history)) {
    const { stays, legs } = history;
    this.history = history;
    this.instants = index.instants;
    this.stays = { from: stays.reached, to: stays.left, open: index.stays };
    this.legs = { from: legs.departed, to: legs.arrived, open: index.legs };
  }

  /** Who is where at a time: what begins at it has begun, and what ends at it is over. */
  at(time: number): Moment {
    const [stays, legs]: [number[], number[]] = [[], []];
    this.eachStay(time, (row) => stays.push(row));
    this.eachLeg(time, (row) => legs.push(row));
    return { stays, legs };
  }

  /** Tells each stay that goes on at a time, as `at` does, without a list of them. */
  eachStay(time: number, tell: (row: number) => void): void {
    eachOpen(this.stays, time, tell);
  }

  /** Tells each leg that goes on at a time. */
  eachLeg(time: number, tell: (row: number) => void): void {
    eachOpen(this.legs, time, tell);
  }

  /** Tells the stays that began after one time and no later than the other. */
  eachBegun(after: number, upTo: number, tell: (row: number) => void): void {
    const end = rowsUpTo(this.stays.from, upTo);
    for (let row = rowsUpTo(this.stays.from, after); row < end; row++) tell(row);
  }

  /** How many are where at a time. */
  count(time: number): Headcount {
    const { nodes, stays } = this.history;
    const [waiting, working] = [new Int32Array(nodes.length), new Int32Array(nodes.length)];
    const moment = this.at(time);
    for (const i of moment.stays) {
      const where = isWorking(stays.began[i]!, time) ? working : waiting;
      where[stays.node[i]!]!++;
    }
    return { waiting, working, between: moment.legs.length };
  }

  /** The next time, or the one before, at which something happens; the end, or the start, if nothing does. */
  next(time: number, by: 1 | -1): number {
    const { instants, history } = this;
    const later = rowsUpTo(instants, time);
    if (by === 1) return instants[later] ?? history.until;
    const earlier = instants[later - 1] === time ? later - 2 : later - 1;
    return instants[earlier] ?? 0;
  }
}

/** Whether work on a stay has begun by then. */
export function isWorking(began: number, time: number): boolean {
  return began <= time;
}

function openIn(from: Float64Array, to: Float64Array): Open {
  const rows: number[] = [];
  const lists = [0];
  let now: number[] = [];
  for (let row = 0; row < from.length; row++) {
    if (row % STRIDE === 0) {
      now = now.filter((each) => to[each]! > from[row]!);
      for (const each of now) rows.push(each);
      lists.push(rows.length);
    }
    now.push(row);
  }
  return { rows: Int32Array.from(rows), lists: Int32Array.from(lists) };
}

function instantsOf({ stays, until }: History): Float64Array {
  const rows = stays.reached.length;
  const times = new Float64Array(3 * rows);
  times.set(stays.reached);
  times.set(stays.began, rows);
  times.set(stays.left, 2 * rows);
  // What is not a number, as where work never began, is sorted to the end.
  times.sort();
  let kept = 0;
  for (const time of times) if (time <= until && (kept === 0 || time !== times[kept - 1])) times[kept++] = time;
  return times.slice(0, kept);
}

/** How many rows begin no later than a time. */
function rowsUpTo(from: Float64Array, time: number): number {
  let [low, high] = [0, from.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function eachOpen({ from, to, open: { rows, lists } }: Spans, time: number, tell: (row: number) => void): void {
  const begun = rowsUpTo(from, time);
  if (begun === 0) return;
  const list = Math.floor((begun - 1) / STRIDE);
  for (let i = lists[list]!; i < lists[list + 1]!; i++) if (to[rows[i]!]! > time) tell(rows[i]!);
  for (let row = list * STRIDE; row < begun; row++) if (to[row]! > time) tell(row);
}

/** When there was a longest queue, and where. */
export interface Longest {
  readonly time: number;
  readonly node: string;
  readonly count: number;
}

/** The moment at which most records waited at one node, the first of such moments; nothing where nobody ever waited. */
export function longestQueue(history: History): Longest | undefined {
  const waits = waitsOf(history);
  let longest: Longest | undefined;
  for (const [place, node] of history.nodes.entries()) {
    const { from, to } = waits[place]!;
    // In order by themselves: who leaves at an instant is gone before who comes at it.
    let gone = 0;
    for (const [come, time] of from.entries()) {
      while (to[gone]! <= time) gone++;
      const count = come + 1 - gone;
      const most = longest?.count ?? 0;
      if (count > most || (count === most && longest !== undefined && time < longest.time))
        longest = { time, node, count };
    }
  }
  return longest;
}

/** By node: when waits began and when they were over, either in order. */
function waitsOf({ nodes, stays, until }: History): readonly { readonly from: number[]; readonly to: Float64Array }[] {
  const waits = nodes.map((): { from: number[]; to: number[] } => ({ from: [], to: [] }));
  for (let i = 0; i < stays.node.length; i++) {
    const reached = stays.reached[i]!;
    const end = Number.isNaN(stays.began[i]!) ? stays.left[i]! : stays.began[i]!;
    if (end <= reached || reached > until) continue;
    const { from, to } = waits[stays.node[i]!]!;
    from.push(reached);
    to.push(end);
  }
  return waits.map(({ from, to }) => ({ from, to: Float64Array.from(to).sort() }));
}

/**
 * How many records are inside at so many moments, evenly spread over the history.
 *
 * @returns By moment; the first is the start, the last the end.
 */
export function insideOver({ stays, legs, records, until }: History, moments: number): readonly number[] {
  const [born, gone] = [new Float64Array(records).fill(Number.POSITIVE_INFINITY), new Float64Array(records)];
  for (let i = 0; i < stays.record.length; i++) {
    const record = stays.record[i]!;
    born[record] = Math.min(born[record]!, stays.reached[i]!);
    gone[record] = Math.max(gone[record]!, stays.left[i]!);
  }
  for (let i = 0; i < legs.record.length; i++) {
    const record = legs.record[i]!;
    gone[record] = Math.max(gone[record]!, legs.arrived[i]!);
  }
  const [ins, outs] = [born.sort(), gone.sort()];
  return Array.from({ length: moments }, (_, i) => {
    const time = i === moments - 1 ? until : (until * i) / (moments - 1);
    return rowsUpTo(ins, time) - rowsUpTo(outs, time);
  });
}
