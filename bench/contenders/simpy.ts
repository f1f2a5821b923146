import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Contender } from "../contender.ts";

/**
 * SimPy, of Debian's package python3-simpy3 or from `pip install simpy`, in whichever Python has it.
 *
 * @returns Nothing where none has.
 */
export function simpy(): Contender | undefined {
  const python = ["python3", "/usr/bin/python3"].find(hasSimPy);
  if (python === undefined) return undefined;
  const script = join(import.meta.dirname, "simpy-model.py");
  return {
    name: "SimPy",
    records: 10_000,
    run: (model, seed, records) => {
      const input = JSON.stringify(model);
      const output = execFileSync(python, [script, `${seed}`, `${records}`], { input, encoding: "utf8" });
      const [seconds = Number.NaN, wait = Number.NaN, ...utilisation] = output.trim().split(" ").map(Number);
      return { seconds, wait, utilisation };
    },
  };
}

function hasSimPy(python: string): boolean {
  try {
    execFileSync(python, ["-c", "import simpy; simpy.Environment"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
