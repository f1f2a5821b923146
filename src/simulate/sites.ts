import type { Program } from "../compile/program.ts";
import { PURPOSE, siteKey } from "./random.ts";

/** Site keys by purpose: by node, but for delays (by flow) and fields (by carried field). */
export function sitesOf(program: Program): Readonly<Record<keyof typeof PURPOSE, Int32Array>> {
  const sites = (keys: Int32Array, purpose: number) => keys.map((key) => siteKey(key, purpose));
  return {
    work: sites(program.key, PURPOSE.work),
    patience: sites(program.key, PURPOSE.patience),
    chance: sites(program.key, PURPOSE.chance),
    pause: sites(program.key, PURPOSE.pause),
    delay: sites(program.flowKey, PURPOSE.delay),
    field: sites(program.carriedKey, PURPOSE.field),
    arrival: sites(program.key, PURPOSE.arrival),
    batch: sites(program.key, PURPOSE.batch),
  };
}
