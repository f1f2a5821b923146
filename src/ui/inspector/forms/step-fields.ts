import { useShallow } from "zustand/react/shallow";
import { edit } from "../../../app/document.ts";
import { presentProcess, useApp } from "../../../app/store.ts";
import { type NamedList, newEntry } from "../../../model/edit/entries.ts";
import { add, type Changes, patch } from "../../../model/edit.ts";
import type { Step } from "../../../model/process.ts";
import { keyOf, type Wanted } from "../fields/references.ts";

/** What a group of fields of a step is given. It reads the rest itself, so that typing in one group redraws no other. */
export interface StepFieldsProps {
  readonly id: string;
}

type Own = Omit<Step, "id" | "kind" | "name">;

/** Some fields of a step; who reads them is drawn again only when one of them changes. */
export function useStep<K extends keyof Own>(id: string, ...keys: readonly K[]): Pick<Own, K> {
  return useApp(
    useShallow((state) => {
      const node = presentProcess(state).nodes.find((each) => each.id === id);
      const step: Own = node?.kind === "step" ? node : {};
      return Object.fromEntries(keys.map((key) => [key, step[key]])) as Pick<Own, K>;
    }),
  );
}

/** Changes a step; without a gesture, as an undo step of its own. */
export function setStep(id: string, changes: Changes<Step>, gesture?: string): void {
  edit((now) => patch(now, "nodes", id, changes), gesture);
}

/** Makes a new entry of a list and changes a step with the entry's id, in one undo step. */
export function createFor(step: string, list: NamedList, name: string, changes: (id: string) => Changes<Step>): void {
  edit((now) => {
    const entry = newEntry(now, list, name);
    return patch(add(now, list, entry), "nodes", step, changes(entry.id));
  });
}

/** Has a step refer to all of these, makes those that there are not yet, and all of it in one undo step. */
export function referTo(
  step: string,
  list: NamedList,
  key: "inputs" | "outputs" | "systems" | "cover",
  wanted: readonly Wanted[],
): void {
  edit((now) => {
    let process = now;
    const ids = wanted.map(({ id, name }) => {
      // What cannot be chosen here may still have that name: there are no two of one name.
      const known = id ?? process[list].find((each) => keyOf(each.name) === keyOf(name))?.id;
      if (known !== undefined) return known;
      const made = newEntry(process, list, name);
      process = add(process, list, made);
      return made.id;
    });
    return patch(process, "nodes", step, { [key]: ids.length === 0 ? undefined : ids });
  });
}
