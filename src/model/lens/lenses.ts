import { dataView } from "./data.ts";
import { departmentsView } from "./departments.ts";
import { processView } from "./process.ts";
import { systemsView } from "./systems.ts";
import { type LensId, type LensInput, type LensView, PLAIN } from "./view.ts";

/** A way of looking at a process. */
export interface Lens {
  readonly id: LensId;
  readonly name: string;
  /** What it shows, as a sentence. */
  readonly about: string;
  /** What it says where it has nothing to show; empty = nothing. */
  readonly nothing: string;
  /** What it makes of a process; the same view for the same input, and no more than nodes and flows of the process. */
  readonly view: (input: LensInput) => LensView;
}

/** Every lens, in the order of menus. Switch, commands and legends are made from this list. */
export const LENSES: readonly Lens[] = [
  {
    id: "process",
    name: "Process",
    about: "The flow itself, with its stages as bands.",
    nothing: "",
    view: processView,
  },
  {
    id: "data",
    name: "Data",
    about: "Who makes which data, who needs it, and what comes from outside.",
    nothing: "No step takes in or gives out data yet.",
    view: dataView,
  },
  {
    id: "systems",
    name: "Systems",
    about: "Which system each step works with.",
    nothing: "The process names no systems yet.",
    view: systemsView,
  },
  {
    id: "departments",
    name: "Departments",
    about: "Where work is handed to another department, and the time lost on the way.",
    nothing: "Nothing is handed from one department to another.",
    view: departmentsView,
  },
  // What a run found is drawn by those who know results; these two leave the process itself plain.
  {
    id: "bottlenecks",
    name: "Bottlenecks",
    about: "Where records lose their time, as the last run found.",
    nothing: "A run shows where records lose their time.",
    view: () => PLAIN,
  },
  {
    id: "improvements",
    name: "Improvements",
    about: "What would help, tried out on the same luck.",
    nothing: "A run shows what would help.",
    view: () => PLAIN,
  },
];

/** The lens of that id. */
export function lensOf(id: LensId): Lens {
  return LENSES.find((lens) => lens.id === id)!;
}
