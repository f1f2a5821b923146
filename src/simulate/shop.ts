import type { Program } from "../compile/program.ts";
import type { Jobs } from "./jobs.ts";
import { Line } from "./line.ts";

/** A set of pools, in the order in which they were added. */
class Group {
  readonly pools: Int32Array;
  size = 0;
  private readonly member: Int32Array;
  private round = 1;

  constructor(pools: number) {
    this.pools = new Int32Array(pools);
    this.member = new Int32Array(pools);
  }

  clear(): void {
    this.size = 0;
    this.round++;
  }

  add(pools: Int32Array): void {
    for (const pool of pools) {
      if (this.member[pool] === this.round) continue;
      this.member[pool] = this.round;
      this.pools[this.size++] = pool;
    }
  }
}

/** The lines of tasks, and what is remembered about each while records wait there. */
export class Shop {
  /** By node; undefined for all but tasks. Copies of a node share one. */
  readonly lines: readonly (Line | undefined)[];
  /** By pool: the tasks in whose lines it looks first. */
  readonly own: readonly Int32Array[];
  /** By node: the first of the records that gather for a batch, −1 where none do; and how many. */
  readonly gathering: Int32Array;
  readonly gathered: Int32Array;
  readonly gatheredLast: Int32Array;
  /** By node: when those who gather have waited long enough. */
  readonly due: Float64Array;
  /** By pool where work may be interrupted: what its people work on. */
  readonly crews: readonly (number[] | undefined)[];
  /** How many records have come to tasks. */
  tickets = 0;
  /** How often a line was looked through; and, by node, the last time at which it was passed over. */
  passes = 0;
  readonly passed: Int32Array;
  /** By pool: how many wait in lines that it takes from. */
  readonly crowds: Int32Array;
  /** By pool: the last time at which it had nobody more to give. */
  readonly stuck: Int32Array;
  /** The line whose turn was found last. */
  chosen = -1;
  /** By pool: it alone; and pools whose lines are looked through together. */
  readonly alone: readonly Int32Array[];
  readonly group: Group;
  /** Jobs interrupted whose people and systems were not yet given to others. */
  readonly interrupted: number[] = [];
  /** By node: for how long a full system has kept those at the head of the line from beginning. */
  private readonly stations: number;
  private readonly blocked: Float64Array;
  private readonly blockedSince: Float64Array;

  constructor(program: Program, jobs: Jobs) {
    const nodes = program.stations;
    this.stations = nodes;
    this.crowds = new Int32Array(program.pools.length);
    const lines = program.tasks
      .slice(0, nodes)
      .map((task, i) =>
        task ? new Line(jobs, Int32Array.of(program.pool[i]!, ...task.cover), this.crowds) : undefined,
      );
    this.lines = program.tasks.map((_, node) => lines[node % nodes]);
    this.own = program.pools.map((pool) => Int32Array.from(pool.steps));
    this.gathering = new Int32Array(nodes).fill(-1);
    this.gathered = new Int32Array(nodes);
    this.gatheredLast = new Int32Array(nodes).fill(-1);
    this.due = new Float64Array(nodes).fill(Number.NaN);
    this.passed = new Int32Array(nodes);
    this.stuck = new Int32Array(program.pools.length);
    this.alone = program.pools.map((_, pool) => Int32Array.of(pool));
    this.group = new Group(program.pools.length);
    this.blocked = new Float64Array(nodes);
    this.blockedSince = new Float64Array(nodes).fill(Number.NaN);
    this.crews = program.pools.map((pool, p) =>
      [...pool.steps, ...program.covered[p]!].some((node) => program.tasks[node]?.preempts) ? [] : undefined,
    );
  }

  /** A full system keeps the head of a line from beginning from now on. */
  block(node: number, now: number): void {
    const at = node % this.stations;
    if (Number.isNaN(this.blockedSince[at]!)) this.blockedSince[at] = now;
  }

  unblock(node: number, now: number): void {
    const at = node % this.stations;
    this.blocked[at] = this.blockedFor(at, now);
    this.blockedSince[at] = Number.NaN;
  }

  /** For how long full systems have kept the heads of a line waiting so far. */
  blockedFor(node: number, now: number): number {
    const at = node % this.stations;
    const since = this.blockedSince[at]!;
    return this.blocked[at]! + (Number.isNaN(since) ? 0 : now - since);
  }
}
