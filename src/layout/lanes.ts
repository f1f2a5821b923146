import { LANE, NO_DEPARTMENT, type Rect } from "../model/geometry.ts";
import type { Process, ProcessNode } from "../model/process.ts";

/** Where a lane lies: its top and its height in pixels. */
export interface Band {
  readonly y: number;
  readonly height: number;
}

/** The lanes of a process, top to bottom: its departments, then `NO_DEPARTMENT` if any node names no known one. */
export function laneIds(process: Process): readonly string[] {
  const known = new Set(process.departments.map(({ id }) => id));
  const homeless = process.nodes.some(({ department }) => department === undefined || !known.has(department));
  return homeless ? [...known, NO_DEPARTMENT] : [...known];
}

/** The place of every node's lane in `lanes`, in the order of the nodes. */
export function laneIndices(nodes: readonly ProcessNode[], lanes: readonly string[]): readonly number[] {
  const index = new Map(lanes.map((id, i) => [id, i]));
  return nodes.map(({ department }) => index.get(department ?? NO_DEPARTMENT) ?? lanes.length - 1);
}

/**
 * The bands that nodes at these places ask for: lanes without nodes are thin, and what lies between two lanes is
 * shared half and half.
 *
 * @param extents - By lane, top to bottom: from where to where its nodes reach; nothing for a lane without nodes.
 */
export function bandsOf(extents: readonly (readonly [top: number, bottom: number] | undefined)[]): readonly Band[] {
  const bands: Band[] = [];
  let y: number | undefined;
  extents.forEach((extent, i) => {
    if (extent === undefined) {
      const first = extents.find((each) => each !== undefined);
      y ??= first === undefined ? 0 : first[0] - LANE.padding - LANE.thin * extents.indexOf(first);
      bands.push({ y, height: LANE.thin });
      y += LANE.thin;
      return;
    }
    y ??= extent[0] - LANE.padding;
    let next = i + 1;
    while (next < extents.length && extents[next] === undefined) next++;
    const below = extents[next];
    const room = below === undefined ? 2 * LANE.padding : below[0] - extent[1] - LANE.thin * (next - i - 1);
    const bottom = Math.max(y, extent[1] + Math.round(room / 2));
    bands.push({ y, height: bottom - y });
    y = bottom;
  });
  return bands;
}

/** From where to where the nodes of each lane reach, captions included. */
export function extentsOf(
  rects: readonly Rect[],
  lane: readonly number[],
  lanes: number,
): readonly (readonly [top: number, bottom: number] | undefined)[] {
  const extents: ([number, number] | undefined)[] = Array.from({ length: lanes }, () => undefined);
  rects.forEach(({ y, height }, i) => {
    const extent = extents[lane[i]!];
    if (extent === undefined) extents[lane[i]!] = [y, y + height];
    else {
      extent[0] = Math.min(extent[0], y);
      extent[1] = Math.max(extent[1], y + height);
    }
  });
  return extents;
}
