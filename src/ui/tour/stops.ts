import type { Results } from "../../analyse/results.ts";
import type { Tour } from "../../app/store.ts";
import { duration } from "../../model/format.ts";

/** What the tour says at a stop, and what it points at. */
interface Words {
  readonly title: string;
  readonly text: string;
  /** What to point at, as `data-tour` names it; the first that is on the page. Empty: nothing. */
  readonly at: readonly string[];
  /** What the button says that goes on. */
  readonly next: string;
}

/** What is known when a stop is shown. */
interface Known {
  readonly tour: Tour;
  /** Of the last run, if it has finished. */
  readonly results: Results | undefined;
  readonly improvement: { readonly name: string; readonly description: string } | undefined;
}

/** The words of every stop. */
export const WORDS: Readonly<Record<Tour["stop"], (known: Known) => Words>> = {
  offer: () => ({
    title: "New here?",
    text: "A tour of three minutes shows how a process is read, run and made better.",
    at: ["canvas"],
    next: "Start the tour",
  }),
  flow: () => ({
    title: "This is a process",
    text: "Leads come in at the left and go from step to step. Each lane is a department; a step names the team that does it and how long it takes. Click one to see all that it says.",
    at: ["canvas"],
    next: "Next",
  }),
  run: () => ({
    title: "Press Run",
    text: "Three thousand leads go through the drawing, ten times over, and wait wherever nobody is free.",
    at: ["run"],
    next: "Run it",
  }),
  bottleneck: ({ results }) => ({
    title: "Here it gets stuck",
    text: results?.bottlenecks[0]?.why ?? "The list shows what holds records up, the worst first.",
    at: ["results"],
    next: "Next",
  }),
  improve: ({ tour, results, improvement }) => ({
    title: tour.before === undefined ? "Try something" : "What it brought",
    text: improved(tour, results, improvement),
    at: tour.before === undefined ? ["canvas"] : ["results"],
    next: tour.before === undefined ? "Try it" : "Next",
  }),
  export: () => ({
    title: "Take it with you",
    text: "The File menu saves the process and exports its picture. It also has the other examples, to begin with one that is like your own.",
    at: ["file"],
    next: "Done",
  }),
};

function improved({ before }: Tour, results: Known["results"], improvement: Known["improvement"]): string {
  if (before === undefined)
    return improvement
      ? `The process comes with scenarios. This one is called “${improvement.name}”: ${improvement.description} Undo takes it back.`
      : "Give the team that is short one more person, and run again.";
  if (results === undefined) return "It is running again, with the same leads and the same luck …";
  const now = results.cycleTime.mean;
  return `From arrival to end it took ${duration(before)} on average; now it takes ${duration(now)}. The leads were the same, so the change is what made the difference.`;
}
