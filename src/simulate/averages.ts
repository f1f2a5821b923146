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
  /** How many people or slots of a pool are busy. */
  readonly busy: Float64Array;
  /** How many people or slots a step keeps busy. */
  readonly busyAt: Float64Array;
  /** Records that had reached an end by then. */
  readonly completed: number;
}

/**
 * Averages up to now. They need no accounting at each event: the area under a queue is the waiting that is over plus
 * what those still waiting have waited so far.
 */
export function averagesAt({ program, tally, tokens, now }: Engine): Averages {
  const queue = tally.wait.slice();
  const inStep = tally.inStep.slice();
  const busy = tally.busy.slice();
  const busyAt = tally.work.map((work, node) => (program.pool[node]! < 0 ? work : work * program.people[node]!));
  for (let token = 0; token < tokens.used; token++) {
    const state = tokens.state[token];
    const node = tokens.at[token]!;
    if (state === STATE.waiting) queue[node]! += now - tokens.since[token]!;
    if (state === STATE.waiting || state === STATE.working) inStep[node]! += now;
    if (state !== STATE.working) continue;
    const pool = program.pool[node]!;
    const area = (now - tokens.began[token]!) * (pool < 0 ? 1 : program.people[node]!);
    busyAt[node]! += area;
    if (pool >= 0) busy[pool]! += area;
  }
  const average = (area: Float64Array) => area.map((minutes) => (now > 0 ? minutes / now : 0));
  return {
    until: now,
    queue: average(queue),
    inStep: average(inStep),
    busy: average(busy),
    busyAt: average(busyAt),
    completed: tally.completed,
  };
}

/** Who waits or is worked on where, by node: how many, and the time that they have spent there so far. */
export function leftovers({ program, tokens, now }: Engine): {
  readonly insideAt: Float64Array;
  readonly unfinished: Float64Array;
} {
  const insideAt = new Float64Array(program.nodes.length);
  const unfinished = new Float64Array(program.nodes.length);
  for (let token = 0; token < tokens.used; token++) {
    const state = tokens.state[token];
    if (state !== STATE.waiting && state !== STATE.working) continue;
    insideAt[tokens.at[token]!]!++;
    unfinished[tokens.at[token]!]! += now - tokens.since[token]!;
  }
  return { insideAt, unfinished };
}
