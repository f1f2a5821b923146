import type { Program } from "../compile/program.ts";
import { Arrivals } from "./arrivals.ts";
import { Availability } from "./availability.ts";
import { Random, runKey } from "./random.ts";
import type { Stop } from "./stop.ts";

/** How many arrivals tell how fast records come. */
const SOME = 64;

/** How long a replication will take, roughly, in minutes: by the time that its first arrivals take. */
export function expectedMinutes(program: Program, seed: number, replication: number, stop: Stop): number {
  if ("minutes" in stop) return stop.minutes;
  const run = runKey(seed, replication);
  const arrivals = new Arrivals(program, run, new Random(), new Availability(program, run));
  let records = 0;
  let time = 0;
  for (let i = 0; i < SOME && records < stop.records && arrivals.time < Number.POSITIVE_INFINITY; i++) {
    const size = arrivals.size();
    time = arrivals.time;
    records += size;
    arrivals.records[arrivals.source]! += size;
    arrivals.proceed();
  }
  const all = arrivals.time < Number.POSITIVE_INFINITY ? stop.records : Math.min(records, stop.records);
  return records > 0 ? (time * all) / records : 0;
}
