import type { Result } from "../src/model/problem.ts";

/** The value of a result that has to be one: a test whose process has errors breaks here, and says which. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
