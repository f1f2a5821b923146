import { type Drawing, LANE, NO_DEPARTMENT, type Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { wrap } from "../../model/text.ts";
import { element } from "./element.ts";
import { departmentColour, mix, type Palette } from "./look.ts";
import { atMost, firstBaseline, textBlock } from "./text.ts";

const FONT = { size: 13, leading: 16 };
/** For names that take more than two lines: three of these fit into the strip. */
const SMALL = { size: 10, leading: 12 };

/**
 * Draws the lanes, top to bottom: a tinted ground, and a strip with the department's name set upwards.
 *
 * @param band - From where to where the lanes reach; its height is not used.
 */
export function lanes(process: Process, drawing: Drawing, band: Rect, palette: Palette): string {
  // A process without departments is one open space, not one nameless lane.
  if (process.departments.length === 0) return "";
  const departments = new Map(process.departments.map((each, index) => [each.id, { ...each, index }]));
  return Object.entries(drawing.lanes)
    .sort(([, a], [, b]) => a.y - b.y)
    .map(([id, { y, height }]) => {
      const department = departments.get(id);
      const colour = department === undefined ? palette.border : departmentColour(department.color, department.index);
      const frame = { x: band.x, y, height, stroke: mix(colour, palette.paper, 0.45) };
      const name = department?.name ?? (id === NO_DEPARTMENT ? "No department" : id);
      return element(
        "g",
        {},
        element("rect", { ...frame, width: band.width, fill: mix(colour, palette.paper, palette.tint) }),
        element("rect", { ...frame, width: LANE.header, fill: mix(colour, palette.paper, palette.tint * 3) }),
        name === "" ? "" : header(name, band.x + LANE.header / 2, y + height / 2, height - 16, palette),
      );
    })
    .join("");
}

function header(name: string, x: number, y: number, room: number, palette: Palette): string {
  const full = wrap(name, room, FONT.size);
  const { size, leading } = full.length > 2 ? SMALL : FONT;
  const lines = atMost(wrap(name, room, size), 3, room, size);
  const baseline = firstBaseline(0, lines.length, size, leading);
  return element(
    "g",
    { transform: `translate(${x} ${y}) rotate(-90)` },
    textBlock(lines, 0, baseline, leading, { size, weight: 700, anchor: "middle", fill: palette.ink }),
  );
}
