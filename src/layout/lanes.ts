import { LANE, NO_DEPARTMENT, type Rect } from "../model/geometry.ts";
import type { Process, ProcessNode } from "../model/process.ts";
import { textWidth, wrap } from "../model/text.ts";

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

/** The type that names of lanes are set in, the room they keep from both ends together, and how thick a lane gets for its name, in pixels. */
const NAME = { size: 13, air: 24, lines: 2, most: 128 } as const;

/**
 * How thick each lane is if it has no nodes, in pixels: as its department says, and at the least as its name needs on two
 * lines without a word broken, within reason.
 *
 * @param lanes - As `laneIds` says.
 */
export function thinLanes({ departments }: Process, lanes: readonly string[]): readonly number[] {
  const known = new Map(departments.map((department) => [department.id, department]));
  return lanes.map((id) => {
    const { name = "", thickness = 0 } = known.get(id) ?? {};
    const widths = name.split(/\s+/).map((word) => textWidth(word, NAME.size));
    let room = Math.ceil(widths.reduce((a, b) => Math.max(a, b), 0));
    while (room < NAME.most && wrap(name, room, NAME.size).length > NAME.lines) room += 4;
    return Math.max(LANE.thin, thickness, Math.min(NAME.most, room + NAME.air));
  });
}

/**
 * The bands that nodes at these places ask for: lanes without nodes are thin, and what lies between two lanes is
 * shared half and half.
 *
 * @param extents - By lane, top to bottom: from where to where its nodes reach; nothing for a lane without nodes.
 * @param thin - By lane, how thick it is without nodes.
 * @param least - By lane, how thick it is at the least where no nodes lie beyond it.
 */
export function bandsOf(
  extents: readonly (readonly [top: number, bottom: number] | undefined)[],
  thin: readonly number[],
  least: readonly (number | undefined)[] = [],
): readonly Band[] {
  const thickness = (from: number, to: number) => thin.slice(from, to).reduce((all, each) => all + each, 0);
  const bands: Band[] = [];
  let y: number | undefined;
  extents.forEach((extent, i) => {
    if (extent === undefined) {
      const first = extents.find((each) => each !== undefined);
      y ??= first === undefined ? 0 : first[0] - LANE.padding - thickness(0, extents.indexOf(first));
      bands.push({ y, height: thin[i]! });
      y += thin[i]!;
      return;
    }
    y ??= extent[0] - LANE.padding;
    let next = i + 1;
    while (next < extents.length && extents[next] === undefined) next++;
    const below = extents[next];
    const room = below === undefined ? 2 * LANE.padding : below[0] - extent[1] - thickness(i + 1, next);
    const wanted = below === undefined ? (least[i] ?? 0) : 0;
    const bottom = Math.max(y + wanted, extent[1] + Math.round(room / 2));
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
