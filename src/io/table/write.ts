import { flowLabel } from "../../model/flow-label.ts";
import type { Process, ProcessNode } from "../../model/process.ts";
import { KIND_WORDS, titleOf } from "../../model/words.ts";
import { amountWords } from "./amounts.ts";
import { Calls } from "./calls.ts";
import { COLUMN_IDS, COLUMNS, type ColumnId, plainWords, VISIO_HEADINGS } from "./columns.ts";
import { VISIO_SHAPES } from "./kinds.ts";
import { listCell } from "./lists.ts";
import { NOWHERE, targetWords, wayWords } from "./ways.ts";

/** The rows of a table, headings first. */
export type Rows = readonly (readonly string[])[];

/** The process as our own table: one row a node. */
export function ownRows(process: Process): Rows {
  const calls = new Calls(process);
  const cells = process.nodes.map((node) => cellsOf(node, calls));
  const columns = COLUMN_IDS.filter(
    (id) => id !== "labels" && (COLUMNS[id].always || cells.some((row) => (row[id] ?? "") !== "")),
  );
  return [columns.map((id) => COLUMNS[id].heading), ...cells.map((row) => columns.map((id) => row[id] ?? ""))];
}

/** The process as the table that Visio's Data Visualizer draws from. */
export function visioRows(process: Process): Rows {
  const columns = Object.keys(VISIO_HEADINGS) as (keyof typeof VISIO_HEADINGS)[];
  const calls = new Calls(process);
  const rows = process.nodes.map((node) => {
    const ways = calls.waysOf(node);
    const labels = ways.map((flow) => wayWords(flow) || plainWords(flowLabel(flow, process)));
    const cells = {
      id: node.id,
      name: plainWords(titleOf(node)),
      next: listCell(ways.map(({ to }) => to)),
      labels: labels.some(Boolean) ? listCell(labels) : "",
      kind: VISIO_SHAPES[node.kind],
      department: calls.entry("departments", node.department),
      stage: calls.entry("stages", node.stage),
    };
    return columns.map((id) => cells[id]);
  });
  return [Object.values(VISIO_HEADINGS), ...rows];
}

type Cells = Partial<Record<ColumnId, string>>;

function cellsOf(node: ProcessNode, calls: Calls): Cells {
  const common: Cells = {
    name: plainWords(node.name),
    kind: KIND_WORDS[node.kind],
    department: calls.entry("departments", node.department),
    stage: calls.entry("stages", node.stage),
    description: node.description?.trim() ?? "",
    next: nextCell(node, calls),
    id: node.id,
  };
  if (node.kind === "wait") return { ...common, work: node.for === undefined ? "" : (amountWords(node.for) ?? "") };
  if (node.kind !== "step") return common;
  const list = (of: "data" | "systems", ids: readonly string[] = []) => listCell(ids.map((id) => calls.entry(of, id)));
  return {
    ...common,
    team: calls.entry("teams", node.team),
    inputs: list("data", node.inputs),
    outputs: list("data", node.outputs),
    systems: list("systems", node.systems),
    work: node.work === undefined || "by" in node.work ? "" : (amountWords(node.work) ?? ""),
    people: node.people === undefined ? "" : String(node.people),
  };
}

function nextCell(node: ProcessNode, calls: Calls): string {
  const ways = calls.waysOf(node);
  if (ways.length === 0) return node.kind === "end" ? "" : NOWHERE;
  return listCell(ways.map((flow) => targetWords(calls.node(flow.to), flow)));
}
