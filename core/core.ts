/**
 * The engine for processes without shifts, systems and other demands, in WebAssembly: `src/simulate/engine.ts` and what
 * stands around it are the reference, and give the same results to the last bit. JavaScript writes the process into the
 * memory; here records arrive and live.
 */
import { beginAgenda, moreWorkDone, NEVER, nextTime, takeEvent, takeToken } from "./agenda";
import {
  admit,
  beginArrivals,
  comesBefore,
  comingTime,
  countArrived,
  hear,
  isComing,
  isComplete,
  setCopies,
  setRoom,
} from "./arrivals";
import { now, setNow } from "./clock";
import { beginEndings, endingsKept } from "./endings";
import { beginMarks, leaveStages } from "./marks";
import { beginMemory } from "./memory";
import { setTables } from "./random";
import { beginRecords, depart, inside, keepUnfinished, lastLeft, lifetimes, starts, tokenSize, used } from "./records";
import { giveUp, release, serve, setPriced } from "./steps";
import { COMING, DONE, Flow, INSIDE, ON_THE_WAY, PAUSE_OVER, Token, WORK_DONE } from "./tables";
import { arriveBy, beginTravel, go, travel } from "./travel";
import { beginVisits, isLog, keepVisit, visitsKept } from "./visits";

/** Where memory is free for a process. */
export function beginning(): usize {
  return __heap_base;
}

/** Begins a run of the process that was written into the memory. */
export function begin(
  end: usize,
  fields: i32,
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
  beginVisits(0, 0);
  setPriced(priced);
  setNow(0);
}

/** How many records may be inside, and how much room they may take together. */
export function setLimits(records: f64, bytes: f64, each: f64): void {
  setRoom(records, bytes, each);
}

/** Of how many records, in order of arrival, visits are written down, and where; after `begin`. */
export function setLog(at: usize, records: i32): void {
  beginVisits(at, records);
}

/** From when on records live in another copy of the process, so many bytes further on; or in which copy their fields say. */
export function setGroups(from: f64, size: i32, split: bool): void {
  setCopies(from, size, split);
}

/**
 * Tells where the first records come from; after `begin`, and before anything happens.
 *
 * @param high - With `low`, the key of the run.
 * @param most - With how many records arrivals end.
 * @param handed - Whether JavaScript hands them over.
 */
export function setSources(first: usize, count: i32, high: i32, low: i32, most: f64, handed: bool): void {
  beginArrivals(first, count, high, low, most, handed);
}

/** Arrivals are handed over, in order of time. */
export function handOver(at: usize, count: i32): void {
  hear(at, count);
}

/** Whether records are to arrive that the core knows of. */
export function stillComing(): bool {
  return isComing();
}

/** How many records have arrived. */
export function recordsArrived(): i32 {
  return countArrived();
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
    if (!comesBefore(next)) {
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
      time = comingTime();
      if (time > until) break;
      setNow(time);
      token = admit(time);
      flow = token.home.next;
      if (isComplete()) left--;
      over = !isComing();
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
  return isComing() ? min(comingTime(), time) : time;
}

function happen(token: Token, what: i32): void {
  if (what === ON_THE_WAY) arriveBy(token);
  else if (what === PAUSE_OVER) endPause(token);
  else losePatience(token);
}

function endPause(token: Token): void {
  const node = token.at;
  if (isLog) keepVisit(token, changetype<usize>(node), DONE, token.since, token.since, now(), 0, 0);
  travel(token, node.next);
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

/** As `src/simulate/unfinished.ts`: writes down where everybody is. Nothing can happen afterwards. */
export function endLog(): void {
  keepUnfinished();
  for (let next = nextTime(); next < NEVER; next = nextTime()) {
    const event = takeEvent();
    const token = changetype<Token>(event & ~7);
    const what = <i32>(event & 7);
    if (what === PAUSE_OVER)
      keepVisit(token, changetype<usize>(token.at), INSIDE, token.since, token.since, Infinity, 0, 0);
    else if (what === ON_THE_WAY)
      keepVisit(token, changetype<usize>(token.on), COMING, reinterpret<f64>(next), NaN, Infinity, 0, 0);
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
/** How many visits were written down since JavaScript looked last. */
export function visitsSince(): i32 {
  return visitsKept();
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
