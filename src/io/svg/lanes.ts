import { type Direction, type Drawing, LANE, NO_DEPARTMENT, type Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { element } from "./element.ts";
import { departmentColour, mix, type Palette } from "./look.ts";
import { strip } from "./strip.ts";

/**
 * Draws the lanes in the order of the file: a tinted ground, and a strip with the department's name, set upwards where
 * lanes are rows.
 *
 * @param reach - How far all lanes together reach at least: they get longer, along the flow, to fill it.
 */
export function lanes(process: Process, drawing: Drawing, reach: Rect, palette: Palette): string {
  // A process without departments is one open space, not one nameless lane.
  if (process.departments.length === 0) return "";
  const departments = new Map(process.departments.map((each, index) => [each.id, { ...each, index }]));
  return Object.entries(drawing.lanes)
    .map(([id, lane]) => {
      const department = departments.get(id);
      const colour = department === undefined ? palette.border : departmentColour(department.color, department.index);
      const stroke = mix(colour, palette.paper, 0.45);
      const frame = lengthened(lane, reach, drawing.direction);
      const name = department?.name ?? (id === NO_DEPARTMENT ? "No department" : id);
      const head = drawing.direction === "right" ? { ...frame, width: LANE.header } : { ...frame, height: LANE.header };
      return element(
        "g",
        {},
        element("rect", { ...frame, stroke, fill: mix(colour, palette.paper, palette.tint) }),
        element("rect", { ...head, stroke, fill: mix(colour, palette.paper, palette.tint * 3) }),
        name === "" ? "" : strip(name, head, drawing.direction === "right", palette),
      );
    })
    .join("");
}

function lengthened(lane: Rect, reach: Rect, direction: Direction): Rect {
  if (direction === "down") return lane;
  return { ...lane, width: Math.max(lane.width, reach.x + reach.width - lane.x) };
}
