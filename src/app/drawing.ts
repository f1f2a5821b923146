import { drawingOf as derive } from "../layout/layout.ts";
import { type Drawing, frameOf, type Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { useApp } from "./store.ts";

/** Where nodes are for now, by id, while somebody drags them. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

const known = new WeakMap<Process, Drawing>();
const frames = new WeakMap<Drawing, Rect>();

/** Where everything of a process is drawn; worked out once for each process. */
export function drawingOf(process: Process): Drawing {
  const before = known.get(process);
  if (before) return before;
  const drawing = derive(process);
  known.set(process, drawing);
  return drawing;
}

/** Where everything of the process on screen is drawn. */
export function useDrawing(): Drawing {
  return useApp(({ document }) => drawingOf(document.present));
}

/** The box around everything of the process on screen, lanes included. */
export function useFrame(): Rect {
  const drawing = useDrawing();
  const before = frames.get(drawing);
  if (before) return before;
  const frame = frameOf(drawing);
  frames.set(drawing, frame);
  return frame;
}

/** The drawing with some nodes moved for now; lanes stay where they are until the nodes are dropped. */
export function drawingWith(process: Process, places: Places): Drawing {
  const previous = drawingOf(process);
  if (places.size === 0) return previous;
  const nodes = process.nodes.map((node) => {
    const at = places.get(node.id) ?? previous.nodes[node.id];
    return at ? { ...node, x: at.x, y: at.y } : node;
  });
  const drawing = derive({ ...process, nodes }, { previous, moved: new Set(places.keys()) });
  return { ...drawing, lanes: previous.lanes };
}
