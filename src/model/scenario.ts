import { type Change, changed } from "./change.ts";
import { changesBetween } from "./changes-between.ts";
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
  // Scenarios are changes to the process as it is: none of them need fit what this one makes of it.
  const problems = validate({ ...after, scenarios: [] })
    .filter(({ path, message }) => !before.has(`${path} ${message}`))
    .map((problem) => ({ ...problem, message: `With ${name}: ${problem.message}` }));
  return hasErrors(problems) ? { ok: false, problems } : { ok: true, value: after, problems };
}

/** A process as one of its scenarios would have it; its problems stand at the scenario's place in the file. */
export function applyScenario(process: Process, { id, name, changes }: Scenario): Result<Process> {
  const i = process.scenarios.findIndex((scenario) => scenario.id === id);
  return apply(process, changes, `the scenario ${quoted(name)}`, ["scenarios", i, "changes"]);
}

const views = new WeakMap<Process, Map<Scenario, Process>>();

/**
 * A process as one of its scenarios shows it, to look at and to work on: changes that cannot be made are passed over,
 * and nothing is checked.
 *
 * @returns The same value for the same arguments.
 */
export function scenarioView(process: Process, scenario: Scenario): Process {
  const known = views.get(process) ?? new Map<Scenario, Process>();
  views.set(process, known);
  const view =
    known.get(scenario) ??
    scenario.changes.reduce((now, change) => {
      const next = changed(now, change);
      return typeof next === "string" ? now : next;
    }, process);
  known.set(scenario, view);
  return view;
}

/**
 * A process in whose scenario is written what was done to its view: what changes results goes into the scenario, where
 * things are drawn and what is noted there into the process itself.
 *
 * @param id - Of a scenario of the process.
 * @param view - As `scenarioView` shows it, edited.
 */
export function withScenarioEdited(process: Process, id: string, view: Process): Process {
  const drawn = drawnAs(process, view);
  const own = (of: Process) => of.scenarios.find((scenario) => scenario.id === id);
  // Its list of changes was edited itself. By value: making changes makes everything anew.
  if (JSON.stringify(own(view)) !== JSON.stringify(own(process))) return { ...drawn, scenarios: view.scenarios };
  const scenarios = view.scenarios.map((scenario) =>
    scenario.id === id ? { ...scenario, changes: changesBetween(drawn, view) } : scenario,
  );
  return { ...drawn, scenarios };
}

/** A process with its nodes where another one has them, and with its notes. */
export function drawnAs(process: Process, { nodes: there, notes }: Process): Process {
  const places = new Map(there.map((node) => [node.id, node]));
  const nodes = process.nodes.map((node) => {
    const { x, y } = places.get(node.id) ?? node;
    return x === node.x && y === node.y
      ? node
      : { ...node, ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) };
  });
  return { ...process, nodes, notes };
}
