import type { NamedList } from "../../../model/edit/entries.ts";
import type { Changes } from "../../../model/edit.ts";
import type { Step } from "../../../model/process.ts";

/** What the groups of fields of a step are given. */
export interface StepFieldsProps {
  readonly step: Step;
  /** Changes the step; without a gesture, as an undo step of its own. */
  readonly set: (changes: Changes<Step>, gesture?: string) => void;
  /** Makes a new entry of a list and changes the step with its id, in one undo step. */
  readonly create: (list: NamedList, name: string, changes: (id: string) => Changes<Step>) => void;
}
