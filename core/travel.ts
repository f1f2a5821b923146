/** As `travel` of `src/simulate/engine.ts` and the behaviours of what takes no work. */
import { plan } from "./agenda";
import { now } from "./clock";
import { keepEnding } from "./endings";
import { beginSpans, endSpans, enterStage, leaveStages } from "./marks";
import { circles, passes } from "./outside";
import { open, share } from "./random";
import { countVisit, depart, field, fieldsOf, give, take, visitsTo } from "./records";
import { sample } from "./sample";
import { reachStep } from "./steps";
import {
  DECISION,
  END,
  Flow,
  FORK,
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

/** A record that passes this many nodes in no time goes round in circles. */
const HOPS: i32 = 100_000;

let priced: bool = false;

/** Whether anything costs money in this run. */
export function beginTravel(money: bool): void {
  priced = money;
}

/** Sends a token on by a flow, until it comes to something that takes time, or leaves. */
export function travel(token: Token, flow: Flow): void {
  let way = flow;
  for (let hops = 0; changetype<usize>(way) !== 0; hops++) {
    way.taken += 1;
    if (changetype<usize>(way.delay) !== 0) {
      setOut(token, way);
      return;
    }
    if (hops > HOPS) circles(way.to);
    way = reach(token, way.to);
  }
}

/** A token that was on its way on a flow is there. */
export function arriveBy(token: Token): void {
  const way = reach(token, token.on.to);
  if (changetype<usize>(way) !== 0) travel(token, way);
}

function setOut(token: Token, flow: Flow): void {
  open(token.record.high, token.record.low, flow.site, visitsTo(token, flow.counter) - 1);
  const minutes = sample(flow.delay);
  token.state = MOVING;
  token.on = flow;
  token.since = now;
  flow.onTheWay += minutes;
  plan(now + minutes, token, ON_THE_WAY);
}

/** A token comes to a node. Returns the flow by which it leaves at once; none where it stays, or is gone. */
function reach(token: Token, node: Node): Flow {
  const kind = node.kind;
  const marks = node.marks;
  if (marks !== 0) {
    if (marks & SPAN_TO && kind !== STEP) endSpans(token, node, now);
    if (marks & SPAN_FROM) beginSpans(token, node, now);
    if (marks & STAGE) enterStage(token, node);
  }
  if (kind === STEP) return reachStep(token, node);
  if (kind === DECISION) return decide(token, node);
  if (kind === WAIT) pause(token, node);
  else if (kind === END) finish(token, node);
  else if (kind === FORK) split(token, node);
  else joinBranch(token, node);
  return changetype<Flow>(0);
}

function decide(token: Token, node: Node): Flow {
  const visit = countVisit(token, node);
  let way = node.firstWay;
  const last = node.lastWay;
  if (node.byChance) {
    open(token.record.high, token.record.low, node.chanceSite, visit);
    const chance = share();
    while (way !== last && chance >= way.below) way = nextWay(way);
  } else {
    while (way !== last && !(way.rule && passes(changetype<usize>(way), fieldsOf(token)))) way = nextWay(way);
  }
  return way.flow;
}

function nextWay(way: Way): Way {
  return changetype<Way>(changetype<usize>(way) + offsetof<Way>());
}

function pause(token: Token, node: Node): void {
  const visit = countVisit(token, node);
  token.at = node;
  token.since = now;
  token.state = MOVING;
  open(token.record.high, token.record.low, node.pauseSite, visit);
  plan(now + sample(node.pause), token, PAUSE_OVER);
}

function finish(token: Token, node: Node): void {
  node.visits += 1;
  const time = now - token.born;
  countCycle(node, time);
  if (priced) countSpent(node, token.spent);
  keepEnding(token.number, token.born, time);
  if (node.worth >= 0) {
    const worth = field(token, node.worth);
    if (!isNaN(worth)) node.value += worth;
  }
  leaveStages(token, node);
  depart(token, now);
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
