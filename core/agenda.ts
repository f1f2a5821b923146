/**
 * The order of events of `src/simulate/agenda.ts`, by a tree of winners: events are its leaves, and each node above is
 * the earlier of two. Which way an event goes up does not depend on times, so that, unlike in a heap, the processor has
 * nothing to guess.
 *
 * Times are compared as whole numbers, which has the same result for the bits of numbers that are not negative.
 */
import { room } from "./memory";
import { Token, WORK_DONE } from "./tables";

@unmanaged
class Entry {
  /** The bits of a time; of a leaf that is free, `FREE` and its place. */
  time: i64;
  /** The token with the meaning in its low bits; above that, the offset of the leaf. */
  what: i64;
}

/** Bytes from an entry to the next. */
const SIZE: usize = 16;
const LATER: i64 = 1 << 62;
/** The bits of Infinity: what is planned for then, or later, never happens. */
export const NEVER: i64 = 0x7ff0000000000000;
const FREE: i64 = NEVER + 1;

// In memory at a fixed place, which is read faster than a global variable.
const STATE = memory.data(32);
const TREE = STATE;
/** How many leaves there are, in bytes; as the tree has a node less above them, this is also where they begin. */
const WIDTH = STATE + 4;
/** The first free leaf, as an offset; the next is found in its event. */
const SPARE = STATE + 8;
/** The orders in which the leaves' events were planned: ranks in the highest bit but one. */
const ORDERS = STATE + 12;
const ADDED = STATE + 16;
/** The latest time at which two events were found to be. */
const TIED = STATE + 24;

/** The leaf whose event was taken away last, as an offset, until it is used again; 0 where there is none. */
const HOLE = memory.data(8);

/** Nothing is planned. */
export function beginAgenda(): void {
  store<usize>(WIDTH, 0);
  store<usize>(SPARE, 0);
  store<i64>(ADDED, 0);
  store<i64>(TIED, 0);
  store<usize>(HOLE, 0);
  grow();
}

/** The bits of the time of the next event; those of Infinity, or more, if there is none. */
// @inline
export function nextTime(): i64 {
  if (load<usize>(HOLE) !== 0) close();
  return top().time;
}

/** The next event, after `nextTime`; it is taken away. */
// @inline
export function takeEvent(): usize {
  const what = top().what;
  store<usize>(HOLE, <usize>(what >>> 32));
  return <usize>what;
}

/** Whether, behind the event just taken away, more work is done at this time. */
// @inline
export function moreWorkDone(time: f64): bool {
  return load<i64>(TIED) >= reinterpret<i64>(time) && isTied(reinterpret<i64>(time));
}

/** The next token whose work is done, which is taken away. */
export function takeToken(): usize {
  if (load<usize>(HOLE) !== 0) close();
  return takeEvent() & ~7;
}

/** Plans an event for a token. */
// @inline
export function plan(time: f64, token: Token, event: i32): void {
  let leaf = load<usize>(HOLE);
  if (leaf !== 0) store<usize>(HOLE, 0);
  else leaf = freeLeaf();
  const added = load<i64>(ADDED);
  store<i64>(ADDED, added + 1);
  store<i64>(orderOf(leaf), event === WORK_DONE ? added : added | LATER);
  rise(leaf, reinterpret<i64>(time), ((<i64>leaf) << 32) | <i64>(changetype<usize>(token) | event));
}

// @inline
function top(): Entry {
  return changetype<Entry>(load<usize>(TREE) + SIZE);
}

// @inline
function orderOf(leaf: usize): usize {
  return load<usize>(ORDERS) + ((leaf - load<usize>(WIDTH)) >>> 1);
}

/** Puts an event into a leaf, and finds the winners above anew. */
// @inline
function rise(leaf: usize, leafTime: i64, leafWhat: i64): void {
  const tree = load<usize>(TREE);
  let time = leafTime;
  let what = leafWhat;
  let at = leaf;
  while (true) {
    const entry = changetype<Entry>(tree + at);
    entry.time = time;
    entry.what = what;
    if (at <= SIZE) break;
    const other = changetype<Entry>(tree + (at ^ SIZE));
    const otherTime = other.time;
    const otherWhat = other.what;
    let isOther = otherTime < time;
    if (otherTime === time) isOther = isBefore(otherWhat, what, time);
    time = select(otherTime, time, isOther);
    what = select(otherWhat, what, isOther);
    at = (at >>> 1) & ~(SIZE - 1);
  }
}

/** Of two events at one time, which was planned first. */
function isBefore(one: i64, other: i64, time: i64): bool {
  if (time > load<i64>(TIED)) store<i64>(TIED, time);
  return load<i64>(orderOf(<usize>(one >>> 32))) < load<i64>(orderOf(<usize>(other >>> 32)));
}

/** What is as early as the winner lost to it right beside its way up. */
function isTied(time: i64): bool {
  const tree = load<usize>(TREE);
  const hole = load<usize>(HOLE);
  if (hole === 0) return isWorkDone(top(), time);
  for (let at = hole; at > SIZE; at = (at >>> 1) & ~(SIZE - 1))
    if (isWorkDone(changetype<Entry>(tree + (at ^ SIZE)), time)) return true;
  return false;
}

function isWorkDone(entry: Entry, time: i64): bool {
  return entry.time === time && load<i64>(orderOf(<usize>(entry.what >>> 32))) < LATER;
}

function close(): void {
  const leaf = load<usize>(HOLE);
  store<usize>(HOLE, 0);
  rise(leaf, FREE + <i64>leaf, ((<i64>leaf) << 32) | <i64>load<usize>(SPARE));
  store<usize>(SPARE, leaf);
}

/** A leaf that is free, and is no more. */
// @inline
function freeLeaf(): usize {
  if (load<usize>(SPARE) === 0) grow();
  const leaf = load<usize>(SPARE);
  store<usize>(SPARE, <usize>changetype<Entry>(load<usize>(TREE) + leaf).what);
  return leaf;
}

/** Twice as many leaves, of which none is free before. */
function grow(): void {
  const before = load<usize>(WIDTH);
  const width: usize = before === 0 ? 2 * SIZE : before * 2;
  const oldTree = load<usize>(TREE);
  const oldOrders = load<usize>(ORDERS);
  const tree = room(width * 2);
  const orders = room(width >>> 1);
  store<usize>(TREE, tree);
  store<usize>(WIDTH, width);
  store<usize>(ORDERS, orders);
  memory.copy(orders, oldOrders, before >>> 1);
  let spare: usize = 0;
  for (let place: usize = width - SIZE; ; place -= SIZE) {
    const leaf = width + place;
    const entry = changetype<Entry>(tree + leaf);
    if (place >= before) {
      entry.time = FREE + <i64>leaf;
      entry.what = ((<i64>leaf) << 32) | <i64>spare;
      spare = leaf;
    } else {
      const old = changetype<Entry>(oldTree + before + place);
      entry.time = old.time;
      entry.what = ((<i64>leaf) << 32) | (old.what & 0xffffffff);
    }
    if (place === 0) break;
  }
  store<usize>(SPARE, spare);
  for (let at: usize = width - SIZE; at > 0; at -= SIZE) {
    const left = changetype<Entry>(tree + 2 * at);
    const right = changetype<Entry>(tree + 2 * at + SIZE);
    let isRight = right.time < left.time;
    if (right.time === left.time) isRight = isBefore(right.what, left.what, left.time);
    const entry = changetype<Entry>(tree + at);
    entry.time = isRight ? right.time : left.time;
    entry.what = isRight ? right.what : left.what;
  }
}
