import { orderDepartments as inOrder } from "../model/edit/departments.ts";
import type { Drawing } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { type LayoutOptions, layout } from "./layout.ts";
import { departmentOrder } from "./order.ts";

/** What may be asked of an arrangement. */
export interface ArrangeOptions extends LayoutOptions {
  /**
   * Puts the departments into the order with the fewest crossings first.
   *
   * @default false
   */
  readonly orderDepartments?: boolean;
}

/** A new layout, and the order of departments that it is for. */
export interface Arrangement {
  readonly drawing: Drawing;
  readonly departments: readonly string[];
}

/** How much of the time it takes to find the order of departments, where that is asked for. */
const ORDERING = 0.8;

/** Lays a process out, with its departments in their order or in the best one. */
export function arrange(process: Process, { orderDepartments = false, ...options }: ArrangeOptions = {}): Arrangement {
  const { onProgress = () => {} } = options;
  if (!orderDepartments) {
    return { drawing: layout(process, options), departments: process.departments.map(({ id }) => id) };
  }
  const departments = departmentOrder(process, (done) => onProgress(done * ORDERING));
  const ordered = inOrder(process, departments);
  const tell = (done: number) => onProgress(ORDERING + done * (1 - ORDERING));
  return { drawing: layout(ordered, { ...options, onProgress: tell }), departments };
}
