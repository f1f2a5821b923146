import type { Engine } from "./engine.ts";
import { STATE } from "./tokens.ts";

/** Averages over time, from the start of the run to a moment; by place of the node or pool. */
export interface Averages {
  /** The moment, in minutes. */
  readonly until: number;
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
  /** Records that had reached an end by then. */
  readonly completed: number;
}

/**
 * Averages up to now. They need no accounting at each event: the area under a queue is the waiting that is over plus
 * what those still waiting have waited so far.
 */
export function averagesAt(engine: Engine): Averages {
  const { program, tally, tokens, availability, now } = engine;
  const queue = tally.wait.slice();
  const inStep = tally.inStep.slice();
  const busy = tally.busy.slice();
  const busyAt = tally.work.map((work, node) =>
    program.tasks[node] ? tally.effort[node]! : program.pool[node]! < 0 ? work : work * program.people[node]!,
  );
  for (let token = 0; token < tokens.used; token++) {
    const state = tokens.state[token];
    const node = tokens.at[token]!;
    if (state === STATE.waiting) queue[node]! += now - tokens.since[token]!;
    if (state === STATE.waiting || state === STATE.working || state === STATE.interrupted) inStep[node]! += now;
    if (state === STATE.working) addWorkSoFar(engine, token, node, busy, busyAt);
  }
  const open = availability.of.map((hours) => hours?.between(0, now) ?? now);
  const average = (area: Float64Array) => area.map((minutes) => (now > 0 ? minutes / now : 0));
  return {
    until: now,
    queue: average(queue),
    inStep: average(inStep),
    busy: busy.map((minutes, pool) => (open[pool]! > 0 ? minutes / open[pool]! : 0)),
    busyAt: busyAt.map((minutes, node) => {
      const hours = open[program.pool[node]!] ?? now;
      return hours > 0 ? minutes / hours : 0;
    }),
    open: Float64Array.from(open, (minutes) => (now > 0 ? minutes / now : 1)),
    completed: tally.completed,
  };
}

/** Work that has begun and is not done counts for what has been done of it. */
function addWorkSoFar(engine: Engine, token: number, node: number, busy: Float64Array, busyAt: Float64Array): void {
  const { program, tokens, jobs, availability, now } = engine;
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
 * Who waits or is worked on where, by node: how many, and the time that they have spent there so far, without the waits
 * that are over and in the tally.
 */
export function leftovers({ program, tokens, now }: Engine): {
  readonly insideAt: Float64Array;
  readonly unfinished: Float64Array;
} {
  const insideAt = new Float64Array(program.nodes.length);
  const unfinished = new Float64Array(program.nodes.length);
  for (let token = 0; token < tokens.used; token++) {
    const state = tokens.state[token];
    if (state !== STATE.waiting && state !== STATE.working && state !== STATE.interrupted) continue;
    insideAt[tokens.at[token]!]!++;
    unfinished[tokens.at[token]!]! += now - (state === STATE.waiting ? tokens.since : tokens.began)[token]!;
  }
  return { insideAt, unfinished };
}
