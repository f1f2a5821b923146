import { useShallow } from "zustand/react/shallow";
import { edit } from "../../../app/document.ts";
import { presentProcess, useApp } from "../../../app/store.ts";
import { type NamedList, newEntry } from "../../../model/edit/entries.ts";
import { add, type Changes, patch } from "../../../model/edit.ts";
import type { Step } from "../../../model/process.ts";

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
