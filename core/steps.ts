/** As `src/simulate/behaviours/step.ts` and its neighbours: lines in front of pools, work, patience. */
import { plan } from "./agenda";
import { now } from "./clock";
import { endSpans, leaveStages } from "./marks";
import { workBy } from "./outside";
import { firstExponential, open } from "./random";
import { countVisit, depart, fieldsOf } from "./records";
import { sample } from "./sample";
import {
  DONE,
  Flow,
  GAVE_UP,
  MOVING,
  Node,
  PATIENCE_OVER,
  Pool,
  SPAN_TO,
  Spread,
  Token,
  WAITING,
  WAS_FULL,
  WORK_DONE,
  WORKING,
} from "./tables";
import { countDone, countNoWait, countWait } from "./tally";
import { isLog, keepVisit } from "./visits";

let priced: bool = false;

/** Whether anything costs money in this run. */
export function setPriced(is: bool): void {
  priced = is;
}

/** A token comes to a step. Returns the flow for those turned away; none where it stays or leaves for good. */
// @inline
export function reachStep(token: Token, node: Node, time: f64): Flow {
  const visit = countVisit(token, node);
  token.visit = visit;
  token.at = node;
  token.since = time;
  const pool = node.pool;
  if (changetype<usize>(pool) !== 0) {
    const left = pool.free - node.people;
    if (left < 0 || changetype<usize>(pool.first) !== 0) return reachLine(token, node, pool);
    pool.free = left;
  }
  node.inStep -= time;
  countNoWait(node);
  begin(token, node, visit, time);
  return changetype<Flow>(0);
}

/** A token comes to the end of a line. */
// @inline
function reachLine(token: Token, node: Node, pool: Pool): Flow {
  const station = node.station;
  const waiting = station.waiting;
  if (<f64>waiting >= node.limit) return turnAway(token, node);
  station.waiting = waiting + 1;
  node.inStep -= now();
  token.state = WAITING;
  const last = pool.last;
  token.before = last;
  token.behind = changetype<Token>(0);
  if (changetype<usize>(last) === 0) pool.first = token;
  else last.behind = token;
  pool.last = token;
  if (changetype<usize>(node.patience) === 0) token.deadline = NaN;
  else beImpatient(token, node);
  return changetype<Flow>(0);
}

function turnAway(token: Token, node: Node): Flow {
  node.turnedAway += 1;
  if (isLog) keepVisit(token, changetype<usize>(node), WAS_FULL, token.since, NaN, now(), 0, 0);
  const flow = node.full;
  if (changetype<usize>(flow) === 0) {
    leaveStages(token, node);
    depart(token, now());
  }
  return flow;
}

function beImpatient(token: Token, node: Node): void {
  open(token.high, token.low, node.patienceSite, token.visit);
  const deadline = now() + sample(node.patience);
  token.deadline = deadline;
  plan(deadline, token, PATIENCE_OVER);
}

/** Work on a token begins; its people have been taken and its wait counted. */
// @inline
function begin(token: Token, node: Node, visit: i32, time: f64): void {
  token.state = WORKING;
  token.began = time;
  node.begun += 1;
  if (node.marks & SPAN_TO) endSpans(token, node, time);
  const mean = node.mean;
  const minutes =
    mean > 0 ? mean * firstExponential(token.high, token.low, node.workSite, visit) : otherWork(token, node);
  plan(time + minutes, token, WORK_DONE);
}

function otherWork(token: Token, node: Node): f64 {
  open(token.high, token.low, node.workSite, token.visit);
  return sample(workTime(token, node));
}

function workTime(token: Token, node: Node): Spread {
  const spread = node.workTime;
  if (changetype<usize>(spread) !== 0) return spread;
  return changetype<Spread>(workBy(node, fieldsOf(token)));
}

/** Work on a token is done: its people are free again. */
// @inline
export function release(token: Token, time: f64): void {
  const node = token.at;
  const pool = node.pool;
  const work = time - token.began;
  countDone(node, work);
  node.inStep += time;
  if (time - token.since <= node.target) node.withinTarget += 1;
  token.state = MOVING;
  if (changetype<usize>(pool) !== 0) {
    const people = node.people;
    pool.free += people;
    pool.busy += work * <f64>people;
  }
  let cost: f64 = 0;
  if (priced) {
    cost = node.price + work * node.perMinute;
    token.record.spent += cost;
  }
  if (isLog) keepVisit(token, changetype<usize>(node), DONE, token.since, token.began, time, work, cost);
}

/** Gives free people to who waits longest, as long as there are enough for the first in line. */
// @inline
export function serve(pool: Pool, time: f64): void {
  for (let token = pool.first; changetype<usize>(token) !== 0; token = pool.first) {
    const node = token.at;
    const left = pool.free - node.people;
    if (left < 0) return;
    pool.free = left;
    const behind = token.behind;
    pool.first = behind;
    if (changetype<usize>(behind) === 0) pool.last = behind;
    else behind.before = changetype<Token>(0);
    node.station.waiting--;
    countWait(node, time - token.since);
    begin(token, node, token.visit, time);
  }
}

/** A token's patience is over. Returns whether it still waited for what it waited for then, and so has left the line. */
export function giveUp(token: Token): bool {
  const time = now();
  if (token.state !== WAITING || token.deadline !== time) return false;
  const node = token.at;
  countWait(node, time - token.since);
  leave(token, node, node.pool);
  node.gaveUp += 1;
  node.inStep += time;
  token.state = MOVING;
  if (isLog) keepVisit(token, changetype<usize>(node), GAVE_UP, token.since, NaN, time, 0, 0);
  serve(node.pool, time);
  return true;
}

/** Leaves a line from wherever it stands. */
function leave(token: Token, node: Node, pool: Pool): void {
  const before = token.before;
  const behind = token.behind;
  if (changetype<usize>(before) === 0) pool.first = behind;
  else before.behind = behind;
  if (changetype<usize>(behind) === 0) pool.last = before;
  else behind.before = before;
  node.station.waiting--;
}
