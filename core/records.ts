/** Records and branches inside: places in memory that are used again, so that it follows how many are inside at once. */
import { room } from "./memory";
import { FREE, INSIDE, Node, Token, WAITING, WORKING } from "./tables";
import { keepVisit } from "./visits";

/** How much room a token takes, and where in it each part lies that varies by process. */
let size: usize = 0;
let fieldsAt: usize = 0;
let marksAt: usize = 0;
let visitsAt: usize = 0;
let reachedAt: usize = 0;
let visitsSize: usize = 0;
let stages: i32 = 0;

/** Places never used yet: from here up to the end of the last block. */
let fresh: usize = 0;
let endOfBlock: usize = 0;
let nextBlock: usize = 0;
let blocks: i32 = 0;
const FIRST: usize = 256;
/** Where blocks begin, each twice as large as the one before. */
export const starts = memory.data(32 * 4);

let spare: Token = changetype<Token>(0);

/** How many places were ever used, how many records are inside, the sum of their leaving less that of their arrival times. */
export let used: i32 = 0;
export let inside: i32 = 0;
export let lifetimes: f64 = 0;
export let lastLeft: f64 = 0;

/** Nobody is inside. */
export function beginRecords(fields: i32, counters: i32, stageCount: i32, spanCount: i32): void {
  fieldsAt = (offsetof<Token>() + 7) & ~7;
  marksAt = fieldsAt + ((<usize>fields) << 3);
  visitsAt = marksAt + ((<usize>spanCount) << 3);
  visitsSize = (<usize>counters) << 2;
  reachedAt = visitsAt + visitsSize;
  stages = stageCount;
  size = (reachedAt + <usize>stageCount + 7) & ~7;
  fresh = 0;
  endOfBlock = 0;
  nextBlock = FIRST;
  blocks = 0;
  spare = changetype<Token>(0);
  used = 0;
  inside = 0;
  lifetimes = 0;
  lastLeft = 0;
}

/** How many bytes a place takes. */
export function tokenSize(): usize {
  return size;
}

/** A place for a record or a branch. */
export function take(): Token {
  const token = spare;
  if (changetype<usize>(token) !== 0) {
    spare = token.behind;
    return token;
  }
  if (fresh === endOfBlock) {
    fresh = room(nextBlock * size);
    store<usize>(starts + ((<usize>blocks) << 2), fresh);
    blocks++;
    endOfBlock = fresh + nextBlock * size;
    nextBlock *= 2;
  }
  used++;
  fresh += size;
  return changetype<Token>(fresh - size);
}

/** Gives a place back. */
export function give(token: Token): void {
  token.state = FREE;
  token.behind = spare;
  spare = token;
}

/** A record is gone. */
export function depart(token: Token, now: f64): void {
  inside--;
  lifetimes += now;
  give(token);
  lastLeft = now;
}

/** A record arrives: nothing has happened to it. */
export function arriveRecord(token: Token, now: f64): void {
  inside++;
  lifetimes -= now;
  const base = changetype<usize>(token);
  for (let at = base + marksAt; at < base + visitsAt; at += 8) store<f64>(at, NaN);
  for (let at = base + visitsAt; at < base + reachedAt; at += 4) store<i32>(at, 0);
  for (let at = base + reachedAt; at < base + reachedAt + stages; at++) store<u8>(at, 0);
}

/** Writes down who waits and who is worked on, in the order of places. */
export function keepUnfinished(): void {
  for (let block = 0, left = used; left > 0; block++) {
    let at = load<usize>(starts + ((<usize>block) << 2));
    for (let end = at + <usize>min(left, (<i32>FIRST) << block) * size; at < end; at += size, left--) {
      const token = changetype<Token>(at);
      const began = token.state === WORKING ? token.began : NaN;
      if (token.state === WAITING || token.state === WORKING)
        keepVisit(token, changetype<usize>(token.at), INSIDE, token.since, began, Infinity, 0, 0);
    }
  }
}

export function fieldsOf(token: Token): usize {
  return changetype<usize>(token.record) + fieldsAt;
}

export function field(token: Token, place: i32): f64 {
  return load<f64>(changetype<usize>(token) + fieldsAt + ((<usize>place) << 3));
}

/** When the record last came to where each span begins. */
export function marksOf(token: Token): usize {
  return changetype<usize>(token.record) + marksAt;
}

/** Whether the record has come to each stage. */
export function reachedOf(token: Token): usize {
  return changetype<usize>(token.record) + reachedAt;
}

/** Which visit of its record to a node this is, from 0; and counts it. */
// @inline
export function countVisit(token: Token, node: Node): i32 {
  node.visits += 1;
  if (node.counter < 0) return 0;
  const at = changetype<usize>(token.record) + visitsAt + ((<usize>node.counter) << 2);
  const visit = load<i32>(at);
  store<i32>(at, visit + 1);
  return visit;
}

export function visitsTo(token: Token, counter: i32): i32 {
  return counter < 0 ? 1 : load<i32>(changetype<usize>(token.record) + visitsAt + ((<usize>counter) << 2));
}
