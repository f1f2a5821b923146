import type { Fix, Mender } from "./fixes/fix.ts";
import { NAME_FIXES } from "./fixes/names.ts";
import { WAY_FIXES } from "./fixes/ways.ts";
import { WORK_FIXES } from "./fixes/work.ts";
import type { Problem } from "./problem.ts";
import type { Process } from "./process.ts";

/** Every mend that is obvious enough to be offered, by the code of the problem that it mends. */
export const FIXES: Readonly<Record<string, Mender>> = { ...WAY_FIXES, ...NAME_FIXES, ...WORK_FIXES };

/**
 * What would mend a problem.
 *
 * @param process - The process that the problem was found in: its places count.
 * @returns `undefined` where only its author can say.
 */
export function fixOf(problem: Problem, process: Process): Fix | undefined {
  return Object.hasOwn(FIXES, problem.code) ? FIXES[problem.code]?.(problem, process) : undefined;
}
