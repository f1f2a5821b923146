import type { Problem } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { validate } from "../model/validate.ts";

/** The errors of a process, for formats that only hold what can run. */
export function errorsOf(process: Process): readonly Problem[] {
  return validate(process).filter(({ severity }) => severity === "error");
}
