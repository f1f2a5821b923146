import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { threads } from "../src/cli/crew.ts";
import { carryOutBy } from "../src/experiment/crew.ts";
import { planRun } from "../src/experiment/run.ts";
import models from "./models.json" with { type: "json" };
import { type Model, processOf } from "./models.ts";

/** The 12-step process, over and over. */
const crm = {
  ...processOf("crm", models.crm as unknown as Model),
  simulation: { stop: { records: 200_000 }, replications: 40, seed: 1 },
};

/** @returns Megabytes that a process of its own takes at the most to run so many records. */
export function memoryFor(records: number): number {
  const script = fileURLToPath(new URL("memory.ts", import.meta.url));
  return Number(execFileSync(process.execPath, ["--import", "tsx", script, `${records}`], { encoding: "utf8" }));
}

/**
 * Runs replications by one thread, then by one for each core.
 *
 * @returns How many times as fast the latter is by the clock, and how many threads they are.
 */
export async function speedUp(): Promise<{ readonly times: number; readonly cores: number }> {
  const cores = availableParallelism();
  const seconds = async (size: number) => {
    const before = performance.now();
    // Threads from the start: with how long it takes to see that they pay, the comparison would be of something else.
    const found = await carryOutBy({ ...threads(), size, patience: 0 }, planRun(crm));
    if (!found.ok) throw new Error("the process does not run");
    return (performance.now() - before) / 1000;
  };
  const alone = await seconds(1);
  return { times: alone / (await seconds(cores)), cores };
}
