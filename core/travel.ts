/** As `travel` of `src/simulate/engine.ts` and the behaviours of what takes no work. */
import { plan } from "./agenda";
import { now } from "./clock";
import { keepEnding } from "./endings";
import { beginSpans, endSpans, enterStage, leaveStages } from "./marks";
import { circles, passes } from "./outside";
import { firstShare, open } from "./random";
import { countVisit, depart, field, fieldsOf, give, take, visitsTo } from "./records";
import { sample } from "./sample";
import { reachStep } from "./steps";
import {
  DECISION,
  END,
  ENDED,
  Flow,
  FORK,
  MARKED,
  MOVING,
  Node,
  ON_THE_WAY,
  PAUSE_OVER,
  SPAN_FROM,
  SPAN_TO,
  SPLIT,
  STAGE,
  STEP,
  Token,
  WAIT,
  Way,
} from "./tables";
import { countCycle, countSpent } from "./tally";
import { isLog, keepVisit } from "./visits";

/** A record that passes this many nodes in no time goes round in circles. */
const HOPS: i32 = 100_000;

let priced: bool = false;

/** Whether anything costs money in this run. */
export function beginTravel(money: bool): void {
  priced = money;
}

/** Sends a token on by a flow, until it comes to something that takes time, or leaves. */
export function travel(token: Token, flow: Flow): void {
  go(token, flow, now());
}

/** As `travel`, for where it is worth to be taken in whole. */
// @inline
export function go(token: Token, flow: Flow, time: f64): void {
  let way = flow;
  let hops = 0;
  do {
    way.taken += 1;
    if (changetype<usize>(way.delay) !== 0) {
      setOut(token, way);
      return;
    }
    const node = way.to;
    if (++hops > HOPS) circles(node);
    const kind = node.kind;
    if (kind === STEP) way = reachStep(token, node, time);
    else if (kind === DECISION) way = decide(token, node);
    else way = reachOther(token, node, kind);
  } while (changetype<usize>(way) !== 0);
}

/** A token that was on its way on a flow is there. */
export function arriveBy(token: Token): void {
  const node = token.on.to;
  const way = reachOther(token, node, node.kind);
  if (changetype<usize>(way) !== 0) travel(token, way);
}

function setOut(token: Token, flow: Flow): void {
  open(token.high, token.low, flow.site, visitsTo(token, flow.counter) - 1);
  const minutes = sample(flow.delay);
  token.state = MOVING;
  token.on = flow;
  token.since = now();
  flow.onTheWay += minutes;
  plan(now() + minutes, token, ON_THE_WAY);
}

/** A token comes to a node. Returns the flow by which it leaves at once; none where it stays, or is gone. */
function reachOther(token: Token, node: Node, marked: i32): Flow {
  const time = now();
  const kind = marked & ~MARKED;
  if (marked !== kind) {
    const marks = node.marks;
    if (marks & SPAN_TO && kind !== STEP) endSpans(token, node, time);
    if (marks & SPAN_FROM) beginSpans(token, node, time);
    if (marks & STAGE) enterStage(token, node);
  }
  if (kind === END) finish(token, node);
  else if (kind === STEP) return reachStep(token, node, time);
  else if (kind === DECISION) return decide(token, node);
  else if (kind === WAIT) pause(token, node);
  else if (kind === FORK) split(token, node);
  else joinBranch(token, node);
  return changetype<Flow>(0);
}

// @inline
function decide(token: Token, node: Node): Flow {
  const visit = countVisit(token, node);
  let way = node.firstWay;
  const last = node.lastWay;
  if (node.byChance) {
    const chance = firstShare(token.high, token.low, node.chanceSite, visit);
    // Of two ways, which it is is anybody's guess, so it is added up rather than branched on.
    if (changetype<usize>(last) - changetype<usize>(way) === offsetof<Way>())
      return changetype<Way>(changetype<usize>(way) + (chance >= way.below ? offsetof<Way>() : 0)).flow;
    while (way !== last && chance >= way.below) way = nextWay(way);
    return way.flow;
  }
  return decideByRules(token, way, last);
}

function decideByRules(token: Token, first: Way, last: Way): Flow {
  let way = first;
  while (way !== last && !(way.rule && passes(changetype<usize>(way), fieldsOf(token)))) way = nextWay(way);
  return way.flow;
}

function nextWay(way: Way): Way {
  return changetype<Way>(changetype<usize>(way) + offsetof<Way>());
}

function pause(token: Token, node: Node): void {
  const visit = countVisit(token, node);
  token.at = node;
  token.since = now();
  token.state = MOVING;
  open(token.high, token.low, node.pauseSite, visit);
  plan(now() + sample(node.pause), token, PAUSE_OVER);
}

function finish(token: Token, node: Node): void {
  node.visits += 1;
  const time = now() - token.born;
  countCycle(node, time);
  if (priced) countSpent(node, token.spent);
  keepEnding(token.number, token.born, time);
  if (node.worth >= 0) {
    const worth = field(token, node.worth);
    if (!isNaN(worth)) node.value += worth;
  }
  if (isLog) keepVisit(token, changetype<usize>(node), ENDED, now(), now(), now(), 0, 0);
  leaveStages(token, node);
  depart(token, now());
}

function split(token: Token, node: Node): void {
  countVisit(token, node);
  token.state = SPLIT;
  token.at = node;
  const last = node.lastWay;
  token.pending = <i32>((changetype<usize>(last) - changetype<usize>(node.firstWay)) / offsetof<Way>()) + 1;
  for (let way = node.firstWay; ; way = nextWay(way)) {
    const branch = take();
    branch.record = token.record;
    branch.high = token.high;
    branch.low = token.low;
    branch.parent = token;
    travel(branch, way.flow);
    if (way === last) return;
  }
}

function joinBranch(branch: Token, node: Node): void {
  const whole = branch.parent;
  give(branch);
  if (--whole.pending > 0) return;
  countVisit(whole, node);
  travel(whole, node.next);
}
