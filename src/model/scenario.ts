import { type Change, changed } from "./change.ts";
import { refused } from "./checks/scenarios.ts";
import { hasErrors, type Result } from "./problem.ts";
import type { Process, Scenario } from "./process.ts";
import { quoted } from "./read/expected.ts";
import { validate } from "./validate.ts";

/**
 * A process with changes made, one on top of the other.
 *
 * @param name - What the changes are called where something is wrong with them.
 * @param at - Where they stand in a file; a problem with the third change is at `…[2].set`.
 * @returns The changed process, with the warnings that the process did not have before. Or what is wrong: a path that leads nowhere, a value that does not fit,
 * or what validation says of the changed process.
 *
 * @example
 * apply(process, [{ set: "teams/sdr/people", to: 4 }]);
 */
export function apply(
  process: Process,
  changes: readonly Change[],
  name = "the changes",
  at: readonly PropertyKey[] = ["changes"],
): Result<Process> {
  let after = process;
  for (const [n, change] of changes.entries()) {
    const next = changed(after, change);
    if (typeof next === "string") return { ok: false, problems: [refused(next, change, name, [...at, n])] };
    after = next;
  }
  const before = new Set(validate(process).map(({ path, message }) => `${path} ${message}`));
  const problems = validate(after)
    .filter(({ path, message }) => !before.has(`${path} ${message}`))
    .map((problem) => ({ ...problem, message: `With ${name}: ${problem.message}` }));
  return hasErrors(problems) ? { ok: false, problems } : { ok: true, value: after, problems };
}

/** A process as one of its scenarios would have it; its problems stand at the scenario's place in the file. */
export function applyScenario(process: Process, { id, name, changes }: Scenario): Result<Process> {
  const i = process.scenarios.findIndex((scenario) => scenario.id === id);
  return apply(process, changes, `the scenario ${quoted(name)}`, ["scenarios", i, "changes"]);
}
