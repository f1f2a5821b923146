import type { Engine } from "../engine.ts";

/**
 * Charges a record with the cost of work done on it.
 *
 * @param pool - Who did it; −1 where nobody is needed.
 * @param work - In minutes.
 * @param together - How many records were worked on together; each bears its part.
 * @returns What it costs, in the currency of the process.
 */
export function charge(
  { program, tokens }: Engine,
  token: number,
  node: number,
  pool: number,
  work: number,
  together: number,
): number {
  const { price, rate, people, tasks } = program;
  let perMinute = pool < 0 ? 0 : people[node]! * rate[pool]!;
  const task = tasks[node];
  if (task !== undefined) for (const need of task.needs) perMinute += need.count * rate[need.pool]!;
  const cost = (price[node]! + work * perMinute) / together;
  tokens.spent[tokens.record[token]!]! += cost;
  return cost;
}
