import { KIND, type Program } from "../compile/program.ts";
import type { Run } from "./run.ts";
import { STATE } from "./tokens.ts";

/** Areas under what goes up and down with time, from the start of the run to a moment; by place in the process. */
export interface Areas {
  /** The moment, in minutes. */
  at: number;
  /** Under how many records are inside. */
  inside: number;
  /** Records that had reached an end by then, and what they were worth. */
  completed: number;
  value: number;
  /** By node: under how many wait, and how many wait or are worked on. */
  readonly queue: Float64Array;
  readonly inStep: Float64Array;
  /** By pool: under how many of its people, slots or places are busy; and how long it was on shift, or up. */
  readonly busy: Float64Array;
  readonly open: Float64Array;
  /** By node: under how many people or slots it keeps busy. */
  readonly busyAt: Float64Array;
}

/** Averages over time, over all records alike; by place of the node or pool in the process. */
export interface Averages {
  /** From when until when, in minutes: from the end of the warm-up to the last arrival, or to the end. */
  readonly from: number;
  readonly until: number;
  /** How many records are inside. */
  readonly inside: number;
  /** How many wait at a step. */
  readonly queue: Float64Array;
  /** How many wait or are worked on at a step. */
  readonly inStep: Float64Array;
  /** How many people, slots or places of a pool are busy, over its time on shift, or up. */
  readonly busy: Float64Array;
  /** How many people or slots a step keeps busy, over the time on shift of who does it. */
  readonly busyAt: Float64Array;
  /** By pool: the share of the time in which it was on shift, or up. */
  readonly open: Float64Array;
  /** Records that reached an end in that time, and what they were worth. */
  readonly completed: number;
  readonly value: number;
}

/** Areas of nothing yet, to be filled by `measure`. */
export function noAreas({ stations, pools }: Program): Areas {
  const perNode = () => new Float64Array(stations);
  const perPool = () => new Float64Array(pools.length);
  return {
    at: 0,
    inside: 0,
    completed: 0,
    value: 0,
    queue: perNode(),
    inStep: perNode(),
    busyAt: perNode(),
    busy: perPool(),
    open: perPool(),
  };
}

/**
 * Measures the areas up to now. They need no accounting at each event: the area under a queue is the waiting that is
 * over plus what those still waiting have waited so far.
 *
 * @param areas - Filled with what is found, and returned.
 */
export function measure(run: Run, areas: Areas): Areas {
  const { program, tally, tokens, availability, now } = run;
  const { stations, nodes, kind, pool, people, tasks } = program;
  const { queue, inStep, busyAt, busy, open } = areas;
  areas.at = now;
  areas.inside = tokens.lifetimes + tokens.records * now;
  areas.completed = 0;
  areas.value = 0;
  for (let node = 0, at = 0; node < nodes.length; node++, at = at + 1 === stations ? 0 : at + 1) {
    const first = node < stations;
    const work = tasks[node] ? tally.effort[node]! : tally.work[node]! * (pool[node]! < 0 ? 1 : people[node]!);
    queue[at] = tally.wait[node]! + (first ? 0 : queue[at]!);
    inStep[at] = tally.inStep[node]! + (first ? 0 : inStep[at]!);
    busyAt[at] = work + (first ? 0 : busyAt[at]!);
    if (kind[node] !== KIND.end) continue;
    areas.completed += tally.visits[node]!;
    areas.value += tally.value[node]!;
  }
  for (let p = 0; p < busy.length; p++) {
    busy[p] = tally.busy[p]!;
    open[p] = availability.of[p]?.between(0, now) ?? now;
  }
  for (let token = 0; token < tokens.used; token++) {
    const state = tokens.state[token];
    if (state !== STATE.waiting && state !== STATE.working && state !== STATE.interrupted) continue;
    const node = tokens.at[token]! % stations;
    inStep[node]! += now;
    if (state === STATE.waiting) queue[node]! += now - tokens.since[token]!;
    else if (state === STATE.working) addWorkSoFar(run, token, node, areas);
  }
  return areas;
}

/** Work that has begun and is not done counts for what has been done of it. */
function addWorkSoFar(run: Run, token: number, node: number, { busy, busyAt }: Areas): void {
  const { program, tokens, jobs, availability, now } = run;
  const people = program.people[node]!;
  const task = program.tasks[node];
  if (task === undefined) {
    const pool = program.pool[node]!;
    const minutes = (now - tokens.began[token]!) * (pool < 0 ? 1 : people);
    busyAt[node]! += minutes;
    if (pool >= 0) busy[pool]! += minutes;
    return;
  }
  // Of a batch, only who leads it has an end of work.
  if (Number.isNaN(jobs.end[token]!)) return;
  const pool = jobs.pool[token]!;
  const hours = availability.hours(node, pool, "work");
  const minutes = hours?.between(jobs.resumed[token]!, now) ?? now - jobs.resumed[token]!;
  busyAt[node]! += minutes * people;
  busy[pool]! += minutes * people;
  for (const need of task.needs) busy[need.pool]! += minutes * need.count;
}

/**
 * The averages between two moments.
 *
 * @param from - Left out = the start of the run.
 */
export function averagesBetween(program: Program, from: Areas | undefined, to: Areas): Averages {
  const start = from ?? noAreas(program);
  const minutes = to.at - start.at;
  const nothing = from === undefined ? 0 : Number.NaN;
  const over = (area: number, time: number) => (time > 0 ? area / time : nothing);
  const less = (table: "queue" | "inStep" | "busy" | "open" | "busyAt") =>
    to[table].map((area, i) => area - start[table][i]!);
  const open = less("open");
  return {
    from: start.at,
    until: to.at,
    inside: over(to.inside - start.inside, minutes),
    queue: less("queue").map((area) => over(area, minutes)),
    inStep: less("inStep").map((area) => over(area, minutes)),
    busy: less("busy").map((area, pool) => over(area, open[pool]!)),
    busyAt: less("busyAt").map((area, node) => over(area, open[program.pool[node]!] ?? minutes)),
    open: open.map((time) => (minutes > 0 ? time / minutes : 1)),
    completed: to.completed - start.completed,
    value: to.value - start.value,
  };
}

/**
 * Who is inside, by place of the node in the program: how many wait or are worked on there, for how long those who wait
 * have waited and those worked on have been; and how many records came in at each start and have not left.
 */
export function leftovers({ program, tokens, now }: Run): {
  readonly insideAt: Float64Array;
  readonly unfinished: Float64Array;
  readonly insideOf: Float64Array;
} {
  const insideAt = new Float64Array(program.nodes.length);
  const unfinished = new Float64Array(program.nodes.length);
  const insideOf = new Float64Array(program.nodes.length);
  for (let token = 0; token < tokens.used; token++) {
    const state = tokens.state[token];
    if (state !== STATE.free && tokens.record[token] === token) insideOf[tokens.home[token]!]!++;
    if (state !== STATE.waiting && state !== STATE.working && state !== STATE.interrupted) continue;
    insideAt[tokens.at[token]!]!++;
    unfinished[tokens.at[token]!]! += now - (state === STATE.waiting ? tokens.since : tokens.began)[token]!;
  }
  return { insideAt, unfinished, insideOf };
}
