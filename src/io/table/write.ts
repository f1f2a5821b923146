import { flowLabel } from "../../model/flow-label.ts";
import type { Flow, Process, ProcessNode } from "../../model/process.ts";
import { KIND_WORDS, titleOf } from "../../model/words.ts";
import { amountWords } from "./amounts.ts";
import { COLUMN_IDS, COLUMNS, type ColumnId, plainWords, VISIO_HEADINGS } from "./columns.ts";
import { VISIO_SHAPES } from "./kinds.ts";
import { listCell } from "./lists.ts";
import { nameKey } from "./names.ts";
import { NOWHERE, targetWords, wayWords } from "./ways.ts";

/** The rows of a table, headings first. */
export type Rows = readonly (readonly string[])[];

/** The process as our own table: one row a node. */
export function ownRows(process: Process): Rows {
  const cells = process.nodes.map((node) => cellsOf(node, process));
  const columns = COLUMN_IDS.filter(
    (id) => id !== "labels" && (COLUMNS[id].always || cells.some((row) => (row[id] ?? "") !== "")),
  );
  return [columns.map((id) => COLUMNS[id].heading), ...cells.map((row) => columns.map((id) => row[id] ?? ""))];
}

/** The process as the table that Visio's Data Visualizer draws from. */
export function visioRows(process: Process): Rows {
  const columns = Object.keys(VISIO_HEADINGS) as (keyof typeof VISIO_HEADINGS)[];
  const names = namer(process);
  const rows = process.nodes.map((node) => {
    const ways = waysOf(node, process);
    const labels = ways.map((flow) => wayWords(flow) || plainWords(flowLabel(flow, process)));
    const cells = {
      id: node.id,
      name: plainWords(titleOf(node)),
      next: listCell(ways.map(({ to }) => to)),
      labels: labels.some(Boolean) ? listCell(labels) : "",
      kind: VISIO_SHAPES[node.kind],
      department: names("departments", node.department),
      stage: names("stages", node.stage),
    };
    return columns.map((id) => cells[id]);
  });
  return [Object.values(VISIO_HEADINGS), ...rows];
}

type Cells = Partial<Record<ColumnId, string>>;

function cellsOf(node: ProcessNode, process: Process): Cells {
  const names = namer(process);
  const common: Cells = {
    name: plainWords(node.name),
    kind: KIND_WORDS[node.kind],
    department: names("departments", node.department),
    stage: names("stages", node.stage),
    description: node.description?.trim() ?? "",
    next: nextCell(node, process),
    id: node.id,
  };
  if (node.kind === "wait") return { ...common, work: node.for === undefined ? "" : (amountWords(node.for) ?? "") };
  if (node.kind !== "step") return common;
  const list = (of: "data" | "systems", ids: readonly string[] = []) => listCell(ids.map((id) => names(of, id)));
  return {
    ...common,
    team: names("teams", node.team),
    inputs: list("data", node.inputs),
    outputs: list("data", node.outputs),
    systems: list("systems", node.systems),
    work: node.work === undefined || "by" in node.work ? "" : (amountWords(node.work) ?? ""),
    people: node.people === undefined ? "" : String(node.people),
  };
}

function waysOf({ id }: ProcessNode, { flows, nodes }: Process): readonly Flow[] {
  return flows.filter(({ from, to }) => from === id && nodes.some((node) => node.id === to));
}

function nextCell(node: ProcessNode, process: Process): string {
  const ways = waysOf(node, process);
  if (ways.length === 0) return node.kind === "end" ? "" : NOWHERE;
  const entries = ways.map((flow) => {
    const target = process.nodes.find(({ id }) => id === flow.to)!;
    return targetWords(callOf(target, process), flow);
  });
  return listCell(entries);
}

/** What to call a node in other rows: its name, or its id where another row's name or id is the same. */
function callOf(node: ProcessNode, { nodes }: Process): string {
  const name = plainWords(node.name);
  const key = nameKey(name);
  const clash = nodes.some((other) => other !== node && (nameKey(other.name) === key || other.id === name));
  return clash || name.includes("“") ? node.id : name;
}

type ListOf = "departments" | "teams" | "systems" | "data" | "stages";

/** Names of entries; their ids where the name is empty, or another entry's too. */
function namer(process: Process): (list: ListOf, id: string | undefined) => string {
  return (list, id) => {
    if (id === undefined) return "";
    const entry = process[list].find((each) => each.id === id);
    const name = plainWords(entry?.name ?? id);
    const shared = process[list].some((each) => each !== entry && nameKey(each.name) === nameKey(name));
    return name === "" || shared ? id : name;
  };
}
