import type { Program } from "../compile/program.ts";
import { longer } from "./agenda.ts";

/** What a token is doing. */
export const STATE = { free: 0, waiting: 1, working: 2, moving: 3, split: 4, interrupted: 5 } as const;

/**
 * Where records are: a token for each, and one more for each branch while a record is split by a fork. A token is a
 * place in these arrays; places left are used again, so memory follows the number of records inside, not of all.
 */
export class Tokens {
  state = new Uint8Array(FIRST);
  /** The token that stands for the whole record: itself, but for a branch. */
  record = new Int32Array(FIRST);
  /** Of a branch: the token that was split. */
  parent = new Int32Array(FIRST);
  /** Of a token that is split: how many branches have not joined. */
  pending = new Int32Array(FIRST);
  /** The node it is at, or, on the way, the flow it is on. */
  at = new Int32Array(FIRST);
  visit = new Int32Array(FIRST);
  /** When it reached the node. */
  since = new Float64Array(FIRST);
  /** When the work on it began. */
  began = new Float64Array(FIRST);
  /** When its patience runs out; NaN where it does not. */
  deadline = new Float64Array(FIRST);
  /** Neighbours in the queue, −1 at its ends. */
  before = new Int32Array(FIRST);
  behind = new Int32Array(FIRST);

  /** Of records: when it arrived, its key in random draws, and which record it is. */
  born = new Float64Array(FIRST);
  high = new Int32Array(FIRST);
  low = new Int32Array(FIRST);
  number = new Int32Array(FIRST);
  /** Of records: the start at which it came in. */
  home = new Int32Array(FIRST);
  /** Of records, where anything costs money: what the work on it has cost so far. */
  spent: Float64Array;
  /** Of records: whether it has come to each stage. */
  reached: Uint8Array;
  /** Of records: the fields it carries and its counts of visits, `carried` and `counters` for each. */
  fields: Float64Array;
  visits: Int32Array;
  /** Of records: when it last came to where each span begins; NaN where it has not since the span was measured. */
  marks: Float64Array;

  /** Places above this one were never used. */
  used = 0;
  /** How many records are inside. */
  records = 0;
  /** Sum of leaving times less sum of arrival times of all records so far, in minutes. */
  lifetimes = 0;
  /** How many bytes a place takes, about. */
  readonly bytes: number;
  private free = -1;

  readonly carried: number;
  readonly counters: number;
  readonly spans: number;
  readonly stages: number;
  private readonly priced: boolean;

  constructor(program: Program) {
    this.carried = program.carried.length;
    this.counters = program.counters;
    this.spans = program.spans.length;
    this.stages = program.stages.length;
    this.priced = program.priced;
    this.marks = new Float64Array(FIRST * this.spans);
    this.fields = new Float64Array(FIRST * this.carried);
    this.visits = new Int32Array(FIRST * this.counters);
    this.spent = new Float64Array(this.priced ? FIRST : 0);
    this.reached = new Uint8Array(FIRST * this.stages);
    const tasks = program.tasks.some((task) => task !== undefined);
    this.bytes = PLACE + (tasks ? JOB : 0) + 8 * (this.carried + this.spans) + 4 * this.counters + this.stages;
  }

  /** Takes a free place. */
  take(): number {
    const token = this.free;
    if (token >= 0) {
      this.free = this.behind[token]!;
      return token;
    }
    if (this.used === this.state.length) this.grow();
    return this.used++;
  }

  /** Gives a place back. */
  release(token: number): void {
    this.state[token] = STATE.free;
    this.behind[token] = this.free;
    this.free = token;
  }

  /** Makes room for what an engine that keeps its records elsewhere copies here: what figures are made from. */
  mirror(count: number): void {
    if (count <= this.state.length) return;
    const places = Math.max(count, 2 * this.state.length);
    this.state = new Uint8Array(places);
    this.record = new Int32Array(places);
    this.at = new Int32Array(places);
    this.home = new Int32Array(places);
    this.since = new Float64Array(places);
    this.began = new Float64Array(places);
  }

  private grow(): void {
    this.state = longer(this.state);
    this.record = longer(this.record);
    this.parent = longer(this.parent);
    this.pending = longer(this.pending);
    this.at = longer(this.at);
    this.visit = longer(this.visit);
    this.since = longer(this.since);
    this.began = longer(this.began);
    this.deadline = longer(this.deadline);
    this.before = longer(this.before);
    this.behind = longer(this.behind);
    this.born = longer(this.born);
    this.high = longer(this.high);
    this.low = longer(this.low);
    this.number = longer(this.number);
    this.home = longer(this.home);
    if (this.priced) this.spent = longer(this.spent);
    if (this.stages > 0) this.reached = longer(this.reached);
    if (this.carried > 0) this.fields = longer(this.fields);
    if (this.spans > 0) this.marks = longer(this.marks);
    if (this.counters > 0) this.visits = longer(this.visits);
  }
}

/** Bytes that a place takes: here and on the agenda, with the spare room of arrays that double; and at tasks, on top. */
const PLACE = 2 * (85 + 8 + 20);
const JOB = 2 * 84;

/** How many places there are to begin with. */
const FIRST = 256;
