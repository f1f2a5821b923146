/** As `src/simulate/agenda.ts`, which see: the same order of events. */
import { room } from "./memory";
import { Token, WORK_DONE } from "./tables";

@unmanaged
class Entry {
  time: f64;
  /** Rank in the highest bit but one, order of adding below. */
  order: i64;
  /** The token, and the meaning in its low bits. */
  event: usize;
}

/** Room for each, so that places are found by shifting. */
const SHIFT: usize = 5;
const SIZE: usize = 1 << SHIFT;
const LATER: i64 = 1 << 62;
const FIRST: i32 = 64;

let entries: usize = 0;
let capacity: i32 = 0;
let size: i32 = 0;
let added: i64 = 0;
let hole: bool = false;

/** Nothing is planned. */
export function beginAgenda(): void {
  capacity = FIRST;
  entries = room((<usize>capacity) << SHIFT);
  for (let i = 0; i < capacity; i++) entry(i).time = Infinity;
  size = 0;
  added = 0;
  hole = false;
}

export function nextTime(): f64 {
  if (hole) close();
  return entry(0).time;
}

/** The next event, after `nextTime`; it is taken away. */
export function takeEvent(): usize {
  hole = true;
  return entry(0).event;
}

/** Whether, behind the event just taken away, more work is done at this time. */
export function moreWorkDone(time: f64): bool {
  if (!hole) return isWorkDone(0, time);
  return isWorkDone(1, time) || isWorkDone(2, time);
}

function isWorkDone(at: i32, time: f64): bool {
  return entry(at).time === time && entry(at).order < LATER;
}

/** The next token whose work is done, which is taken away. */
export function takeToken(): usize {
  if (hole) close();
  return takeEvent() & ~7;
}

/** Plans an event for a token. */
export function plan(time: f64, token: Token, event: i32): void {
  const order = event === WORK_DONE ? added : added | LATER;
  added++;
  const what = changetype<usize>(token) | event;
  if (hole) {
    hole = false;
    sink(time, order, what);
    return;
  }
  if (size + 1 === capacity) grow();
  rise(entries + ((<usize>size) << SHIFT), time, order, what);
  size++;
}

function entry(at: i32): Entry {
  return changetype<Entry>(entries + ((<usize>at) << SHIFT));
}

function close(): void {
  hole = false;
  const last = entry(--size);
  const time = last.time;
  last.time = Infinity;
  if (size > 0) sink(time, last.order, last.event);
}

/** Puts an event in at the top and lets it sink to its place. */
function sink(time: f64, order: i64, event: usize): void {
  let at = entries;
  const end = entries + ((<usize>size) << SHIFT);
  // Of the entry at place i, the children are at 2 i + 1 and 2 i + 2.
  const offset = SIZE - entries;
  for (let child = entries + SIZE; child < end; child = 2 * child + offset) {
    const left = changetype<Entry>(child);
    const right = changetype<Entry>(child + SIZE);
    // Which is earlier is anybody's guess, so it is added up rather than branched on.
    if (left.time === right.time) child += (<usize>(right.order < left.order)) << SHIFT;
    else child += (<usize>(right.time < left.time)) << SHIFT;
    const earlier = changetype<Entry>(child);
    if (time < earlier.time || (time === earlier.time && order < earlier.order)) break;
    move(earlier, changetype<Entry>(at));
    at = child;
  }
  put(at, time, order, event);
}

function rise(from: usize, time: f64, order: i64, event: usize): void {
  let at = from;
  while (at > entries) {
    const above = entries + (((at - entries - SIZE) >>> (SHIFT + 1)) << SHIFT);
    const parent = changetype<Entry>(above);
    if (time > parent.time || (time === parent.time && order > parent.order)) break;
    move(parent, changetype<Entry>(at));
    at = above;
  }
  put(at, time, order, event);
}

function put(at: usize, time: f64, order: i64, event: usize): void {
  const entry = changetype<Entry>(at);
  entry.time = time;
  entry.order = order;
  entry.event = event;
}

function move(from: Entry, to: Entry): void {
  to.time = from.time;
  to.order = from.order;
  to.event = from.event;
}

function grow(): void {
  const before = entries;
  entries = room((<usize>(2 * capacity)) << SHIFT);
  memory.copy(entries, before, (<usize>capacity) << SHIFT);
  for (let i = capacity; i < 2 * capacity; i++) entry(i).time = Infinity;
  capacity *= 2;
}
