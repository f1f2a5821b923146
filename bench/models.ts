import { type Process, processSchema } from "../src/model/process.ts";

/** A benchmark model in neutral words: what its fields mean is said in `models.json`. */
export interface Model {
  readonly lambda: number;
  readonly teams: readonly number[];
  readonly stepNames?: readonly string[];
  readonly steps: readonly (readonly [
    team: number,
    mean: number,
    ways: readonly (readonly [share: number, to: number])[],
  ])[];
}

/** A benchmark model as a process: Poisson arrivals, exponential work, a decision behind each step with several ways on. */
export function processOf(name: string, { lambda, teams, steps, stepNames = [] }: Model): Process {
  const min = (mean: number) => ({ dist: "exponential", mean, unit: "min" });
  const nodes: unknown[] = [{ id: "start", kind: "start", name: "Arrival", arrivals: { every: min(1 / lambda) } }];
  const flows: unknown[] = [{ id: "start>0", from: "start", to: "step0" }];
  const to = (step: number) => (step < 0 ? "end" : `step${step}`);
  for (const [i, [team, mean, ways]] of steps.entries()) {
    const title = stepNames[i] ?? `Step ${i + 1}`;
    nodes.push({
      id: `step${i}`,
      kind: "step",
      name: title,
      work: min(mean),
      ...(team < 0 ? {} : { team: `team${team}` }),
    });
    const [only] = ways;
    if (ways.length === 1 && only) {
      flows.push({ id: `${i}>`, from: `step${i}`, to: to(only[1]) });
      continue;
    }
    nodes.push({ id: `choice${i}`, kind: "decision", name: `After ${title}` });
    flows.push({ id: `${i}>`, from: `step${i}`, to: `choice${i}` });
    for (const [way, [share, next]] of ways.entries())
      flows.push({ id: `${i}>${way}`, from: `choice${i}`, to: to(next), share });
  }
  nodes.push({ id: "end", kind: "end", name: "Done" });
  return processSchema.parse({
    name,
    teams: teams.map((people, i) => ({ id: `team${i}`, name: `Team ${i + 1}`, people })),
    nodes,
    flows,
  });
}
