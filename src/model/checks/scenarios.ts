import type { Change } from "../change.ts";
import { changed, type Refusal } from "../change.ts";
import { found, quoted } from "../read/expected.ts";
import { type Check, error, within } from "./check.ts";

/** Scenarios that change what does not exist, or to what it cannot be. */
export const checkScenarios: Check = function* ({ process }) {
  for (const [i, { name, changes }] of process.scenarios.entries()) {
    for (const [n, change] of changes.entries()) {
      const after = changed(process, change);
      if (typeof after !== "string") continue;
      const [message, mend] = WORDS[after](quoted(name), change);
      yield error(
        after === "no-such-place" ? "scenario-path" : "scenario-value",
        within({ path: ["scenarios", i, "changes", n] }, after === "no-such-place" ? "set" : "to"),
        message,
        mend,
      );
    }
  }
};

const WORDS: Readonly<Record<Refusal, (name: string, change: Change) => readonly [message: string, mend: string]>> = {
  "no-such-place": (name, { set }) => [
    `The scenario ${name} changes ${quoted(set)}, which does not exist.`,
    "Name a list, an id and a field, as in teams/sdr/people.",
  ],
  "wrong-value": (name, { set, to }) => [
    `The scenario ${name} sets ${quoted(set)} to ${found(to)}, which does not fit there.`,
    "Write a value as that field has it.",
  ],
};
