import { MARK } from "../../compile/program.ts";
import type { Engine } from "../engine.ts";
import { EVENT } from "../event.ts";
import { sample } from "../sample.ts";
import { STATE } from "../tokens.ts";
import { charge } from "./charge.ts";
import { turnAway } from "./leave.ts";
import { endSpans } from "./span.ts";
import { workBy } from "./work.ts";

/**
 * A token comes to a step: work on it begins at once if somebody is free and nobody waits; else it waits, or is turned
 * away where the queue is full.
 *
 * @returns The flow for those turned away; −1 where it stays or leaves for good.
 */
export function reachStep(engine: Engine, token: number, node: number): number {
  const { tokens, program, queues, tally } = engine;
  tokens.visit[token] = engine.countVisit(token, node);
  tokens.at[token] = node;
  tokens.since[token] = engine.now;
  const pool = program.pool[node]!;
  if (pool >= 0 && (queues.free[pool]! < program.people[node]! || queues.head(pool) >= 0)) {
    const limit = program.limit[node]!;
    if (limit < Number.POSITIVE_INFINITY && queues.waitingAt(node) >= limit) return turnAway(engine, token, node);
    tally.inStep[node]! -= engine.now;
    wait(engine, token, node, pool);
    return -1;
  }
  tally.inStep[node]! -= engine.now;
  begin(engine, token, node, pool);
  return -1;
}

function wait(engine: Engine, token: number, node: number, pool: number): void {
  const { tokens, program, queues } = engine;
  tokens.state[token] = STATE.waiting;
  queues.join(tokens, pool, node, token);
  const patience = program.patience[node];
  if (patience === undefined) {
    // What it had to lose elsewhere, or who had this place before it, is still on the agenda.
    tokens.deadline[token] = Number.NaN;
    return;
  }
  engine.open(token, engine.sites.patience[node]!, tokens.visit[token]!);
  const minutes = sample(patience, engine.random);
  tokens.deadline[token] = engine.now + minutes;
  engine.plan(minutes, token, EVENT.patienceOver);
}

function begin(engine: Engine, token: number, node: number, pool: number): void {
  const { tokens, program, queues, tally, now } = engine;
  if (pool >= 0) queues.free[pool]! -= program.people[node]!;
  tokens.state[token] = STATE.working;
  tokens.began[token] = now;
  tally.begun[node]!++;
  if (program.marks[node]! & MARK.to) endSpans(engine, token, node);
  tally.countWait(node, now - tokens.since[token]!);
  engine.open(token, engine.sites.work[node]!, tokens.visit[token]!);
  engine.plan(sample(program.work[node] ?? workBy(engine, token, node), engine.random), token, EVENT.workDone);
}

/** Work on a token is done: its people are free again. */
export function release(engine: Engine, token: number): void {
  const { tokens, program, queues, tally, now } = engine;
  const node = tokens.at[token]!;
  const pool = program.pool[node]!;
  const work = now - tokens.began[token]!;
  tally.countDone(node, work);
  tally.inStep[node]! += now;
  if (now - tokens.since[token]! <= program.target[node]!) tally.withinTarget[node]!++;
  tokens.state[token] = STATE.moving;
  if (pool >= 0) {
    queues.free[pool]! += program.people[node]!;
    tally.busy[pool]! += work * program.people[node]!;
  }
  const cost = program.priced ? charge(engine, token, node, pool, work, 1) : 0;
  engine.write(token, node, tokens.began[token]!, "done", work, cost, pool);
}

/** Gives free people to who waits longest, as long as there are enough for the first in line. */
export function serve(engine: Engine, pool: number): void {
  const { tokens, program, queues } = engine;
  for (let token = queues.head(pool); token >= 0; token = queues.head(pool)) {
    const node = tokens.at[token]!;
    if (queues.free[pool]! < program.people[node]!) return;
    queues.leave(tokens, pool, node, token);
    begin(engine, token, node, pool);
  }
}
