import type { NodeKind } from "../../model/process.ts";
import { SHAPES } from "../../model/shape.ts";

const TYPE = "application/x-throughline-node-";

/** Lets a palette entry be dragged onto the canvas. */
export function dragKind(transfer: DataTransfer, kind: NodeKind): void {
  // The kind is part of the type, because the data itself cannot be read before it is dropped.
  transfer.setData(`${TYPE}${kind}`, kind);
  transfer.effectAllowed = "copy";
}

/** What kind of node is being dragged, if it is one. */
export function draggedKind(transfer: DataTransfer): NodeKind | undefined {
  const type = transfer.types.find((each) => each.startsWith(TYPE));
  const kind = type?.slice(TYPE.length);
  return kind !== undefined && kind in SHAPES ? (kind as NodeKind) : undefined;
}
