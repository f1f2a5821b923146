import type { Program } from "../compile/program.ts";
import { BUCKETS, bucketOf } from "./histogram.ts";

/**
 * Counts and sums of one replication, by place of the node, flow, span or pool in the program; in a program in copies
 * each copy has its own. Times are minutes.
 */
export class Tally {
  /** How often each node was reached. */
  readonly visits: Float64Array;
  /** Of steps: how often work began. */
  readonly begun: Float64Array;
  /** Of steps: how often somebody waited at all, and for how long, until work began or patience ran out. */
  readonly waited: Float64Array;
  readonly wait: Float64Array;
  readonly longestWait: Float64Array;
  /** How often work was done, and how long it took. */
  readonly done: Float64Array;
  readonly work: Float64Array;
  readonly longestWork: Float64Array;
  readonly withinTarget: Float64Array;
  readonly gaveUp: Float64Array;
  readonly turnedAway: Float64Array;
  /** By node, for steps: how many of each bucket; see `histogram`. */
  readonly waits: Uint32Array;
  readonly works: Uint32Array;
  /** Sum of leaving times less sum of reaching times: with those inside counted up to now, the area under "in step". */
  readonly inStep: Float64Array;
  /** Work done by each pool, in minutes of its people or slots, for whichever records. */
  readonly busy: Float64Array;

  /** Of tasks: jobs done (a batch is one), minutes of people, and minutes that begun work rested for whatever cause. */
  readonly runs: Float64Array;
  readonly effort: Float64Array;
  readonly paused: Float64Array;
  /** Of tasks: what the people cost, in the currency of the process. */
  readonly labour: Float64Array;
  /** Of tasks: how much of waiting and of begun work fell outside shifts. */
  readonly offHours: Float64Array;
  /** Of tasks: how much of the waiting was for a shift to begin, for a full or broken system, for a batch to fill. */
  readonly closedWait: Float64Array;
  readonly systemWait: Float64Array;
  readonly batchWait: Float64Array;
  /** By span: how often it was measured, the sum, how often it was within its limit, and the longest. */
  readonly spans: Float64Array;
  readonly spanTime: Float64Array;
  readonly spanWithin: Float64Array;
  readonly longestSpan: Float64Array;
  readonly spanTimes: Uint32Array;

  readonly flows: Float64Array;
  /** Time lost on the way, by flow. */
  readonly onTheWay: Float64Array;

  /** Of ends: the sum of the records' values; the sum of their times from arrival to end, the longest, the buckets. */
  readonly value: Float64Array;
  readonly cycle: Float64Array;
  readonly longestCycle: Float64Array;
  readonly cycles: Uint32Array;
  /** Of ends, where anything costs money: what the work on the records that came there cost; the same three. */
  readonly spent: Float64Array;
  readonly longestSpent: Float64Array;
  readonly spents: Uint32Array;
  /** By stage, one row for each copy: how many records have come to it. */
  readonly reached: Float64Array;
  /** By node where records leave for good, a row for each: how many came no further than each stage, first: none. */
  readonly furthest: Float64Array;
  /** How many records have arrived, over all copies. */
  arrived = 0;

  constructor(program: Program) {
    const nodes = program.nodes.length;
    const perNode = () => new Float64Array(nodes);
    const perSpan = () => new Float64Array(program.spans.length);
    const { length: stages } = program.stages;
    this.visits = perNode();
    this.begun = perNode();
    this.waited = perNode();
    this.wait = perNode();
    this.longestWait = perNode();
    this.done = perNode();
    this.work = perNode();
    this.longestWork = perNode();
    this.withinTarget = perNode();
    this.gaveUp = perNode();
    this.turnedAway = perNode();
    this.inStep = perNode();
    this.value = perNode();
    this.runs = perNode();
    this.effort = perNode();
    this.paused = perNode();
    this.labour = perNode();
    this.offHours = perNode();
    this.closedWait = perNode();
    this.systemWait = perNode();
    this.batchWait = perNode();
    this.spans = perSpan();
    this.spanTime = perSpan();
    this.spanWithin = perSpan();
    this.longestSpan = perSpan();
    this.spanTimes = new Uint32Array(program.spans.length * BUCKETS);
    this.waits = new Uint32Array(nodes * BUCKETS);
    this.works = new Uint32Array(nodes * BUCKETS);
    this.busy = new Float64Array(program.pools.length);
    this.flows = new Float64Array(program.flows.length);
    this.onTheWay = new Float64Array(program.flows.length);
    this.cycle = perNode();
    this.longestCycle = perNode();
    this.cycles = new Uint32Array(nodes * BUCKETS);
    this.spent = perNode();
    this.longestSpent = perNode();
    this.spents = new Uint32Array(program.priced ? nodes * BUCKETS : 0);
    this.reached = new Float64Array((nodes / program.stations) * stages);
    this.furthest = new Float64Array(stages > 0 ? nodes * (stages + 1) : 0);
  }

  /** A token has waited at a step, perhaps not at all: until work began, or until it gave up. */
  countWait(node: number, wait: number): void {
    if (wait > 0) {
      this.waited[node]!++;
      this.wait[node]! += wait;
      if (wait > this.longestWait[node]!) this.longestWait[node] = wait;
    }
    this.waits[node * BUCKETS + bucketOf(wait)]!++;
  }

  countDone(node: number, work: number): void {
    this.done[node]!++;
    this.work[node]! += work;
    if (work > this.longestWork[node]!) this.longestWork[node] = work;
    this.works[node * BUCKETS + bucketOf(work)]!++;
  }

  countSpan(span: number, time: number, within: number): void {
    this.spans[span]!++;
    this.spanTime[span]! += time;
    if (time <= within) this.spanWithin[span]!++;
    if (time > this.longestSpan[span]!) this.longestSpan[span] = time;
    this.spanTimes[span * BUCKETS + bucketOf(time)]!++;
  }

  countCycle(end: number, time: number): void {
    this.cycle[end]! += time;
    if (time > this.longestCycle[end]!) this.longestCycle[end] = time;
    this.cycles[end * BUCKETS + bucketOf(time)]!++;
  }

  countSpent(end: number, money: number): void {
    this.spent[end]! += money;
    if (money > this.longestSpent[end]!) this.longestSpent[end] = money;
    this.spents[end * BUCKETS + bucketOf(money)]!++;
  }
}
