import type { Problem } from "../model/problem.ts";
import { place } from "../model/problem.ts";
import type { Process, Step } from "../model/process.ts";

/**
 * What a process asks for that this version cannot run yet. A run that left it out would give other numbers than the
 * file means, so it is refused.
 */
export function notYet(process: Process): readonly Problem[] {
  const problems: Problem[] = [];
  const refuse = (path: readonly PropertyKey[], what: string, mend: string, node?: string) =>
    problems.push({
      severity: "error",
      code: "not-yet",
      path: place(path),
      ...(node === undefined ? {} : { node }),
      message: `${what}, which this version cannot simulate yet.`,
      mend,
    });
  const working = new Set(process.nodes.flatMap((node) => (node.kind === "step" ? teamsOf(node) : [])));
  for (const [i, team] of process.teams.entries()) {
    if (team.calendar !== undefined && working.has(team.id))
      refuse(
        ["teams", i, "calendar"],
        `The team “${team.name}” works by a calendar`,
        "Take the calendar away; the team then works round the clock.",
      );
  }
  const used = new Set(process.nodes.flatMap((node) => (node.kind === "step" ? (node.systems ?? []) : [])));
  for (const [i, system] of process.systems.entries()) {
    if (!used.has(system.id)) continue;
    if (system.capacity !== undefined)
      refuse(
        ["systems", i, "capacity"],
        `The system “${system.name}” has a capacity`,
        "Take the capacity away; the system then has no limit.",
      );
    if (system.outage !== undefined)
      refuse(["systems", i, "outage"], `The system “${system.name}” has outages`, "Take the outages away.");
  }
  for (const [i, node] of process.nodes.entries()) {
    const at = (...path: readonly PropertyKey[]) => ["nodes", i, ...path];
    if (
      node.kind === "start" &&
      node.arrivals !== undefined &&
      "every" in node.arrivals &&
      node.arrivals.calendar !== undefined
    )
      refuse(
        at("arrivals", "calendar"),
        `“${node.name}” receives records by a calendar`,
        "Take the calendar away.",
        node.id,
      );
    if (node.kind === "wait" && node.calendar !== undefined)
      refuse(at("calendar"), `“${node.name}” waits by a calendar`, "Take the calendar away.", node.id);
    if (node.kind !== "step") continue;
    for (const [key, what] of LATER) {
      if (asksFor(node, key)) refuse(at(...key.split(".")), `“${node.name}” ${what}`, "Take it away.", node.id);
    }
  }
  if (process.targets.length > 0)
    refuse(
      ["targets"],
      "The process has targets between nodes",
      "Take the targets away; a step's own target is measured.",
    );
  const { warmUp = "none" } = process.simulation ?? {};
  if (warmUp !== "none") refuse(["simulation", "warmUp"], "The simulation has a warm-up", "Set it to “none”.");
  return problems;
}

type Asked = "batch" | "with" | "cover" | "queue.order" | "queue.priority" | "queue.preempt";

const LATER: readonly (readonly [Asked, string])[] = [
  ["batch", "works on several records together"],
  ["with", "needs people of several teams at once"],
  ["cover", "is covered by other teams"],
  ["queue.order", "serves its queue in an order of its own"],
  ["queue.priority", "has a priority"],
  ["queue.preempt", "interrupts other work"],
];

function asksFor(step: Step, key: Asked): boolean {
  if (key === "queue.order") return step.queue?.order !== undefined && step.queue.order !== "first-come";
  if (key === "queue.priority") return step.queue?.priority !== undefined;
  if (key === "queue.preempt") return step.queue?.preempt === true;
  const list = step[key as "batch" | "with" | "cover"];
  return Array.isArray(list) ? list.length > 0 : list !== undefined;
}

function teamsOf(step: Step): readonly string[] {
  return step.team === undefined ? [] : [step.team];
}
