import type { Engine } from "../engine.ts";

/** Frees what a job held, and books the work done since it was resumed. */
export function giveBack(engine: Engine, token: number, node: number, worked: number): void {
  const { jobs, program, queues, tally, shop } = engine;
  const pool = jobs.pool[token]!;
  const people = program.people[node]!;
  queues.free[pool]! += people;
  tally.busy[pool]! += worked * people;
  tally.effort[node]! += worked * people;
  tally.labour[node]! += (worked / 60) * people * (program.pools[pool]!.team?.costPerHour ?? 0);
  for (const need of program.tasks[node]!.needs) {
    queues.free[need.pool]! += need.count;
    tally.busy[need.pool]! += worked * need.count;
    tally.labour[node]! += (worked / 60) * need.count * (program.pools[need.pool]!.team?.costPerHour ?? 0);
  }
  const crew = shop.crews[pool];
  if (crew) crew.splice(crew.indexOf(token), 1);
}
