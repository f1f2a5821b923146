/**
 * The engine for processes without shifts, systems and other demands, in WebAssembly: `src/simulate/engine.ts` and what
 * stands around it are the reference, and give the same results to the last bit. JavaScript writes the process into the
 * memory and lets records arrive; here they live.
 */
import { beginAgenda, moreWorkDone, NEVER, nextTime, takeEvent, takeToken } from "./agenda";
import { now, setNow } from "./clock";
import { beginEndings, endingsKept } from "./endings";
import { beginMarks, beginSpans, enterStage, leaveStages } from "./marks";
import { beginMemory } from "./memory";
import { overcrowded } from "./outside";
import { setTables } from "./random";
import {
  arriveRecord,
  beginRecords,
  depart,
  inside,
  lastLeft,
  lifetimes,
  starts,
  take,
  tokenSize,
  used,
} from "./records";
import { giveUp, release, serve, setPriced } from "./steps";
import { Arrival, Flow, MOVING, ON_THE_WAY, PAUSE_OVER, SPAN_FROM, STAGE, Token, WORK_DONE } from "./tables";
import { arriveBy, beginTravel, go, travel } from "./travel";

/** Where records that are to arrive lie, with the fields that they carry behind each. */
let arrivals: usize = 0;
const ARRIVAL: usize = 32;

/** Where memory is free for a process. */
export function beginning(): usize {
  return __heap_base;
}

/** Begins a run of the process that was written into the memory. */
export function begin(
  end: usize,
  fields: i32,
  arrivalsAt: usize,
  counters: i32,
  stages: i32,
  spans: usize,
  spanCount: i32,
  priced: bool,
  endings: usize,
): void {
  beginMemory(end);
  beginAgenda();
  beginRecords(fields, counters, stages, spanCount);
  beginMarks(spans, spanCount, stages);
  beginTravel(priced);
  beginEndings(endings);
  setPriced(priced);
  arrivals = arrivalsAt;
  arrivalSize = ARRIVAL + ((<usize>fields) << 3);
  coming = 0;
  together = false;
  setNow(0);
}

let mostInside: f64 = 0;
let mostBytes: f64 = 0;
let bytesEach: f64 = 0;

/** How many records may be inside, and how much room they may take together. */
export function setLimits(records: f64, bytes: f64, each: f64): void {
  mostInside = records;
  mostBytes = bytes;
  bytesEach = each;
}

/** How many records JavaScript has handed over that have not come in; their places are then free. */
let coming: i32 = 0;
let arrival: Arrival = changetype<Arrival>(0);
let arrivalSize: usize = 0;
/** Whether more come in with the last that came in, before anything else happens. */
let together: bool = false;

/** Records are handed over: in order of time, from the first place on. */
export function handOver(count: i32): void {
  coming = count;
  arrival = changetype<Arrival>(arrivals);
}

/** How many have not come in. */
export function stillComing(): i32 {
  return coming;
}

/** Whether there was room. */
function isRoom(): bool {
  return <f64>inside < mostInside && <f64>used * bytesEach <= mostBytes;
}

/** The next record comes in. Returns the token that stands for it. */
// @inline
function admit(time: f64): Token {
  if (!isRoom()) overcrowded();
  const from = arrival;
  const start = from.start;
  const token = take();
  token.state = MOVING;
  token.record = token;
  token.born = time;
  token.number = from.number;
  token.high = from.high;
  token.low = from.low;
  token.home = start;
  token.spent = 0;
  arriveRecord(token, changetype<usize>(from) + ARRIVAL, time);
  together = from.more !== 0;
  arrival = changetype<Arrival>(changetype<usize>(from) + arrivalSize);
  coming--;
  if (start.marks & STAGE) enterStage(token, start);
  if (start.marks & SPAN_FROM) beginSpans(token, start, time);
  start.visits += 1;
  return token;
}

/**
 * Lets happen what is planned, and records arrive.
 *
 * @param events - How many events at most; records that come in together are one.
 * @param until - Up to and with this time.
 * @returns How many are left of `events`; more than 0 where nothing more happens by then, or where all records that were
 * handed over have come in.
 */
export function advance(events: i32, until: f64): i32 {
  let left = events;
  const last = min(reinterpret<i64>(until), NEVER - 1);
  let over = false;
  while (left > 0 && !over) {
    const next = nextTime();
    let token: Token;
    let flow: Flow;
    let time: f64;
    if (coming === 0 || (!together && reinterpret<i64>(arrival.time) >= next)) {
      if (next > last) break;
      time = reinterpret<f64>(next);
      setNow(time);
      const event = takeEvent();
      left--;
      if ((event & 7) !== WORK_DONE) {
        happen(changetype<Token>(event & ~7), <i32>(event & 7));
        continue;
      }
      token = changetype<Token>(event);
      if (moreWorkDone(time)) {
        finishTogether(token);
        continue;
      }
      const node = token.at;
      release(token, time);
      if (changetype<usize>(node.pool) !== 0) serve(node.pool, time);
      flow = node.next;
    } else {
      time = arrival.time;
      if (time > until) break;
      setNow(time);
      token = admit(time);
      flow = token.home.next;
      if (!together) left--;
      over = coming === 0;
    }
    go(token, flow, time);
  }
  return left;
}

export function time(): f64 {
  return now();
}

/** When something happens or arrives next; Infinity where nothing is to come. */
export function upcoming(): f64 {
  const time = reinterpret<f64>(min(nextTime(), NEVER));
  return coming > 0 && arrival.time < time ? arrival.time : time;
}

function happen(token: Token, what: i32): void {
  if (what === ON_THE_WAY) arriveBy(token);
  else if (what === PAUSE_OVER) travel(token, token.at.next);
  else losePatience(token);
}

/**
 * As `src/simulate/behaviours/finish.ts`: all whose work is done at this instant free their people first. Who has
 * finished stands in no line, so that the references of lines are free to list them.
 */
function finishTogether(first: Token): void {
  const time = now();
  let last = first;
  release(first, time);
  while (true) {
    const next = changetype<Token>(takeToken());
    release(next, time);
    last.behind = next;
    last = next;
    if (!moreWorkDone(time)) break;
  }
  last.behind = changetype<Token>(0);
  for (let done = first; changetype<usize>(done) !== 0; done = done.behind)
    if (changetype<usize>(done.at.pool) !== 0) serve(done.at.pool, time);
  let next = first;
  for (let done = first; changetype<usize>(done) !== 0; done = next) {
    next = done.behind;
    travel(done, done.at.next);
  }
}

function losePatience(token: Token): void {
  if (!giveUp(token)) return;
  const node = token.at;
  if (changetype<usize>(node.givesUp) !== 0) travel(token, node.givesUp);
  else {
    leaveStages(token, node);
    depart(token, now());
  }
}

/** The state of the run, for JavaScript to read. */
export function recordsInside(): i32 {
  return inside;
}
export function recordLifetimes(): f64 {
  return lifetimes;
}
export function timeOfLastLeaving(): f64 {
  return lastLeft;
}
export function placesUsed(): i32 {
  return used;
}
export function blockStart(block: i32): usize {
  return load<usize>(starts + ((<usize>block) << 2));
}
/** How many records have reached an end since JavaScript looked last. */
export function endingsSince(): i32 {
  return endingsKept();
}
export function placeSize(): usize {
  return tokenSize();
}

/** Tells where the tables of the ziggurats lie and where their tails begin. */
export function tables(exponential: usize, exponentialTail: f64, normal: usize, normalTail: f64): void {
  setTables(exponential, exponentialTail, normal, normalTail);
}
