import type { Process } from "../process.ts";

/**
 * Puts the departments into another order, which is that of the lanes.
 *
 * @param ids - Of all departments; those that are missing come last, in the order they had.
 * @returns The same process if that is their order already.
 */
export function orderDepartments(process: Process, ids: readonly string[]): Process {
  const rank = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  const departments = [...process.departments].sort((a, b) => rank(a.id) - rank(b.id));
  return departments.every((each, i) => each === process.departments[i]) ? process : { ...process, departments };
}
