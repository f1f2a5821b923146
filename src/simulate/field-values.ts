import type { Program } from "../compile/program.ts";
import { Arrivals } from "./arrivals.ts";
import { bear } from "./behaviours/start.ts";
import { Engine } from "./engine.ts";
import { Random } from "./random.ts";
import type { Stop } from "./stop.ts";

/**
 * The values of a field that the first records of the first replication carry, in order of arrival, without running
 * them.
 *
 * @param field - The place of the field among those that records carry.
 * @param most - Of how many records at the most.
 */
export function fieldValues(program: Program, seed: number, stop: Stop, field: number, most: number): Float64Array {
  const engine = new Engine(program, { seed, replication: 0, stop, expected: 0 });
  const arrivals = new Arrivals(program, engine.key, new Random(), engine.availability);
  const until = "minutes" in stop ? stop.minutes : Number.POSITIVE_INFINITY;
  const count = "records" in stop ? Math.min(most, stop.records) : most;
  const values: number[] = [];
  while (values.length < count && arrivals.time <= until && arrivals.time < Number.POSITIVE_INFINITY) {
    for (let left = arrivals.size(); left > 0 && values.length < count; left--) {
      const record = bear(engine, arrivals.source, arrivals.records[arrivals.source]!++);
      values.push(engine.tokens.fields[record * program.carried.length + field]!);
      engine.depart(record);
    }
    arrivals.proceed();
  }
  return Float64Array.from(values);
}
