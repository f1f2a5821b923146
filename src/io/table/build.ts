import type { Problem } from "../../model/problem.ts";
import { emptyProcess, type NodeKind, type Process, type ProcessNode } from "../../model/process.ts";
import { quoted } from "../../model/read/expected.ts";
import type { Decoded } from "../codec.ts";
import { COLUMNS, type ColumnId } from "./columns.ts";
import { completed } from "./complete.ts";
import { flowsOf, type Made } from "./flows.ts";
import { Ids, Named } from "./names.ts";
import type { Draft, Drafts } from "./rows.ts";

/** How many problems are told at once. */
const MOST = 100;

/**
 * Makes a process of the rows of a table: departments, teams, systems, data and stages of their names; flows of the
 * column Next or of the order; and, where no row says what kind of node it is, a start, ends and decisions.
 *
 * @param name - What to call the process.
 */
export function processOf({ drafts, problems: found }: Drafts, name: string): Decoded {
  const problems = [...found];
  const ids = new Ids();
  const nodeIds = drafts.map((draft) => idOf(draft, ids, problems));
  const named = {
    departments: new Named(ids),
    teams: new Named(ids),
    systems: new Named(ids),
    data: new Named(ids),
    stages: new Named(ids),
  };
  const made = drafts.map(
    (draft, i): Made => ({ draft, node: nodeOf(draft, nodeIds[i] ?? ids.like(draft.name), named) }),
  );
  for (const { draft } of made) problems.push(...unheld(draft));
  const flows = flowsOf(made, ids, problems);
  if (drafts.length === 0 && problems.every(({ severity }) => severity !== "error"))
    problems.push({
      severity: "error",
      code: "no-rows",
      path: "",
      message: "The table has headings, but no rows.",
      mend: "Add a row for each step.",
    });
  if (problems.some(({ severity }) => severity === "error")) return { ok: false, problems: problems.slice(0, MOST) };
  const people = (team: string) =>
    made.reduce(
      (most, { node }) => (node.kind === "step" && node.team === team ? Math.max(most, node.people ?? 1) : most),
      1,
    );
  const process: Process = {
    ...emptyProcess,
    name,
    departments: named.departments.entries,
    teams: named.teams.entries.map((team) => ({ ...team, people: people(team.id) })),
    systems: named.systems.entries,
    data: named.data.entries,
    stages: named.stages.entries,
    nodes: made.map(({ node }) => node),
    flows,
  };
  const { process: whole, remarks } = completed(process, made, ids);
  return { ok: true, process: whole, remarks: [...problems, ...remarks].slice(0, MOST) };
}

/** The id that a row asks for; undefined if it asks for none. */
function idOf({ id, place }: Draft, ids: Ids, problems: Problem[]): string | undefined {
  if (id === "" || ids.take(id)) return id === "" ? undefined : id;
  const message = `${place}, ${COLUMNS.id.heading}: ${quoted(id)} is the id of another row, or cannot be one.`;
  problems.push({
    severity: "error",
    code: "id",
    path: "",
    message,
    mend: "Write another id of up to 64 characters, or leave all of them out.",
  });
  return undefined;
}

type Lists = Readonly<Record<"departments" | "teams" | "systems" | "data" | "stages", Named>>;

function nodeOf(draft: Draft, id: string, { departments, teams, systems, data, stages }: Lists): ProcessNode {
  const { name, description, rest } = draft;
  const some = (key: string, names: readonly string[], list: Named) =>
    names.length === 0 ? {} : { [key]: [...new Set(names.map((each) => list.id(each)))] };
  const one = (key: string, words: string, list: Named) => (words === "" ? {} : { [key]: list.id(words) });
  const common = {
    id,
    kind: draft.kind ?? "step",
    name,
    ...(description === "" ? {} : { description }),
    ...one("department", draft.department, departments),
    ...one("stage", draft.stage, stages),
  };
  const own: Readonly<Record<NodeKind, () => object>> = {
    step: () => ({
      ...(draft.work === undefined ? {} : { work: draft.work }),
      ...one("team", draft.team, teams),
      ...(draft.people === undefined ? {} : { people: draft.people }),
      ...some("systems", draft.systems, systems),
      ...some("inputs", draft.inputs, data),
      ...some("outputs", draft.outputs, data),
    }),
    wait: () => (draft.work === undefined ? {} : { for: draft.work }),
    start: () => ({}),
    decision: () => ({}),
    fork: () => ({}),
    join: () => ({}),
    end: () => ({}),
  };
  const extensions = Object.keys(rest).length === 0 ? {} : { extensions: rest };
  return { ...common, ...own[common.kind](), ...extensions } as ProcessNode;
}

/** Cells that a node of the row's kind has no place for. */
function unheld(draft: Draft): readonly Problem[] {
  const { kind = "step", place } = draft;
  if (kind === "step") return [];
  const filled: readonly (readonly [ColumnId, boolean])[] = [
    ["team", draft.team !== ""],
    ["people", draft.people !== undefined],
    ["inputs", draft.inputs.length > 0],
    ["outputs", draft.outputs.length > 0],
    ["systems", draft.systems.length > 0],
    ["work", draft.work !== undefined && kind !== "wait"],
  ];
  return filled.flatMap(([column, full]) => {
    if (!full) return [];
    const message = `${place}, ${COLUMNS[column].heading}: only steps have this, so what is written there was left out.`;
    return [
      { severity: "warning" as const, code: "only-steps", path: "", message, mend: "Put it into the row of a step." },
    ];
  });
}
