import type { NodeKind } from "../../model/process.ts";
import { SHAPES } from "../../model/shape.ts";

const TYPE = "application/x-throughline-node-";

/** What can be dragged from the palette: a kind of node, a note, or something to attach to a step. */
export type Dragged = NodeKind | "note" | "data" | "system";

const OTHERS: readonly string[] = ["note", "data", "system"];

/** Whether something dragged is a kind of node. */
export function isNode(dragged: Dragged): dragged is NodeKind {
  return !OTHERS.includes(dragged);
}

/** Lets a palette entry be dragged onto the canvas. */
export function dragKind(transfer: DataTransfer, kind: Dragged): void {
  // The kind is part of the type, because the data itself cannot be read before it is dropped.
  transfer.setData(`${TYPE}${kind}`, kind);
  transfer.effectAllowed = "copy";
}

/** What is being dragged, if it comes from the palette. */
export function draggedKind(transfer: DataTransfer): Dragged | undefined {
  const type = transfer.types.find((each) => each.startsWith(TYPE));
  const kind = type?.slice(TYPE.length);
  return kind !== undefined && (OTHERS.includes(kind) || Object.hasOwn(SHAPES, kind)) ? (kind as Dragged) : undefined;
}
