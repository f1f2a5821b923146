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
  /** How many steps lie in it. */
  readonly count: number;
}

/** The lanes from top to bottom, or from left to right where the process flows down. */
export function lanesOf({ departments, nodes }: Process, { lanes }: Drawing): readonly Lane[] {
  // A process without departments is one open space, not one nameless lane.
  if (departments.length === 0) return [];
  const index = new Map(departments.map(({ id }, i) => [id, i]));
  const counts = new Map<string, number>();
  for (const { kind, department } of nodes) {
    if (kind !== "step") continue;
    const lane = department !== undefined && department in lanes ? department : NO_DEPARTMENT;
    counts.set(lane, (counts.get(lane) ?? 0) + 1);
  }
  return Object.entries(lanes)
    .map(([id, box]) => {
      const i = index.get(id);
      const department = i === undefined ? undefined : departments[i];
      const colour = department ? departmentColour(department.color, i ?? 0) : "#8390a2";
      const name = department?.name ?? (id === NO_DEPARTMENT ? "No department" : id);
      return { id, name, box, colour, count: counts.get(id) ?? 0 };
    })
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}
