import { LANE, type Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { nodeSize } from "../model/shape.ts";
import { extentsOf, laneIds, laneIndices } from "./lanes.ts";

/** Moves lanes apart that would overlap, each as a whole and downwards only. Nodes without a place stay without. */
export function settled(process: Process): Process {
  const lanes = laneIds(process);
  const nodes = process.nodes.filter(({ x, y }) => x !== undefined && y !== undefined);
  const rects = nodes.map((node): Rect => ({ x: node.x ?? 0, y: node.y ?? 0, ...nodeSize(node) }));
  const extents = extentsOf(rects, laneIndices(nodes, lanes), lanes.length);
  let bottom: number | undefined;
  const shift = extents.map((extent) => {
    if (extent === undefined) {
      if (bottom !== undefined) bottom += LANE.thin;
      return 0;
    }
    const by = bottom === undefined ? 0 : Math.max(0, bottom + 2 * LANE.padding - extent[0]);
    bottom = extent[1] + by;
    return by;
  });
  if (shift.every((by) => by === 0)) return process;
  const lane = laneIndices(process.nodes, lanes);
  const moved = process.nodes.map((node, i) =>
    node.y === undefined ? node : { ...node, y: node.y + shift[lane[i]!]! },
  );
  return { ...process, nodes: moved };
}
