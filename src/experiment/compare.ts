import { type Comparison, compared } from "../analyse/comparison.ts";
import { confidence } from "../analyse/confidence.ts";
import { yardsticksOf } from "../analyse/measures.ts";
import { list } from "../model/format.ts";
import { hasErrors, type Problem, type Result } from "../model/problem.ts";
import type { Process, Scenario } from "../model/process.ts";
import { applyScenario } from "../model/scenario.ts";
import { validate } from "../model/validate.ts";
import { limitProblem, runBase, settings } from "./base.ts";
import { carryOut, type Plan } from "./jobs.ts";
import type { Progress, RunOptions } from "./options.ts";
import { replicate, Version } from "./versions.ts";

/**
 * Compares a process with its scenarios, all on the same luck: the same records come, with the same work and the same
 * choices, so that what differs is what the scenario changes. Seed and length of the runs are those of the process itself.
 *
 * @param ids - Which scenarios; all if left out.
 * @param onProgress - Told now and then.
 * @returns The comparison with warnings, or the problems of the process, or of a scenario, that prevent it.
 */
export function compare(
  process: Process,
  ids: readonly string[] | undefined = undefined,
  options: RunOptions = {},
  onProgress: (progress: Progress) => void = () => {},
): Result<Comparison> {
  return carryOut(planComparison(process, ids, options, onProgress));
}

/** The plan of `compare`, to be carried out by as many workers as there are. */
export function* planComparison(
  process: Process,
  ids: readonly string[] | undefined,
  options: RunOptions,
  onProgress: (progress: Progress) => void = () => {},
): Plan<Result<Comparison>> {
  const chosen = scenariosOf(process, ids);
  const problems = [...validate(process), ...chosen.problems];
  if (hasErrors(problems)) return { ok: false, problems };
  const variants = chosen.scenarios.map((scenario) => ({ scenario, result: applyScenario(process, scenario) }));
  const yardsticks = yardsticksOf(process);
  const versions = variants.flatMap(({ scenario, result }) =>
    result.ok ? [{ scenario, version: new Version(result.value, yardsticks) }] : [],
  );
  const found = variants.flatMap(({ result }) => result.problems);
  if (versions.length === 0) return { ok: false, problems: [...problems, ...found] };
  // One that leaves no valid process keeps nobody from comparing the others.
  const broken = found.filter(({ severity }) => severity === "error").map(leftOut);
  problems.push(...found.filter(({ severity }) => severity !== "error"));

  const { version: base, setting } = yield* runBase(process, yardsticks, settings(process, options), onProgress);
  const wanted = base.replications;
  const tell = (done: number) =>
    onProgress({ stage: "compare", done, replication: Math.min(wanted, Math.floor(done * wanted) + 1), of: wanted });
  yield* replicate(
    versions.map(({ version }) => version),
    wanted,
    setting,
    tell,
  );
  const stopped = [{ version: base, scenario: undefined }, ...versions].flatMap(({ version, scenario }) => {
    if (!version.stopped) return [];
    const problem = limitProblem(version.process, version.stopped);
    const message = scenario ? `With the scenario “${scenario.name}”: ${problem.message}` : problem.message;
    return [{ ...problem, message, left: version.replications === 0 }];
  });
  // Half a replication can be read, but not compared with a whole one: the whole ones that all have are.
  const whole = versions.filter(({ version }) => version.replications > 0);
  const of = Math.min(base.replications, ...whole.map(({ version }) => version.replications));
  if (of === 0 || whole.length === 0)
    return {
      ok: false,
      problems: [...problems, ...stopped.map(({ left: _, ...each }) => ({ ...each, severity: "error" as const }))],
    };
  const cut = [...broken, ...stopped.map(({ left, ...problem }) => cutShort(problem, left ? undefined : of))];
  const known = yardsticks.filter((yardstick) => base.of(yardstick, of).some((figure) => !Number.isNaN(figure)));
  if (known.length === 0) cut.push(NOTHING_COUNTED);
  problems.push(...cut);
  const value: Comparison = {
    process: process.name,
    seed: setting.seed,
    replications: of,
    measures: known.map(({ id, title, measure, better }) => ({ id, title, measure, better })),
    base: Object.fromEntries(known.map((yardstick) => [yardstick.id, confidence(base.of(yardstick, of))])),
    ...(cut.length > 0 ? { stopped: cut.map(({ message }) => message) } : {}),
    scenarios: whole.map(({ scenario: { id, name }, version }) => ({
      id,
      name,
      measures: Object.fromEntries(
        known.map((yardstick) => [
          yardstick.id,
          compared(yardstick, base.of(yardstick, of), version.of(yardstick, of)),
        ]),
      ),
    })),
  };
  return { ok: true, value, problems };
}

const NOTHING_COUNTED: Problem = {
  severity: "warning",
  code: "nothing-counted",
  path: "simulation",
  message: "No record was counted, so there is nothing to compare: run longer, or cut off less of a warm-up.",
  mend: "Change “stop” or “warmUp” in “simulation”.",
};

/** What is wrong with a scenario, where others can be compared without it. */
function leftOut(problem: Problem): Problem {
  return { ...problem, severity: "warning", message: `${problem.message} So this scenario is left out.` };
}

/** What a limit means for a comparison: of so many replications; undefined where none came to an end. */
function cutShort(problem: Problem, of: number | undefined): Problem {
  const replications = of === 1 ? "the one replication" : `the ${of} replications`;
  const message = problem.message.replace(
    "The figures are of what was run until then.",
    of === undefined
      ? "No replication of it came to an end, so it is left out."
      : `The comparison is of ${replications} that came to an end.`,
  );
  return { ...problem, message };
}

function scenariosOf(
  { scenarios }: Process,
  ids: readonly string[] | undefined,
): { readonly scenarios: readonly Scenario[]; readonly problems: readonly Problem[] } {
  const problem = (code: string, message: string, mend: string): Problem => ({
    severity: "error",
    code,
    path: "scenarios",
    message,
    mend,
  });
  if (scenarios.length === 0) {
    const mend =
      "Add one, such as { “id”: “hire”, “name”: “One more”, “changes”: [{ “set”: “teams/sdr/people”, “to”: 4 }] }.";
    return { scenarios, problems: [problem("no-scenarios", "The process has no scenarios to compare it with.", mend)] };
  }
  const unknown = (ids ?? []).filter((id) => !scenarios.some((scenario) => scenario.id === id));
  const all = list(
    scenarios.map(({ id }) => `“${id}”`),
    "and",
  );
  return {
    scenarios: scenarios.filter(({ id }) => ids === undefined || ids.includes(id)),
    problems: unknown.map((id) => problem("no-scenario", `There is no scenario “${id}”.`, `Its scenarios are ${all}.`)),
  };
}
