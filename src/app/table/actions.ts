import { columnOf } from "../../io/table/columns.ts";
import { readTable } from "../../io/table.ts";
import { bypassed } from "../../model/edit/bridges.ts";
import { connect } from "../../model/edit/flows.ts";
import { insertOnFlow, newNode } from "../../model/edit/nodes.ts";
import { waysOut } from "../../model/edit/ways.ts";
import { add, moveTo } from "../../model/edit.ts";
import { list } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import { arrange } from "../arrange.ts";
import { edit } from "../document.ts";
import { randomId } from "../id.ts";
import { say, sayRemark } from "../notice.ts";
import { settle } from "../placing.ts";
import { presentProcess, useApp } from "../store.ts";
import { type Column, written } from "./columns.ts";
import { cellsOf, type Pasted, pasted, type Target } from "./paste.ts";

const present = () => presentProcess(useApp.getState());

/** How many things a notice names one by one. */
const NAMED = 4;

/**
 * Writes a text into a cell.
 *
 * @returns Why it cannot be, as a sentence; undefined if it was written.
 */
export function writeCell(id: string, column: Column, text: string): string | undefined {
  const result = written(present(), id, column, text);
  if (!result.ok) return result.message;
  edit((before) => roomy(before, result.process));
  return undefined;
}

/** Empties cells, as far as they may be empty. */
export function clearCells(ids: readonly string[], columns: readonly Column[]): void {
  edit((process) =>
    ids.reduce(
      (before, id) =>
        columns.reduce((now, column) => {
          const result = column.id === "name" || column.id === "kind" ? undefined : written(now, id, column, "");
          return result?.ok ? result.process : now;
        }, before),
      process,
    ),
  );
}

/**
 * Makes a step of a name, below a row: what the row led to comes after it, and where it led nowhere, it leads to the step.
 *
 * @param after - The row's node; undefined for a first row.
 * @returns The new node's id.
 */
export function addRow(after: string | undefined, name?: string): string {
  const before = present();
  const source = before.nodes.find(({ id }) => id === after);
  const department = source?.department;
  const node = newNode(before, "step", {
    ...(name ? { name } : {}),
    ...(department === undefined ? {} : { department }),
  });
  edit((process) => settled(withRow(process, source?.id, node)));
  return node.id;
}

function withRow(process: Process, after: string | undefined, node: Process["nodes"][number]): Process {
  const source = process.nodes.find(({ id }) => id === after);
  const index = process.nodes.findIndex(({ id }) => id === after) + 1;
  const grown = add(process, "nodes", node, source ? index : undefined);
  if (!source || source.kind === "end") return grown;
  const ways = waysOut(process, source.id).filter(({ on = "done" }) => on === "done");
  const [only] = ways;
  if (only && ways.length === 1 && source.kind !== "decision" && source.kind !== "fork")
    return insertOnFlow(grown, only.id, node);
  return ways.length === 0 ? connect(grown, source.id, node.id) : grown;
}

/** Takes rows away, and leads what came before a single way through each to what came after it. */
export function removeRows(ids: readonly string[]): void {
  edit((process) => ids.reduce(bypassed, process));
}

/** Moves rows up or down by one. Only the order of the table changes, not that of the flow. */
export function moveRows(ids: readonly string[], by: -1 | 1): void {
  edit((process) => {
    const order = process.nodes.map(({ id }) => id);
    const places = ids.map((id) => order.indexOf(id));
    if (places.some((place) => place + by < 0 || place + by >= order.length)) return process;
    const inOrder = by < 0 ? ids : ids.toReversed();
    return inOrder.reduce(
      (now, id) => moveTo(now, "nodes", id, now.nodes.findIndex((node) => node.id === id) + by),
      process,
    );
  });
}

/** Fills rows with what was copied, and makes rows of what goes beyond the last. On a blank process, the table becomes the process. */
export function pasteRows(text: string, target: Target): readonly string[] {
  const process = present();
  const gesture = `paste ${randomId()}`;
  if (process.nodes.length === 0) {
    const read = readTable(text, process.name);
    if (read.ok) {
      edit((now) => ({ ...read.process, name: now.name }), gesture);
      const [remark] = read.remarks;
      if (remark) sayRemark(remark);
      void arrange({ gesture });
      return read.process.nodes.map(({ id }) => id);
    }
  }
  const done = pasted(process, text, target);
  edit(() => settled(done.process), gesture);
  if (!process.nodes.some(({ x }) => x !== undefined)) void arrange({ gesture });
  tell(done);
  return done.rows;
}

/**
 * Makes steps of a copied table, or fills those that it names, wherever it is pasted.
 *
 * @returns The nodes of its rows; undefined if the text is no table with a heading for the steps.
 */
export function pasteTable(text: string): readonly string[] | undefined {
  const [head = [], ...body] = cellsOf(text);
  const named = head.some((heading) => columnOf(heading) === "name");
  return named && body.length > 0 ? pasteRows(text, { rows: [], column: 0 }) : undefined;
}

function tell({ made, refused }: Pasted): void {
  const some = (items: readonly string[]) =>
    items.length > NAMED ? `${items.slice(0, NAMED).join(", ")} and ${items.length - NAMED} more` : list(items, "and");
  if (refused.length > 0) {
    const rest = refused.length > 1 ? ` (and ${refused.length - 1} more)` : "";
    say({ tone: "bad", title: "Some cells were left as they were", text: `${refused[0]}${rest}` });
  } else if (made.length > 0) say({ tone: "good", title: "Pasted", text: `New: ${some(made)}.` });
}

/** A changed cell moves nothing unless it brings a node, another kind of one, or one into another lane. */
function roomy(before: Process, after: Process): Process {
  const same =
    after.nodes.length === before.nodes.length &&
    after.nodes.every(({ kind, department }, i) => {
      const old = before.nodes[i]!;
      return old.kind === kind && old.department === department;
    });
  return same ? after : settled(after);
}

/** New nodes get a place among the others; a process that nobody has laid out stays so until it is. */
function settled(process: Process): Process {
  const known = process.nodes.filter(({ x, y }) => x !== undefined && y !== undefined).length;
  return known === 0 ? process : settle(process);
}
