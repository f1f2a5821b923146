import { departmentColour } from "../../io/svg/look.ts";
import { type Drawing, NO_DEPARTMENT, type Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";

/** One lane as it is drawn. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly box: Rect;
  /** As #rrggbb. */
  readonly colour: string;
}

/** The lanes from top to bottom, or from left to right where the process flows down. */
export function lanesOf({ departments }: Process, { lanes }: Drawing): readonly Lane[] {
  // A process without departments is one open space, not one nameless lane.
  if (departments.length === 0) return [];
  const index = new Map(departments.map(({ id }, i) => [id, i]));
  return Object.entries(lanes)
    .map(([id, box]) => {
      const i = index.get(id);
      const department = i === undefined ? undefined : departments[i];
      const colour = department ? departmentColour(department.color, i ?? 0) : "#8390a2";
      const name = department?.name ?? (id === NO_DEPARTMENT ? "No department" : id);
      return { id, name, box, colour };
    })
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}
