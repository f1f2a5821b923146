import { json } from "../io/json.ts";
import { partOf } from "../model/part.ts";
import { edit } from "./document.ts";
import { removeSelection } from "./draw.ts";
import { drawingOf } from "./drawing.ts";
import { notePlaces } from "./notes.ts";
import { say } from "./notice.ts";
import { withPart } from "./part.ts";
import { settle } from "./placing.ts";
import { freeShift } from "./room.ts";
import { select } from "./selection.ts";
import { presentProcess, useApp } from "./store.ts";

/** The selected part of the process as the text of a process file; undefined if no node or note is selected. */
export function selectedText(): string | undefined {
  const { selection } = useApp.getState();
  const process = presentProcess(useApp.getState());
  if (selection.nodes.size + selection.notes.size === 0) return undefined;
  const { nodes } = drawingOf(process);
  const part = partOf(process, selection.nodes);
  const placed = part.nodes.map((node) => ({ ...node, x: nodes[node.id]?.x ?? 0, y: nodes[node.id]?.y ?? 0 }));
  const notes = notePlaces(process)
    .filter(({ note }) => selection.notes.has(note.id))
    .map(({ note, x, y }) => ({ ...note, x, y }));
  return json.write({ ...part, nodes: placed, notes });
}

/**
 * Adds what a process file holds to the process on screen, and selects it.
 *
 * @returns Whether the text was a process file.
 */
export function pasteText(text: string): boolean {
  const read = json.read(text);
  if (!read.ok) return false;
  const before = presentProcess(useApp.getState());
  let added: readonly string[] = [];
  edit((process) => {
    const result = withPart(process, read.process, freeShift(drawingOf(process), read.process));
    added = result.added;
    return settle(result.process);
  });
  const notes = presentProcess(useApp.getState()).notes.slice(before.notes.length);
  select(
    added,
    [],
    notes.map(({ id }) => id),
  );
  // It may have found its place outside of what is in sight.
  const last = added.at(-1) ?? notes.at(-1)?.id;
  if (last !== undefined) useApp.setState({ view: { kind: "reveal", node: last } });
  return true;
}

/** Adds the selected nodes once more. */
export function duplicateSelection(): void {
  const text = selectedText();
  if (text !== undefined) pasteText(text);
}

/** Copies the selected nodes, for this window and others. */
export async function copySelection(): Promise<void> {
  const text = selectedText();
  if (text !== undefined) await navigator.clipboard.writeText(text);
}

/** Copies the selected nodes and takes them away. */
export async function cutSelection(): Promise<void> {
  await copySelection();
  removeSelection();
}

/** Pastes what was copied here or in another window. */
export async function paste(): Promise<void> {
  const text = await navigator.clipboard.readText();
  if (!pasteText(text)) await pasteForeign(text);
}

/** Makes steps of a table that was copied elsewhere and selects them, or says that the text is none. */
export async function pasteForeign(text: string): Promise<void> {
  if (useApp.getState().readOnly) return;
  const { pasteTable } = await import("./table/actions.ts");
  const rows = pasteTable(text);
  if (rows) return select(rows);
  say({
    tone: "plain",
    title: "Nothing to paste",
    text: "Copy some nodes first, here or in another window, or a table with headings such as Step, Inputs, Outputs.",
  });
}
