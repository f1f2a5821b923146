import { type Change, changed, type Refusal } from "../change.ts";
import type { Problem } from "../problem.ts";
import { found, quoted } from "../read/expected.ts";
import { type Check, capital, error } from "./check.ts";

/** Scenarios that change what does not exist, or to what it cannot be. */
export const checkScenarios: Check = function* ({ process }) {
  for (const [i, { name, changes }] of process.scenarios.entries()) {
    for (const [n, change] of changes.entries()) {
      const after = changed(process, change);
      if (typeof after === "string")
        yield refused(after, change, `the scenario ${quoted(name)}`, ["scenarios", i, "changes", n]);
    }
  }
};

/**
 * A change that cannot be made, in words.
 *
 * @param name - Whose change it is, as in “the scenario “Hire””.
 * @param at - Where the change stands.
 */
export function refused(why: Refusal, change: Change, name: string, at: readonly PropertyKey[]): Problem {
  const { code, key, message, mend } = REFUSALS[why];
  return error(code, { path: [...at, key] }, message(capital(name), change), mend);
}

interface Words {
  readonly code: string;
  readonly key: keyof Change;
  readonly message: (name: string, change: Change) => string;
  readonly mend: string;
}

const REFUSALS: Readonly<Record<Refusal, Words>> = {
  "no-such-place": {
    code: "scenario-path",
    key: "set",
    message: (name, { set }) => `${name} changes ${quoted(set)}, which does not exist.`,
    mend: "Name a list, an id and a field, as in teams/sdr/people.",
  },
  "wrong-value": {
    code: "scenario-value",
    key: "to",
    message: (name, { set, to }) => `${name} sets ${quoted(set)} to ${found(to)}, which does not fit there.`,
    mend: "Write a value as that field has it.",
  },
};
