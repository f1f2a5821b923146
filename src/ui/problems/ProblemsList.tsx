import { IconCircleCheck } from "@tabler/icons-react";
import { useProblems } from "../../app/problems.ts";
import { useApp } from "../../app/store.ts";
import { ProblemRows } from "./ProblemRows.tsx";

/** Everything that is wrong with the process on screen, or that nothing is. */
export function ProblemsList() {
  const problems = useProblems();
  const of = useApp((state) => state.problems.of);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  return (
    <section className="problems-panel" aria-label="Problems">
      {problems.length === 0 ? (
        <p className="problems-none">
          <IconCircleCheck size={18} aria-hidden />
          No problems: this process can run.
        </p>
      ) : (
        <>
          <p className="problems-count" aria-live="polite">
            {errors === 0 ? "Nothing stops a run. " : `${counted(errors, "error")} to mend before it can run. `}
            {warnings > 0 && `${counted(warnings, "warning")}${errors === 0 ? " to look at" : ""}.`}
          </p>
          <ProblemRows problems={problems} of={of} />
        </>
      )}
    </section>
  );
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
