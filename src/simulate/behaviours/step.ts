import type { Engine } from "../engine.ts";
import { EVENT } from "../event.ts";
import { sample } from "../sample.ts";
import { STATE } from "../tokens.ts";

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
    if (queues.waiting[node]! >= program.limit[node]!) return turnAway(engine, token, node);
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
  tally.countWait(node, now - tokens.since[token]!);
  engine.open(token, engine.sites.work[node]!, tokens.visit[token]!);
  engine.plan(sample(program.work[node] ?? workBy(engine, token, node), engine.random), token, EVENT.workDone);
}

/** The distribution of the first rule that the record meets. */
function workBy({ program, tokens }: Engine, token: number, node: number) {
  const by = program.workBy[node]!;
  const base = tokens.record[token]! * tokens.carried;
  const first = by.tests.findIndex((test) => test(tokens.fields, base));
  return first < 0 ? by.otherwise : by.spreads[first]!;
}

/**
 * Work on a token is done, and perhaps on others at the same instant: all of them free their people first, then people
 * freed take who waits, and only then do the finished move on. So a place freed at 10:00 is free for who comes at 10:00.
 */
export function finishWork(engine: Engine, token: number): void {
  const { tokens, program } = engine;
  release(engine, token);
  if (!engine.moreWorkDone()) {
    const node = tokens.at[token]!;
    const pool = program.pool[node]!;
    if (pool >= 0) serve(engine, pool);
    engine.travel(token, program.next[node]!);
    return;
  }
  const batch = [token];
  while (engine.moreWorkDone()) {
    const other = engine.nextToken();
    release(engine, other);
    batch.push(other);
  }
  for (const each of batch) {
    const pool = program.pool[tokens.at[each]!]!;
    if (pool >= 0) serve(engine, pool);
  }
  for (const each of batch) engine.travel(each, program.next[tokens.at[each]!]!);
}

function release(engine: Engine, token: number): void {
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
  engine.write(token, node, tokens.began[token]!, "done");
}

/** Gives free people to who waits longest, as long as there are enough for the first in line. */
function serve(engine: Engine, pool: number): void {
  const { tokens, program, queues } = engine;
  for (let token = queues.head(pool); token >= 0; token = queues.head(pool)) {
    const node = tokens.at[token]!;
    if (queues.free[pool]! < program.people[node]!) return;
    queues.leave(tokens, pool, node, token);
    begin(engine, token, node, pool);
  }
}

/** A token's patience is over: if it still waits for what it waited for then, it leaves. */
export function giveUp(engine: Engine, token: number): void {
  const { tokens, program, queues, tally, now } = engine;
  if (tokens.state[token] !== STATE.waiting || tokens.deadline[token] !== now) return;
  const node = tokens.at[token]!;
  const pool = program.pool[node]!;
  queues.leave(tokens, pool, node, token);
  tally.gaveUp[node]!++;
  tally.countWait(node, now - tokens.since[token]!);
  tally.inStep[node]! += now;
  tokens.state[token] = STATE.moving;
  engine.write(token, node, Number.NaN, "gives-up");
  // Who gave up may have been the one whom the free people were too few for.
  serve(engine, pool);
  const flow = program.givesUp[node]!;
  if (flow >= 0) engine.travel(token, flow);
  else {
    tally.gone.gaveUp++;
    engine.depart(token);
  }
}

function turnAway(engine: Engine, token: number, node: number): number {
  const { program, tally } = engine;
  tally.turnedAway[node]!++;
  engine.write(token, node, Number.NaN, "full");
  const flow = program.full[node]!;
  if (flow >= 0) return flow;
  tally.gone.turnedAway++;
  engine.depart(token);
  return -1;
}
