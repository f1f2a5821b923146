import { MARK } from "../../compile/program.ts";
import type { Engine } from "../engine.ts";
import { EVENT } from "../event.ts";
import { sample } from "../sample.ts";
import { STATE } from "../tokens.ts";
import { interrupt, lesser } from "./preempt.ts";
import { endSpans } from "./span.ts";
import { workBy } from "./work.ts";

/** Puts a token, alone or leading its batch, into the line of its task, and lets the line move. */
export function queue(engine: Engine, token: number, node: number): void {
  const { jobs, program, shop, now } = engine;
  const blocked = shop.blockedFor(node, now);
  for (let each = token; each >= 0; each = jobs.mate[each]!) {
    jobs.ready[each] = now;
    jobs.blocked[each] = blocked;
  }
  shop.lines[node]!.join(token);
  serveLines(engine, shop.alone[program.pool[node]!]!, 1);
  for (const cover of program.tasks[node]!.cover) {
    if (jobs.place[token]! < 0) return;
    serveLines(engine, shop.alone[cover]!, 1);
  }
}

/**
 * Lets pools take who waits for them, as long as they can. Of all who wait in front of them the most urgent goes first,
 * then who has waited longest, so that what they share, a system or another team, goes to whom it is due; only then do
 * they cover for others. Who lacks another team or a system is passed over; who lacks people of the pool is waited for.
 *
 * @param count - How many of `pools` it is about, from the first on.
 */
function serveLines(engine: Engine, pools: Int32Array, count: number): void {
  const { program, queues, shop, tokens, now } = engine;
  const pass = ++shop.passes;
  let able = 0;
  for (let i = 0; i < count; i++) {
    if (attends(engine, pools[i]!)) able++;
    else shop.stuck[pools[i]!] = pass;
  }
  if (able === 0) return;
  for (;;) {
    let pool = next(engine, pools, count, shop.own, pass);
    if (pool < 0) pool = next(engine, pools, count, program.covered, pass);
    if (pool < 0) break;
    const node = shop.chosen;
    const token = shop.lines[node]!.head();
    const stopped = queues.free[pool]! < program.people[node]! ? lesser(engine, pool, token, node) : NOBODY;
    if (stopped === undefined) shop.stuck[pool] = pass;
    else if (!others(engine, node, stopped)) shop.passed[node] = pass;
    else {
      for (const other of stopped) interrupt(engine, other);
      shop.unblock(node, now);
      begin(engine, token, tokens.at[token]!, pool);
    }
  }
  if (shop.interrupted.length > 0) serveInterrupted(engine);
}

const NOBODY: readonly number[] = [];

/** Whether a pool can do something for somebody; where it is off shift and somebody waits, it looks again when it is back. */
function attends(engine: Engine, pool: number): boolean {
  const { availability, queues, shop, now } = engine;
  if (shop.crowds[pool] === 0) return false;
  if (!availability.isOpen(pool, now)) {
    wake(engine, pool);
    return false;
  }
  return queues.free[pool]! > 0 || shop.crews[pool] !== undefined;
}

/**
 * Whose turn it is, of the heads of lines that are not passed over, in front of pools that are not stuck; which line
 * that is stands in `shop.chosen`.
 *
 * @param lines - By pool: the lines that it looks at.
 * @returns The pool whose turn it is; −1 where nobody waits.
 */
function next(engine: Engine, pools: Int32Array, count: number, lines: readonly Int32Array[], pass: number): number {
  const { shop } = engine;
  let best = -1;
  let first = -1;
  for (let p = 0; p < count; p++) {
    const pool = pools[p]!;
    if (shop.stuck[pool] === pass || shop.crowds[pool] === 0) continue;
    const nodes = lines[pool]!;
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!;
      const head = shop.lines[node]!.head();
      if (head < 0 || shop.passed[node] === pass || (first >= 0 && !goesBefore(engine, head, first))) continue;
      best = pool;
      first = head;
      shop.chosen = node;
    }
  }
  return best;
}

/** Whether one who waits is more urgent than another, or as urgent and has waited longer. */
function goesBefore({ jobs, tokens }: Engine, a: number, b: number): boolean {
  const { priority, ticket } = jobs;
  if (priority[a] !== priority[b]) return priority[a]! < priority[b]!;
  if (tokens.since[a] !== tokens.since[b]) return tokens.since[a]! < tokens.since[b]!;
  return Math.abs(ticket[a]!) < Math.abs(ticket[b]!);
}

/** Whether the other teams and systems that a task needs are to be had now, once some jobs are interrupted for it. */
function others(engine: Engine, node: number, stopped: readonly number[]): boolean {
  const { availability, program, queues, shop, now } = engine;
  for (const { pool, count } of program.tasks[node]!.needs) {
    if (!availability.isOpen(pool, now)) {
      wake(engine, pool);
      return false;
    }
    let free = queues.free[pool]!;
    for (const other of stopped) free += heldOf(engine, other, pool);
    if (free < count) {
      if (program.pools[pool]!.system !== undefined) shop.block(node, now);
      return false;
    }
  }
  return true;
}

/** How many of a pool a job holds besides those who do it. */
function heldOf({ program, tokens }: Engine, token: number, pool: number): number {
  return program.tasks[tokens.at[token]!]!.needs.find((need) => need.pool === pool)?.count ?? 0;
}

/** Has a pool looked at again when it is next on shift, or up. */
function wake(engine: Engine, pool: number): void {
  const { availability, now } = engine;
  if (availability.planned[pool] === 1) return;
  availability.planned[pool] = 1;
  engine.planAt(availability.of[pool]!.nextOpen(now), pool, EVENT.poolOpens);
}

function begin(engine: Engine, token: number, node: number, pool: number): void {
  const { tokens, jobs, program, queues, shop, availability, now } = engine;
  const task = program.tasks[node]!;
  shop.lines[node]!.leave(token);
  queues.free[pool]! -= program.people[node]!;
  for (const need of task.needs) queues.free[need.pool]! -= need.count;
  if (Number.isNaN(jobs.left[token]!)) {
    engine.open(token, engine.sites.work[node]!, tokens.visit[token]!);
    const work = sample(program.work[node] ?? workBy(engine, token, node), engine.random);
    jobs.left[token] = work;
    jobs.work[token] = work;
    for (let each = token; each >= 0; each = jobs.mate[each]!) countBegin(engine, each, tokens.at[each]!, pool);
  }
  const hours = availability.hours(node, pool, "work");
  jobs.pool[token] = pool;
  jobs.resumed[token] = now;
  jobs.end[token] = hours ? hours.after(now, jobs.left[token]!) : now + jobs.left[token]!;
  for (let each = token; each >= 0; each = jobs.mate[each]!) {
    tokens.state[each] = STATE.working;
    if (each !== token) jobs.end[each] = Number.NaN;
  }
  if (shop.crews[pool]) shop.crews[pool].push(token);
  engine.planAt(jobs.end[token]!, token, EVENT.workDone);
}

function countBegin(engine: Engine, token: number, node: number, pool: number): void {
  const { tokens, tally, program, queues, now } = engine;
  queues.waiting[node]!--;
  tokens.began[token] = now;
  tally.begun[node]!++;
  countWaiting(engine, token, node, pool);
  if (program.marks[node]! & MARK.to) endSpans(engine, token, node);
}

/** Counts a wait that is over, and what it was for; told apart in an order in which the causes add up to the wait. */
export function countWaiting(engine: Engine, token: number, node: number, pool: number): void {
  const { availability, jobs, shop, tally, tokens, now } = engine;
  const since = tokens.since[token]!;
  tally.countWait(node, now - since);
  if (now === since) return;
  // Whoever has not seen the batch filled has waited for nothing else.
  const ready = Math.min(now, jobs.ready[token]!);
  if (ready === now) {
    tally.batchWait[node]! += now - since;
    return;
  }
  const open = availability.openBetween(node, pool, "teams", ready, now);
  const up = Math.min(open, availability.openBetween(node, pool, "all", ready, now));
  const blocked = Math.min(up, shop.blockedFor(node, now) - jobs.blocked[token]!);
  tally.batchWait[node]! += ready - since;
  tally.offHours[node]! += now - ready - open;
  tally.closedWait[node]! += now - ready - open;
  tally.systemWait[node]! += open - up + blocked;
}

/** Lets every line move that waited for what a finished job held. */
export function serveAfter(engine: Engine, token: number): void {
  const { jobs, program, tokens } = engine;
  if (program.tasks[tokens.at[token]!]!.needs.length > 0) serveAfterAll(engine, [token]);
  else serveDependents(engine, jobs.pool[token]!);
}

/** Lets every line move that waited for what several jobs held, all of them finished now. */
export function serveAfterAll(engine: Engine, finished: readonly number[]): void {
  const { group } = engine.shop;
  group.clear();
  for (const token of finished) addFreed(engine, token);
  serveLines(engine, group.pools, group.size);
}

/** Lets every line move that may wait for this pool. */
export function serveDependents(engine: Engine, pool: number): void {
  const dependents = engine.program.dependents[pool]!;
  serveLines(engine, dependents, dependents.length);
}

/** Lets every line move that one who waits no longer may have stood in the way of. */
export function serveWithout(engine: Engine, node: number): void {
  const { program, shop } = engine;
  shop.group.clear();
  shop.group.add(program.dependents[program.pool[node]!]!);
  for (const cover of program.tasks[node]!.cover) shop.group.add(program.dependents[cover]!);
  serveLines(engine, shop.group.pools, shop.group.size);
}

/** Lets every line move that waits for what interrupted jobs held, and those who cover take them over. */
function serveInterrupted(engine: Engine): void {
  const { program, shop, tokens } = engine;
  shop.group.clear();
  for (const token of shop.interrupted) {
    addFreed(engine, token);
    for (const cover of program.tasks[tokens.at[token]!]!.cover) shop.group.add(program.dependents[cover]!);
  }
  shop.interrupted.length = 0;
  serveLines(engine, shop.group.pools, shop.group.size);
}

function addFreed({ jobs, program, shop, tokens }: Engine, token: number): void {
  shop.group.add(program.dependents[jobs.pool[token]!]!);
  for (const need of program.tasks[tokens.at[token]!]!.needs) shop.group.add(program.dependents[need.pool]!);
}
