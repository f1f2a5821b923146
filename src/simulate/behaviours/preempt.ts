import type { Engine } from "../engine.ts";
import { STATE } from "../tokens.ts";
import { giveBack } from "./holding.ts";

/**
 * Takes people from less urgent work for a token that may interrupt, the least urgent and last begun first. What is
 * interrupted keeps its place by priority and goes on later where it stopped.
 *
 * @returns Whether there are enough people now; if there would not be, nobody is interrupted.
 */
export function makeRoom(engine: Engine, pool: number, token: number, node: number): boolean {
  const { jobs, program, queues, shop, tokens } = engine;
  const crew = shop.crews[pool];
  if (crew === undefined || !program.tasks[node]!.preempts) return false;
  const lesser = crew
    .filter((other) => jobs.priority[other]! > jobs.priority[token]!)
    .sort((a, b) => jobs.priority[b]! - jobs.priority[a]! || jobs.resumed[b]! - jobs.resumed[a]!);
  let free = queues.free[pool]!;
  const stopped = lesser.filter((other) => {
    if (free >= program.people[node]!) return false;
    free += program.people[tokens.at[other]!]!;
    return true;
  });
  if (free < program.people[node]!) return false;
  for (const other of stopped) interrupt(engine, other);
  return true;
}

function interrupt(engine: Engine, token: number): void {
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
}
