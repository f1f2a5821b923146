/**
 * What the core knows of a process and of the records in it: structures in its memory. The process is written there by
 * `src/simulate/core/layout.ts`, whose lists name the same parts in the same order; a test compares the two.
 *
 * Each structure has its 64-bit parts first, so that nothing lies between them. A reference of 0 stands for “none”.
 */

/** A distribution; see `src/compile/spread.ts`. */
@unmanaged
export class Spread {
  a: f64;
  b: f64;
  c: f64;
  d: f64;
  shares: usize;
  values: usize;
  /** References to spreads. */
  parts: usize;
  count: i32;
  code: i32;
}

@unmanaged
export class Pool {
  busy: f64;
  free: i32;
  first: Token;
  last: Token;
}

@unmanaged
export class Node {
  visits: f64;
  begun: f64;
  inStep: f64;
  done: f64;
  work: f64;
  longestWork: f64;
  withinTarget: f64;
  waited: f64;
  wait: f64;
  longestWait: f64;
  gaveUp: f64;
  turnedAway: f64;
  value: f64;
  cycle: f64;
  longestCycle: f64;
  spent: f64;
  longestSpent: f64;
  limit: f64;
  target: f64;
  price: f64;
  /** What a minute of the people who work on one record costs. */
  perMinute: f64;
  /** Mean of the work where that is exponential, or 0. */
  mean: f64;
  /** With `MARKED` where there are marks. */
  kind: i32;
  marks: i32;
  people: i32;
  counter: i32;
  byChance: i32;
  /** The place of the carried field that tells a record's value; −1 where none does. */
  worth: i32;
  stage: i32;
  /** How many wait; counted at the station, for all copies of a node. */
  waiting: i32;
  workSite: i32;
  patienceSite: i32;
  chanceSite: i32;
  pauseSite: i32;
  workTime: Spread;
  patience: Spread;
  pause: Spread;
  pool: Pool;
  station: Node;
  next: Flow;
  givesUp: Flow;
  full: Flow;
  firstWay: Way;
  lastWay: Way;
  waits: usize;
  works: usize;
  cycles: usize;
  spents: usize;
  /** How many records of this copy have come to each stage; and, of a node where they leave, how far they got. */
  reached: usize;
  furthest: usize;
}

@unmanaged
export class Flow {
  taken: f64;
  onTheWay: f64;
  to: Node;
  delay: Spread;
  site: i32;
  /** The counter of the node that it leaves. */
  counter: i32;
}

/** One way out of a decision or a fork. */
@unmanaged
export class Way {
  below: f64;
  flow: Flow;
  /** Whether a rule decides. */
  rule: i32;
}

@unmanaged
export class Span {
  count: f64;
  time: f64;
  inside: f64;
  longest: f64;
  within: f64;
  from: Node;
  to: Node;
  times: usize;
}

/** Where a record is, or a branch of it; see `src/simulate/tokens.ts`. What varies by process stands behind it. */
@unmanaged
export class Token {
  since: f64;
  began: f64;
  deadline: f64;
  born: f64;
  spent: f64;
  state: i32;
  visit: i32;
  pending: i32;
  number: i32;
  /** The key of its record. */
  high: i32;
  low: i32;
  at: Node;
  /** On the way: the flow it is on. */
  on: Flow;
  record: Token;
  parent: Token;
  before: Token;
  behind: Token;
  home: Node;
}

/** Where records come from. */
@unmanaged
export class Source {
  next: f64;
  batch: f64;
  most: f64;
  first: Spread;
  gap: Spread;
  home: Node;
  firstField: usize;
  endOfFields: usize;
  key: i32;
  site: i32;
  /** How many arrivals and how many records there have been. */
  arrivals: i32;
  sent: i32;
  /** The key that was found last, and of which number it is. */
  high: i32;
  low: i32;
  keyed: i32;
}

/** What a record carries from where it comes: a value, or a distribution where that is not a number. */
@unmanaged
export class Field {
  value: f64;
  spread: Spread;
  site: i32;
}

/** Records that are to arrive. */
@unmanaged
export class Arrival {
  time: f64;
  source: Source;
  count: i32;
}

/** A visit in the log; see `src/simulate/record-log.ts`. */
@unmanaged
export class Visit {
  reached: f64;
  began: f64;
  left: f64;
  work: f64;
  cost: f64;
  record: i32;
  /** A node; of a record on its way, a flow. */
  place: usize;
  by: i32;
}

// As KIND of src/compile/program.ts.
export const STEP: i32 = 1;
export const DECISION: i32 = 2;
export const FORK: i32 = 3;
export const WAIT: i32 = 5;
export const END: i32 = 6;
/** Added to the kind of a node that has marks, so that one look is enough for those that have none. */
export const MARKED: i32 = 8;

// As MARK of src/compile/program.ts.
export const SPAN_FROM: i32 = 1;
export const SPAN_TO: i32 = 2;
export const STAGE: i32 = 4;

// As STATE of src/simulate/tokens.ts.
export const FREE: i32 = 0;
export const WAITING: i32 = 1;
export const WORKING: i32 = 2;
export const MOVING: i32 = 3;
export const SPLIT: i32 = 4;

// As EVENT of src/simulate/event.ts.
export const WORK_DONE: i32 = 0;
export const ON_THE_WAY: i32 = 1;
export const PAUSE_OVER: i32 = 2;
export const PATIENCE_OVER: i32 = 3;

// As BY of src/simulate/record-log.ts.
export const DONE: i32 = 0;
export const GAVE_UP: i32 = 1;
export const WAS_FULL: i32 = 2;
export const ARRIVED: i32 = 3;
export const ENDED: i32 = 4;
export const INSIDE: i32 = 5;
export const COMING: i32 = 6;
