import { presentProcess, processToRun, useApp } from "../../app/store.ts";
import { hasErrors } from "../../model/problem.ts";
import type { RunOf } from "./states.ts";

/** Whether a process that could not run can run by now: it was changed since, and the checks find no error in it. */
export function useMended({ of }: RunOf<"failed">): boolean {
  const changed = useApp((state) => processToRun(state) !== of);
  const fine = useApp((state) => state.problems.of === presentProcess(state) && !hasErrors(state.problems.list));
  return changed && fine;
}
