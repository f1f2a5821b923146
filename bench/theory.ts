import type { Model } from "./models.ts";

/** How often a record comes to each step, by the traffic equations. */
function visits({ steps }: Model): readonly number[] {
  let now = steps.map((_, i) => Number(i === 0));
  const sum = [...now];
  // Rework dies out geometrically; after so many rounds nothing is left of it.
  for (let round = 0; round < 1000; round++) {
    const next = steps.map(() => 0);
    for (const [i, [, , ways]] of steps.entries())
      for (const [share, to] of ways) if (to >= 0) next[to]! += now[i]! * share;
    for (const [i, count] of next.entries()) sum[i]! += count;
    now = next;
  }
  return sum;
}

/** The share of its time that each team works: arrivals × visits × minutes ÷ people. */
export function utilisation(model: Model): readonly number[] {
  const often = visits(model);
  return model.teams.map((people, team) => {
    const minutes = model.steps.reduce((sum, [by, mean], i) => sum + (by === team ? often[i]! * mean : 0), 0);
    return (model.lambda * minutes) / people;
  });
}

/**
 * How long a record waits in minutes, where theory knows: one step, by Erlang's formula.
 *
 * @returns `undefined` for a network.
 */
export function wait({ lambda, teams, steps }: Model): number | undefined {
  const [people, mean] = [teams[0]!, steps[0]![1]];
  if (steps.length > 1) return undefined;
  const load = lambda * mean;
  let blocked = 1;
  for (let i = 1; i <= people; i++) blocked = (load * blocked) / (i + load * blocked);
  const waits = blocked / (1 - (load / people) * (1 - blocked));
  return (waits * mean) / (people - load);
}
