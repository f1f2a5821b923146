import type { NamedList } from "../model/edit/entries.ts";
import { remove } from "../model/edit.ts";
import { counted, list as joined } from "../model/format.ts";
import type { Process } from "../model/process.ts";
import { edit } from "./document.ts";
import { say } from "./notice.ts";
import { presentProcess, useApp } from "./store.ts";

/** Lists whose entries can refer to others, and what one of them is called. */
const REFERRING = { nodes: "node", teams: "team", scenarios: "scenario" } as const;

/** Takes an entry out of one of the process's lists, and says what referred to it until now. */
export function removeEntry(list: NamedList, id: string): void {
  const before = presentProcess(useApp.getState());
  const entry = before[list].find((each) => each.id === id);
  edit((now) => remove(now, list, [id]));
  const words = lossWords(before, remove(before, list, [id]), list);
  if (entry && words !== undefined && !useApp.getState().readOnly)
    say({
      tone: "plain",
      title: `Removed “${entry.name}”`,
      text: `${words} to it no more. Undo brings all of it back.`,
    });
}

/** What lost a reference between two processes, as in “2 steps and 1 team refer”; nothing where nothing did. */
function lossWords(before: Process, after: Process, but: NamedList): string | undefined {
  const counts = (Object.keys(REFERRING) as (keyof typeof REFERRING)[])
    .filter((list) => list !== but)
    .flatMap((list) => {
      const left = new Set<object>(after[list]);
      const changed = before[list].filter((each) => !left.has(each));
      const steps = list === "nodes" && changed.every((each) => "kind" in each && each.kind === "step");
      return changed.length === 0 ? [] : [{ n: changed.length, word: steps ? "step" : REFERRING[list] }];
    });
  if (counts.length === 0) return undefined;
  const one = counts.length === 1 && counts[0]?.n === 1;
  const words = joined(
    counts.map(({ n, word }) => counted(n, word)),
    "and",
  );
  return `${words} ${one ? "refers" : "refer"}`;
}
