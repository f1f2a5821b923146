import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Contender } from "../contender.ts";
import type { Model } from "../models.ts";

/**
 * The same yardstick in C++, compiled into a folder that is removed at the end.
 *
 * @returns Nothing where there is no compiler.
 */
export function cpp(): Contender | undefined {
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, "bare");
  try {
    execFileSync("g++", ["-O2", "-std=c++17", "-o", program, join(import.meta.dirname, "../bare.cpp")], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  return {
    name: "bare C++",
    records: 300_000,
    run: (model, seed, records) => {
      const output = execFileSync(program, [`${seed}`, `${records}`], { input: inNumbers(model), encoding: "utf8" });
      const [seconds = Number.NaN, wait = Number.NaN, ...utilisation] = output.trim().split(" ").map(Number);
      return { seconds, wait, utilisation };
    },
  };
}

function inNumbers({ lambda, teams, steps }: Model): string {
  const written = steps.map(([team, mean, ways]) => [team, mean, ways.length, ...ways.flat()]);
  return [lambda, teams.length, ...teams, steps.length, ...written.flat()].join(" ");
}
