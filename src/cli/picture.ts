import type { Results } from "../analyse/results.ts";
import { seenThrough } from "../analyse/seen.ts";
import { carryOutBy } from "../experiment/crew.ts";
import type { Progress } from "../experiment/options.ts";
import { planRun } from "../experiment/run.ts";
import type { Look } from "../io/svg/look.ts";
import { drawingOf } from "../layout/layout.ts";
import { associations } from "../layout/things/associations.ts";
import { placed } from "../model/edit/nodes.ts";
import { list } from "../model/format.ts";
import type { Drawing } from "../model/geometry.ts";
import type { LensId } from "../model/lens/view.ts";
import { partOf } from "../model/part.ts";
import type { Problem } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { UsageError } from "./command.ts";
import { threads } from "./crew.ts";
import { progressWords } from "./progress.ts";
import { readResults } from "./read-results.ts";
import type { Terminal } from "./terminal.ts";
import type { Wanted } from "./write-options.ts";

/** What is to be drawn, and how. */
export interface Picture {
  /** The process, or the part of it that was asked for. */
  readonly process: Process;
  readonly drawing: Drawing;
  readonly look: Look;
}

/** What each lens wants of a run: nothing, its figures, one more of what is short, or what would help. */
const OF_RUN: Readonly<Record<LensId, "nothing" | "figures" | "prove" | "improve">> = {
  process: "nothing",
  data: "nothing",
  systems: "nothing",
  departments: "figures",
  bottlenecks: "prove",
  improvements: "improve",
};

/**
 * Makes up the picture that the options ask for. Where it shows what a run finds, the process is run, unless its results
 * are in a file.
 *
 * @returns Problems where there is no such picture: errors in the process, a file without results.
 * @throws UsageError if a node that is asked for is not there.
 */
export async function pictureOf(
  whole: Process,
  wanted: Wanted,
  terminal: Terminal,
): Promise<{ readonly picture?: Picture; readonly file?: string; readonly problems: readonly Problem[] }> {
  const process = wanted.only === undefined ? whole : chosen(whole, wanted.only);
  const drawing = drawingOf(process);
  const { lens, heat, measure, dark, transparent, titleLine } = wanted;
  const found = await resultsFor(whole, wanted, terminal);
  if (!found.ok) return { problems: found.problems, ...(wanted.results === undefined ? {} : { file: wanted.results }) };
  const results = found.value;
  // Without a lens the process is drawn as it is, and needs no legend but that of heat.
  const seen = seenThrough(lens ?? "process", { process, whole, results, heat, measure });
  const { view, title, ...plain } = seen;
  const shown = lens === undefined ? plain : seen;
  const things = lens === undefined ? {} : { things: associations(process, drawing, view.things) };
  return { picture: { process, drawing, look: { dark, transparent, titleLine, ...shown, ...things } }, problems: [] };
}

type Found =
  | { readonly ok: true; readonly value: Results | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] };

async function resultsFor(process: Process, wanted: Wanted, terminal: Terminal): Promise<Found> {
  const { lens = "process", heat, results } = wanted;
  const asked = OF_RUN[lens];
  if (results !== undefined) return readResults(results, process);
  if (asked === "nothing" && !heat) return { ok: true, value: undefined };
  const options = { prove: asked === "prove" || asked === "improve", improve: asked === "improve" };
  const onProgress = (progress: Progress) => terminal.progress(progressWords(progress));
  const ran = await carryOutBy(threads(), planRun(process, options, { onProgress }));
  terminal.progress("");
  if (ran.ok) return ran;
  // Hand-offs can be shown without having counted them.
  return asked === "figures" && !heat ? { ok: true, value: undefined } : ran;
}

function chosen(process: Process, ids: readonly string[]): Process {
  const known = new Set(process.nodes.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new UsageError(
      `--only names ${list(
        unknown.map((id) => `“${id}”`),
        "and",
      )}, but the nodes are ${list([...known], "and")}.`,
    );
  return partOf(placed(process, drawingOf(process)), new Set(ids));
}
