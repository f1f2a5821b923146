/** As `src/simulate/arrivals.ts` and `behaviours/start.ts` there: when records arrive, with their luck and their fields. */
import { beginSpans, enterStage } from "./marks";
import { copyOf, overcrowded } from "./outside";
import { mix, open } from "./random";
import { arriveRecord, fieldsOf, inside, take, used } from "./records";
import { sample } from "./sample";
import { ARRIVED, Arrival, Field, MOVING, Node, Source, SPAN_FROM, STAGE, Token } from "./tables";
import { isLog, keepVisit } from "./visits";

/** The bits of the time of the next arrival; less than any time while records come in together, more where there is none. */
const COMING = memory.data(8);
const TOGETHER: i64 = -1;
const NONE: i64 = i64.MAX_VALUE;

const SOURCE: usize = (offsetof<Source>() + 7) & ~7;
const FIELD: usize = (offsetof<Field>() + 7) & ~7;
const ARRIVAL: usize = (offsetof<Arrival>() + 7) & ~7;

let sources: usize = 0;
let endOfSources: usize = 0;
/** Which source the next come from, when, and how many more of them come in together. */
let source: Source = changetype<Source>(0);
let next: f64 = 0;
let together: i32 = 0;
/** Those that JavaScript hands over, and how many are left; it does so where there are calendars, lists or cycles. */
let handed: Arrival = changetype<Arrival>(0);
let left: i32 = 0;
let isHanded: bool = false;

/** The key of the run. */
let runHigh: i32 = 0;
let runLow: i32 = 0;
/** With how many records arrivals end, and how many have arrived. */
let most: f64 = 0;
let arrived: i32 = 0;
/** From when on records live in another copy of the process, how far that lies, and whether their fields say which. */
let copyFrom: f64 = 0;
let copySize: i32 = 0;
let isSplit: bool = false;

let mostInside: f64 = 0;
let mostBytes: f64 = 0;
let bytesEach: f64 = 0;

/** How many records may be inside, and how much room they may take together. */
export function setRoom(records: f64, bytes: f64, each: f64): void {
  mostInside = records;
  mostBytes = bytes;
  bytesEach = each;
}

/** Which records live in another copy of the process. */
export function setCopies(from: f64, size: i32, split: bool): void {
  copyFrom = from;
  copySize = size;
  isSplit = split;
}

/** Nobody has arrived. */
export function beginArrivals(first: usize, count: i32, high: i32, low: i32, records: f64, byHand: bool): void {
  sources = first;
  endOfSources = first + <usize>count * SOURCE;
  runHigh = high;
  runLow = low;
  most = records;
  arrived = 0;
  together = 0;
  left = 0;
  isHanded = byHand;
  store<i64>(COMING, NONE);
  if (byHand) return;
  for (let at = sources; at < endOfSources; at += SOURCE) {
    const each = changetype<Source>(at);
    each.next = after(each, 0);
  }
  seek();
}

/** JavaScript tells of arrivals, in order of time. */
export function hear(at: usize, count: i32): void {
  handed = changetype<Arrival>(at);
  left = count;
  if (count > 0) expect(handed.time);
}

/** Whether arrivals are known that have not come in. */
export function isComing(): bool {
  return load<i64>(COMING) !== NONE;
}

/** Whether records come in before what is planned next. */
// @inline
export function comesBefore(planned: i64): bool {
  return load<i64>(COMING) < planned;
}

/** Whether all records that are to come in with the last have done so. */
// @inline
export function isComplete(): bool {
  return load<i64>(COMING) !== TOGETHER;
}

/** When records come in next. */
// @inline
export function comingTime(): f64 {
  return next;
}

/** How many have arrived. */
export function countArrived(): i32 {
  return arrived;
}

function expect(time: f64): void {
  next = time;
  store<i64>(COMING, time < Infinity ? reinterpret<i64>(time) : NONE);
}

/** The next record comes in. Returns the token that stands for it. */
export function admit(time: f64): Token {
  if (<f64>inside >= mostInside || <f64>used * bytesEach > mostBytes) overcrowded();
  if (together === 0) {
    if (isHanded) source = handed.source;
    together = isHanded ? handed.count : sizeOf(source);
  }
  const from = source;
  const token = take();
  token.state = MOVING;
  token.record = token;
  token.born = time;
  token.number = arrived++;
  token.spent = 0;
  const number = from.sent++;
  if (number !== from.keyed) findKey(from, number);
  token.high = from.high;
  token.low = from.low;
  arriveRecord(token, time);
  if (from.firstField < from.endOfFields) drawFields(from, token);
  const home = changetype<Node>(changetype<i32>(from.home) + (time < copyFrom ? 0 : copySize * copyOfToken(token)));
  token.home = home;
  if (home.marks & STAGE) enterStage(token, home);
  if (home.marks & SPAN_FROM) beginSpans(token, home, time);
  home.visits += 1;
  if (isLog) keepVisit(token, changetype<usize>(home), ARRIVED, time, time, time, 0, 0);
  if (--together > 0) store<i64>(COMING, TOGETHER);
  else moveOn();
  return token;
}

function copyOfToken(token: Token): i32 {
  return isSplit ? copyOf(fieldsOf(token)) : 1;
}

function sizeOf(from: Source): i32 {
  return <i32>min(min(from.batch, from.most - <f64>from.sent), most - <f64>arrived);
}

function drawFields(from: Source, token: Token): void {
  let into = fieldsOf(token);
  for (let at = from.firstField; at < from.endOfFields; at += FIELD) {
    const field = changetype<Field>(at);
    let value = field.value;
    if (isNaN(value) && changetype<usize>(field.spread) !== 0) {
      open(token.high, token.low, field.site, 0);
      value = sample(field.spread);
    }
    store<f64>(into, value);
    into += 8;
  }
}

/** The records that came in are all of their arrival: on to the next, if there is one. */
function moveOn(): void {
  if (isHanded) {
    handed = changetype<Arrival>(changetype<usize>(handed) + ARRIVAL);
    expect(--left > 0 ? handed.time : Infinity);
  } else if (<f64>arrived >= most) expect(Infinity);
  else {
    source.arrivals++;
    source.next = after(source, next);
    seek();
  }
}

function seek(): void {
  let time = Infinity;
  for (let at = sources; at < endOfSources; at += SOURCE) {
    const each = changetype<Source>(at);
    if (each.next < time) {
      time = each.next;
      source = each;
    }
  }
  expect(time);
}

function after(from: Source, time: f64): f64 {
  const number = from.arrivals;
  findKey(from, number);
  open(from.high, from.low, from.site, 0);
  if (<f64>from.sent >= from.most) return Infinity;
  return time + sample(number === 0 ? from.first : from.gap);
}

/** As `recordKeys` of `src/simulate/random.ts`; where a record comes alone, its arrival has the same key. */
function findKey(from: Source, number: i32): void {
  const start = from.key;
  const high = mix(runHigh ^ mix(start + mix(number)));
  from.high = high;
  from.low = mix(runLow + mix((number * <i32>0x9e3779b9) ^ start) + high * <i32>0x85ebca6b);
  from.keyed = number;
}
