import type { Arrivals, ListName, Process, ProcessNode, Step } from "../process.ts";

type Gone = ReadonlySet<string>;

/** What else must change when entries of a list are gone. */
const REFERENCES: Readonly<Record<ListName, (process: Process, gone: Gone) => Process>> = {
  departments: (process, gone) => ({
    ...process,
    teams: process.teams.map((team) => unlessGone(team, "department", gone)),
    nodes: process.nodes.map((node) => unlessGone(node, "department", gone)),
  }),
  teams: (process, gone) => withSteps(process, (step) => withoutTeams(step, gone)),
  systems: (process, gone) => withSteps(process, (step) => fewer(step, "systems", gone)),
  data: (process, gone) => withSteps(process, (step) => fewer(fewer(step, "inputs", gone), "outputs", gone)),
  fields: (process, gone) => withNodes(process, (node) => withoutFields(node, gone)),
  calendars: (process, gone) => ({
    ...withNodes(process, (node) => withoutCalendars(node, gone)),
    teams: process.teams.map((team) => unlessGone(team, "calendar", gone)),
  }),
  stages: (process, gone) => withNodes(process, (node) => unlessGone(node, "stage", gone)),
  nodes: (process, gone) => ({
    ...process,
    flows: process.flows.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
    targets: process.targets.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  }),
  flows: (process) => process,
  targets: (process) => process,
  notes: (process) => process,
  scenarios: (process) => process,
};

/** A process without the references to entries that have just been taken out of a list. */
export function referencesRemoved(process: Process, list: ListName, gone: Gone): Process {
  const removed = REFERENCES[list](process, gone);
  const names = ([, id]: readonly string[]) => id !== undefined && gone.has(id);
  const concerns = (set: string) => set.startsWith(`${list}/`) && names(set.split("/"));
  return {
    ...removed,
    scenarios: removed.scenarios.map((scenario) =>
      scenario.changes.some(({ set }) => concerns(set))
        ? { ...scenario, changes: scenario.changes.filter(({ set }) => !concerns(set)) }
        : scenario,
    ),
  };
}

function withNodes(process: Process, change: (node: ProcessNode) => ProcessNode): Process {
  return { ...process, nodes: process.nodes.map(change) };
}

function withSteps(process: Process, change: (step: Step) => Step): Process {
  return withNodes(process, (node) => (node.kind === "step" ? change(node) : node));
}

/** The object without a key that names something gone. */
function unlessGone<T extends object>(object: T, key: keyof T, gone: Gone): T {
  if (!gone.has(object[key] as string)) return object;
  const { [key]: _, ...rest } = object;
  return rest as T;
}

/** The step without what is gone from one of its lists, and without the list if nothing is left. */
function fewer(step: Step, key: "systems" | "inputs" | "outputs" | "cover", gone: Gone): Step {
  const list = step[key];
  if (!list?.some((id) => gone.has(id))) return step;
  const left = list.filter((id) => !gone.has(id));
  const { [key]: _, ...rest } = step;
  return left.length === 0 ? rest : { ...rest, [key]: left };
}

function withoutTeams(step: Step, gone: Gone): Step {
  const { with: others, ...alone } = fewer(step, "cover", gone);
  const left = others?.filter(({ team }) => !gone.has(team));
  const rest = left && left.length > 0 ? { ...alone, with: left } : alone;
  if (step.team === undefined || !gone.has(step.team)) return rest;
  const { team: _, people: __, cover: ___, ...teamless } = rest;
  return teamless;
}

function withoutFields(node: ProcessNode, gone: Gone): ProcessNode {
  if (node.kind === "end") return unlessGone(node, "value", gone);
  if (node.kind === "start" && node.set) {
    const left = Object.entries(node.set).filter(([field]) => !gone.has(field));
    const { set: _, ...rest } = node;
    return left.length === 0 ? rest : { ...rest, set: Object.fromEntries(left) };
  }
  if (node.kind === "step" && typeof node.queue?.priority === "string") {
    return { ...node, queue: unlessGone(node.queue, "priority", gone) };
  }
  return node;
}

function withoutCalendars(node: ProcessNode, gone: Gone): ProcessNode {
  if (node.kind === "wait") return unlessGone(node, "calendar", gone);
  if (node.kind !== "start" || !node.arrivals || !("every" in node.arrivals)) return node;
  return { ...node, arrivals: unlessGone(node.arrivals as Extract<Arrivals, { every: unknown }>, "calendar", gone) };
}
