/** As `countWait` and the like in `src/simulate/tally.ts`, and `bucketOf` in `src/simulate/histogram.ts`. */
import { Node, Span } from "./tables";

const BUCKETS: i32 = 3201;
const LEAST: f64 = 9.5367431640625e-7;
const BASE: i32 = <i32>(reinterpret<u64>(LEAST) >> 46) - 1;

// @inline
export function countIn(histogram: usize, value: f64): void {
  const bucket = max(0, min(<i32>(reinterpret<u64>(value) >> 46) - BASE, BUCKETS - 1));
  const at = histogram + ((<usize>bucket) << 2);
  store<u32>(at, load<u32>(at) + 1);
}

/** Of somebody who is served at once. */
// @inline
export function countNoWait(node: Node): void {
  store<u32>(node.waits, load<u32>(node.waits) + 1);
}

// @inline
export function countWait(node: Node, wait: f64): void {
  if (wait > 0) {
    node.waited += 1;
    node.wait += wait;
    if (wait > node.longestWait) node.longestWait = wait;
  }
  countIn(node.waits, wait);
}

// @inline
export function countDone(node: Node, work: f64): void {
  node.done += 1;
  node.work += work;
  if (work > node.longestWork) node.longestWork = work;
  countIn(node.works, work);
}

export function countSpan(span: Span, time: f64): void {
  span.count += 1;
  span.time += time;
  if (time <= span.within) span.inside += 1;
  if (time > span.longest) span.longest = time;
  countIn(span.times, time);
}

export function countCycle(end: Node, time: f64): void {
  end.cycle += time;
  if (time > end.longestCycle) end.longestCycle = time;
  countIn(end.cycles, time);
}

export function countSpent(end: Node, money: f64): void {
  end.spent += money;
  if (money > end.longestSpent) end.longestSpent = money;
  countIn(end.spents, money);
}
