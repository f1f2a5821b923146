/** As `src/simulate/behaviours/step.ts` and its neighbours: lines in front of pools, work, patience. */
import { plan } from "./agenda";
import { now } from "./clock";
import { endSpans, leaveStages } from "./marks";
import { workBy } from "./outside";
import { open } from "./random";
import { countVisit, depart, fieldsOf } from "./records";
import { sample } from "./sample";
import { Flow, MOVING, Node, PATIENCE_OVER, Pool, SPAN_TO, Spread, Token, WAITING, WORK_DONE, WORKING } from "./tables";
import { countDone, countWait } from "./tally";

let priced: bool = false;

/** Whether anything costs money in this run. */
export function setPriced(is: bool): void {
  priced = is;
}

/** A token comes to a step. Returns the flow for those turned away; none where it stays or leaves for good. */
export function reachStep(token: Token, node: Node): Flow {
  token.visit = countVisit(token, node);
  token.at = node;
  token.since = now;
  const pool = node.pool;
  if (changetype<usize>(pool) !== 0 && (pool.free < node.people || changetype<usize>(pool.first) !== 0)) {
    if (<f64>node.station.waiting >= node.limit) return turnAway(token, node);
    node.inStep -= now;
    wait(token, node, pool);
  } else {
    node.inStep -= now;
    begin(token, node, pool);
  }
  return changetype<Flow>(0);
}

function turnAway(token: Token, node: Node): Flow {
  node.turnedAway += 1;
  const flow = node.full;
  if (changetype<usize>(flow) === 0) {
    leaveStages(token, node);
    depart(token, now);
  }
  return flow;
}

function wait(token: Token, node: Node, pool: Pool): void {
  token.state = WAITING;
  join(token, node, pool);
  if (changetype<usize>(node.patience) === 0) {
    token.deadline = NaN;
    return;
  }
  open(token.record.high, token.record.low, node.patienceSite, token.visit);
  const minutes = sample(node.patience);
  token.deadline = now + minutes;
  plan(now + minutes, token, PATIENCE_OVER);
}

function begin(token: Token, node: Node, pool: Pool): void {
  if (changetype<usize>(pool) !== 0) pool.free -= node.people;
  token.state = WORKING;
  token.began = now;
  node.begun += 1;
  if (node.marks & SPAN_TO) endSpans(token, node, now);
  countWait(node, now - token.since);
  open(token.record.high, token.record.low, node.workSite, token.visit);
  plan(now + sample(workTime(token, node)), token, WORK_DONE);
}

function workTime(token: Token, node: Node): Spread {
  const spread = node.workTime;
  if (changetype<usize>(spread) !== 0) return spread;
  return changetype<Spread>(workBy(node, fieldsOf(token)));
}

/** Work on a token is done: its people are free again. */
export function release(token: Token): void {
  const node = token.at;
  const pool = node.pool;
  const work = now - token.began;
  countDone(node, work);
  node.inStep += now;
  if (now - token.since <= node.target) node.withinTarget += 1;
  token.state = MOVING;
  if (changetype<usize>(pool) !== 0) {
    pool.free += node.people;
    pool.busy += work * <f64>node.people;
  }
  if (priced) token.record.spent += node.price + work * node.perMinute;
}

/** Gives free people to who waits longest, as long as there are enough for the first in line. */
export function serve(pool: Pool): void {
  for (let token = pool.first; changetype<usize>(token) !== 0; token = pool.first) {
    const node = token.at;
    if (pool.free < node.people) return;
    leave(token, node, pool);
    begin(token, node, pool);
  }
}

/** A token's patience is over. Returns whether it still waited for what it waited for then, and so has left the line. */
export function giveUp(token: Token): bool {
  if (token.state !== WAITING || token.deadline !== now) return false;
  const node = token.at;
  countWait(node, now - token.since);
  leave(token, node, node.pool);
  node.gaveUp += 1;
  node.inStep += now;
  token.state = MOVING;
  serve(node.pool);
  return true;
}

function join(token: Token, node: Node, pool: Pool): void {
  const last = pool.last;
  token.before = last;
  token.behind = changetype<Token>(0);
  if (changetype<usize>(last) === 0) pool.first = token;
  else last.behind = token;
  pool.last = token;
  node.station.waiting++;
}

function leave(token: Token, node: Node, pool: Pool): void {
  const before = token.before;
  const behind = token.behind;
  if (changetype<usize>(before) === 0) pool.first = behind;
  else before.behind = behind;
  if (changetype<usize>(behind) === 0) pool.last = before;
  else behind.before = before;
  node.station.waiting--;
}
