import { MARK } from "../../compile/program.ts";
import type { Engine } from "../engine.ts";
import { EVENT } from "../event.ts";
import { sample } from "../sample.ts";
import { STATE } from "../tokens.ts";
import { makeRoom } from "./preempt.ts";
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
  serveTask(engine, program.pool[node]!);
  for (const cover of program.tasks[node]!.cover) {
    if (jobs.place[token]! < 0) return;
    serveTask(engine, cover);
  }
}

/**
 * Lets a pool take who waits for it, as long as it can: its own line first, then what it covers for others. Who lacks
 * another team or a system is passed over; who lacks people of this pool is waited for.
 */
export function serveTask(engine: Engine, pool: number): void {
  const { availability, program, shop, tokens, now } = engine;
  if (!availability.isOpen(pool, now)) {
    if (next(engine, shop.own[pool]!, -1) >= 0 || next(engine, program.covered[pool]!, -1) >= 0) wake(engine, pool);
    return;
  }
  const pass = ++shop.passes;
  for (;;) {
    let node = next(engine, shop.own[pool]!, pass);
    if (node < 0) node = next(engine, program.covered[pool]!, pass);
    if (node < 0) return;
    const token = shop.lines[node]!.head();
    if (engine.queues.free[pool]! < program.people[node]! && !makeRoom(engine, pool, token, node)) return;
    if (!others(engine, node)) {
      shop.passed[node] = pass;
      continue;
    }
    shop.unblock(node, now);
    begin(engine, token, tokens.at[token]!, pool);
  }
}

/** The task whose head goes first, of those not passed over. */
function next({ tokens, jobs, shop }: Engine, nodes: Int32Array, pass: number): number {
  let best = -1;
  let first = -1;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const head = shop.lines[node]?.head() ?? -1;
    if (head < 0 || shop.passed[node] === pass) continue;
    const earlier =
      first < 0 ||
      jobs.priority[head]! < jobs.priority[first]! ||
      (jobs.priority[head] === jobs.priority[first] &&
        (tokens.since[head]! < tokens.since[first]! ||
          (tokens.since[head] === tokens.since[first] &&
            Math.abs(jobs.ticket[head]!) < Math.abs(jobs.ticket[first]!))));
    if (earlier) {
      best = node;
      first = head;
    }
  }
  return best;
}

/** Whether the other teams and systems that a task needs are to be had now. */
function others(engine: Engine, node: number): boolean {
  const { availability, program, queues, shop, now } = engine;
  for (const { pool, count } of program.tasks[node]!.needs) {
    if (!availability.isOpen(pool, now)) {
      wake(engine, pool);
      return false;
    }
    if (queues.free[pool]! < count) {
      if (program.pools[pool]!.system !== undefined) shop.block(node, now);
      return false;
    }
  }
  return true;
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
  const { program, tokens, jobs } = engine;
  serveDependents(engine, jobs.pool[token]!);
  for (const need of program.tasks[tokens.at[token]!]!.needs) serveDependents(engine, need.pool);
}

/** Lets every line move that may wait for this pool. */
export function serveDependents(engine: Engine, pool: number): void {
  for (const each of engine.program.dependents[pool]!) serveTask(engine, each);
}
