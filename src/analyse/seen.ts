import { counted } from "../model/format.ts";
import { lensOf } from "../model/lens/lenses.ts";
import type { LensId, LensView } from "../model/lens/view.ts";
import type { Process } from "../model/process.ts";
import { type Heat, heatOf } from "./heat.ts";
import type { HeatMeasure } from "./heat-measures.ts";
import { improvementsSaid, improvementsView } from "./improvements-view.ts";
import { provenWords } from "./proven-words.ts";
import type { Results } from "./results.ts";

/** What is looked at through a lens. */
export interface Looked {
  readonly process: Process;
  /** What it is a part of, where it is one; names that it lacks are found there. */
  readonly whole?: Process;
  /** The last run, where there is one that holds. */
  readonly results?: Results | undefined;
  /** Colours the steps by the run, whatever the lens shows; the lens that finds bottlenecks does so anyway. */
  readonly heat?: boolean;
  /** What they are coloured by. @default "delay" */
  readonly measure?: HeatMeasure;
}

/** What a picture shows of a process through a lens. */
export interface Seen {
  /** The lens's name, over the legend. */
  readonly title: string;
  readonly view: LensView;
  readonly heat?: Heat;
  /** What the legend says besides, in sentences. */
  readonly said: readonly string[];
  /** Which run the figures are from, where there are any. */
  readonly source?: string;
}

/** All that a lens shows of a process and its last run: pictures, in the page and on the command line, are drawn from this. */
export function seenThrough(lens: LensId, looked: Looked): Seen {
  const { process, results, heat = false, measure } = looked;
  const { name, nothing, view: viewOf } = lensOf(lens);
  const part = (looked.whole?.nodes.length ?? 0) > process.nodes.length;
  const plain = viewOf({ process, part, ...(results ? { figures: results } : {}) });
  const view = lens === "improvements" && results ? improvementsView(process, results) : plain;
  const heated = results && (heat || lens === "bottlenecks") ? heatOf(process, results, measure) : undefined;
  const told = heated !== undefined || OF_RUNS[lens];
  const said = SAID[lens](looked);
  const empty = view.legend.length === 0 && heated === undefined && said.length === 0;
  return {
    title: name,
    view,
    ...(heated ? { heat: heated } : {}),
    said: empty && nothing !== "" ? [nothing] : said,
    ...(results && told ? { source: sourceOf(results) } : {}),
  };
}

/** Which lenses show figures of a run where there is one, and so say which run. */
const OF_RUNS: Readonly<Record<LensId, boolean>> = {
  process: false,
  data: false,
  systems: false,
  departments: true,
  bottlenecks: true,
  improvements: true,
};

/** What each lens says in sentences of a run, or of there being none. */
const SAID: Readonly<Record<LensId, (looked: Looked) => readonly string[]>> = {
  process: () => [],
  data: () => [],
  systems: () => [],
  departments: () => [],
  bottlenecks: ({ process, whole = process, results }) => {
    if (!results) return [lensOf("bottlenecks").nothing];
    const proven = provenWords(results, whole);
    return proven === undefined ? [] : [`Proven: ${proven}`];
  },
  improvements: ({ results }) => (results ? improvementsSaid(results) : [lensOf("improvements").nothing]),
};

function sourceOf({ replications, seed }: Results): string {
  return `From a run of ${counted(replications, "replication")}, seed ${seed}.`;
}
