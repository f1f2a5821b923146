import type { Program } from "../compile/program.ts";
import { Arrivals } from "./arrivals.ts";
import { bear } from "./behaviours/start.ts";
import { Engine } from "./engine.ts";
import { Random } from "./random.ts";
import type { Stop } from "./stop.ts";

/**
 * The values of fields that the first records of the first replication carry, in order of arrival, without running them.
 *
 * @param most - Of how many records at the most.
 * @returns By field, as the program carries them.
 */
export function fieldValues(program: Program, seed: number, stop: Stop, most: number): readonly Float64Array[] {
  const engine = new Engine(program, { seed, replication: 0, stop, expected: 0 });
  const arrivals = new Arrivals(program, engine.key, new Random(), engine.availability);
  const until = "minutes" in stop ? stop.minutes : Number.POSITIVE_INFINITY;
  const count = "records" in stop ? Math.min(most, stop.records) : most;
  const values = program.carried.map((): number[] => []);
  let born = 0;
  while (born < count && arrivals.time <= until && arrivals.time < Number.POSITIVE_INFINITY) {
    for (let left = arrivals.size(); left > 0 && born < count; left--) {
      const record = bear(engine, arrivals.source, arrivals.records[arrivals.source]!++);
      const first = record * values.length;
      for (let i = 0; i < values.length; i++) values[i]!.push(engine.tokens.fields[first + i]!);
      born++;
      engine.depart(record);
    }
    arrivals.proceed();
  }
  return values.map((each) => Float64Array.from(each));
}
