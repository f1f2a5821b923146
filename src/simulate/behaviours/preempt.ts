import type { Engine } from "../engine.ts";
import { STATE } from "../tokens.ts";
import { giveBack } from "./holding.ts";

/**
 * Whose work to interrupt for a token that may, so that there are enough people for it: the least urgent, and of those
 * what was begun last.
 *
 * @returns Undefined where there would not be enough even so.
 */
export function lesser(engine: Engine, pool: number, token: number, node: number): readonly number[] | undefined {
  const { jobs, program, queues, shop, tokens } = engine;
  const crew = shop.crews[pool];
  if (crew === undefined || !program.tasks[node]!.preempts) return undefined;
  const less = crew
    .filter((other) => jobs.priority[other]! > jobs.priority[token]!)
    .sort((a, b) => jobs.priority[b]! - jobs.priority[a]! || jobs.resumed[b]! - jobs.resumed[a]!);
  let free = queues.free[pool]!;
  const stopped = less.filter((other) => {
    if (free >= program.people[node]!) return false;
    free += program.people[tokens.at[other]!]!;
    return true;
  });
  return free < program.people[node]! ? undefined : stopped;
}

/** Interrupts work on a token: it keeps its place by priority and goes on later where it stopped. */
export function interrupt(engine: Engine, token: number): void {
  const { availability, jobs, shop, tokens, now } = engine;
  const node = tokens.at[token]!;
  const hours = availability.hours(node, jobs.pool[token]!, "work");
  const left = Math.min(jobs.left[token]!, hours ? hours.between(now, jobs.end[token]!) : jobs.end[token]! - now);
  giveBack(engine, token, node, jobs.left[token]! - left);
  jobs.left[token] = left;
  // No event is planned for this end any more: what was, finds that it is not.
  jobs.end[token] = Number.NaN;
  for (let each = token; each >= 0; each = jobs.mate[each]!) tokens.state[each] = STATE.interrupted;
  shop.lines[node]!.join(token);
  shop.interrupted.push(token);
}
