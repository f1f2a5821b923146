/** As `src/simulate/behaviours/span.ts` and `stage.ts` there: what is looked at when a record comes to a node. */
import { marksOf, reachedOf } from "./records";
import { Node, Span, Token } from "./tables";
import { countSpan } from "./tally";

const SIZE: usize = (offsetof<Span>() + 7) & ~7;

let spans: usize = 0;
let endOfSpans: usize = 0;
let stages: i32 = 0;

/** What there is to measure in this run. */
export function beginMarks(first: usize, count: i32, stageCount: i32): void {
  spans = first;
  endOfSpans = first + <usize>count * SIZE;
  stages = stageCount;
}

export function beginSpans(token: Token, node: Node, now: f64): void {
  let mark = marksOf(token);
  for (let at = spans; at < endOfSpans; at += SIZE, mark += 8)
    if (changetype<Span>(at).from === node) store<f64>(mark, now);
}

export function endSpans(token: Token, node: Node, now: f64): void {
  let mark = marksOf(token);
  for (let at = spans; at < endOfSpans; at += SIZE, mark += 8) {
    const span = changetype<Span>(at);
    const since = load<f64>(mark);
    if (span.to !== node || isNaN(since)) continue;
    countSpan(span, now - since);
    store<f64>(mark, NaN);
  }
}

export function enterStage(token: Token, node: Node): void {
  const at = reachedOf(token) + node.stage;
  if (load<u8>(at) === 1) return;
  store<u8>(at, 1);
  countOne(node.reached + ((<usize>node.stage) << 3));
}

/** A record leaves for good: the last stage, in their order, that it came to is as far as it got. */
export function leaveStages(token: Token, node: Node): void {
  if (stages === 0) return;
  let furthest = stages;
  while (furthest > 0 && load<u8>(reachedOf(token) + furthest - 1) === 0) furthest--;
  countOne(node.furthest + ((<usize>furthest) << 3));
}

function countOne(at: usize): void {
  store<f64>(at, load<f64>(at) + 1);
}
