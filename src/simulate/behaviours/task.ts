import type { Task } from "../../compile/program.ts";
import type { Engine } from "../engine.ts";
import { EVENT } from "../event.ts";
import { sample } from "../sample.ts";
import { STATE } from "../tokens.ts";
import { gather, leaveBatch } from "./batch.ts";
import { charge } from "./charge.ts";
import { giveBack } from "./holding.ts";
import { turnAway } from "./leave.ts";
import { queue } from "./serve.ts";

/**
 * A token comes to a task: it joins the line, and leaves it at once if it can begin; where it cannot and too many wait
 * already, it is turned away.
 *
 * @returns The flow for those turned away; −1 where it stays or leaves for good.
 */
export function reachTask(engine: Engine, token: number, node: number): number {
  const { tokens, jobs, program, shop, now } = engine;
  const task = program.tasks[node]!;
  tokens.visit[token] = engine.countVisit(token, node);
  tokens.at[token] = node;
  tokens.since[token] = now;
  tokens.state[token] = STATE.waiting;
  jobs.open(token);
  jobs.priority[token] = priorityOf(engine, token, task);
  jobs.ticket[token] = task.order * ++shop.tickets;
  engine.tally.inStep[node]! -= now;
  engine.queues.waiting[node]!++;
  if (task.batch > 1) gather(engine, token, node);
  else queue(engine, token, node);
  if (tokens.state[token] !== STATE.waiting || tokens.at[token] !== node) return -1;
  if (engine.queues.waitingAt(node) > program.limit[node]!) {
    stopWaiting(engine, token, node);
    engine.tally.inStep[node]! += now;
    return turnAway(engine, token, node);
  }
  const patience = program.patience[node];
  // What it had to lose elsewhere, or who had this place before it, is still on the agenda.
  if (patience === undefined) tokens.deadline[token] = Number.NaN;
  else {
    engine.open(token, engine.sites.patience[node]!, tokens.visit[token]!);
    const minutes = sample(patience, engine.random);
    tokens.deadline[token] = now + minutes;
    engine.plan(minutes, token, EVENT.patienceOver);
  }
  return -1;
}

function priorityOf({ tokens }: Engine, token: number, { priority }: Task): number {
  if ("is" in priority) return priority.is;
  const value = tokens.fields[tokens.record[token]! * tokens.carried + priority.of]!;
  // Nobody knows how urgent it is: it comes after all of whom that is known.
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

/** A token, or a record of a batch, waits no longer for what it waited for. */
export function stopWaiting(engine: Engine, token: number, node: number): void {
  const { jobs, shop } = engine;
  engine.queues.waiting[node]!--;
  if (engine.program.tasks[node]!.batch > 1) leaveBatch(engine, token, node);
  else if (jobs.place[token]! >= 0) shop.lines[node]!.leave(token);
}

/** Whether the work whose end was planned for now has not been interrupted since. */
export function isDone({ tokens, jobs, now }: Engine, token: number): boolean {
  return tokens.state[token] === STATE.working && jobs.end[token] === now;
}

/** Work is done: people and systems are free again. They take the next only when all who finish now have done so. */
export function releaseTask(engine: Engine, token: number): void {
  const { tokens, jobs, program, tally, now } = engine;
  const node = tokens.at[token]!;
  const work = jobs.work[token]!;
  giveBack(engine, token, node, jobs.left[token]!);
  tally.runs[node]!++;
  jobs.left[token] = Number.NaN;
  const pool = jobs.pool[token]!;
  const closed = engine.availability.pausedBetween(node, pool, tokens.began[token]!, now);
  const together = batchOf(engine, token);
  for (let each = token; each >= 0; each = jobs.mate[each]!) {
    const at = tokens.at[each]!;
    tally.countDone(at, work);
    tally.inStep[at]! += now;
    tally.paused[at]! += now - tokens.began[each]! - work;
    tally.offHours[at]! += closed;
    if (now - tokens.since[each]! <= program.target[at]!) tally.withinTarget[at]!++;
    tokens.state[each] = STATE.moving;
    const cost = program.priced ? charge(engine, each, at, pool, work, together) : 0;
    engine.write(each, at, tokens.began[each]!, "done", work, cost, pool);
  }
}

/** How many records a job is of. */
function batchOf({ jobs }: Engine, token: number): number {
  let count = 0;
  for (let each = token; each >= 0; each = jobs.mate[each]!) count++;
  return count;
}

/** Sends on the records of a job that is done. */
export function sendOn(engine: Engine, token: number): void {
  const { jobs, program, tokens } = engine;
  for (let each = token; each >= 0; ) {
    const behind = jobs.mate[each]!;
    engine.travel(each, program.next[tokens.at[each]!]!);
    each = behind;
  }
}
