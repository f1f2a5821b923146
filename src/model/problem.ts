/** Something that is wrong with a process or a file, in words, with its place. */
export interface Problem {
  /** Errors stop a run; warnings do not. */
  readonly severity: "error" | "warning";
  /** What kind of problem it is, in kebab case, for tests and for fixes. */
  readonly code: string;
  /** Where in the file, as in `nodes[3].work.mean`; empty for the file as a whole. */
  readonly path: string;
  /** The node (or flow) it is about, if it is about one: what a click on the problem selects. */
  readonly node?: string;
  readonly flow?: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What would mend it, as a sentence. */
  readonly mend: string;
}

/** The answer to reading somebody's input: a value with remarks, or the problems that prevent it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Writes a place in a file.
 *
 * @example
 * place(["nodes", 3, "work", "mean"]); // "nodes[3].work.mean"
 */
export function place(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${String(key)}`)).join("");
}

/** Whether any of the problems stops a run. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
