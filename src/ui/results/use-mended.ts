import { useRef } from "react";
import { presentProcess, useApp } from "../../app/store.ts";
import { hasErrors } from "../../model/problem.ts";
import type { RunOf } from "./states.ts";

/**
 * Whether a process that could not run can run by now: it was changed since, and the checks find no error in it.
 *
 * @param run - The run that failed, of the process on screen when this is first asked.
 */
export function useMended(run: RunOf<"failed">): boolean {
  const present = useApp(presentProcess);
  const fine = useApp(({ problems }) => problems.of === present && !hasErrors(problems.list));
  const failed = useRef({ run, present });
  if (failed.current.run !== run) failed.current = { run, present };
  return fine && failed.current.present !== present;
}
