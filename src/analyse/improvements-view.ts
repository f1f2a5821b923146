import { counted, number, time } from "../model/format.ts";
import { type LegendEntry, type LensView, type NodeLook, PLAIN } from "../model/lens/view.ts";
import type { Process } from "../model/process.ts";
import { isSaturated } from "./capacity.ts";
import { improvementWords } from "./improvement-words.ts";
import { magnitude } from "./one-more-words.ts";
import type { Improvement, Results } from "./results.ts";

/** So many changes are listed: the rest help less than any of them, and nobody reads that far. */
const MOST = 8;

const shownOf = ({ improvements = [] }: Results) => improvements.filter(({ shown }) => shown);

/** What would help most, by rank, at the nodes that it is about, and in words in the legend. */
export function improvementsView(process: Process, results: Results): LensView {
  const shown = shownOf(results).slice(0, MOST);
  const here = new Set(process.nodes.map(({ id }) => id));
  const at = new Map<string, Improvement[]>();
  for (const improvement of shown) {
    const node = improvement.nodes?.find((id) => here.has(id));
    if (node !== undefined) at.set(node, [...(at.get(node) ?? []), improvement]);
  }
  const nodes = new Map([...at].map(([id, about]): [string, NodeLook] => [id, lookOf(about, results)]));
  const legend = shown.map(
    (improvement): LegendEntry => ({
      swatch: { kind: "rank", rank: improvement.rank },
      text: improvementWords(improvement, results, process.currency),
    }),
  );
  return { ...PLAIN, nodes, legend };
}

/** The rank of the best change that is tried out at a node, what it brings, and how many others there are. */
function lookOf([best, ...others]: readonly Improvement[], { capacity }: Results): NodeLook {
  if (best === undefined) return {};
  const effect = isSaturated(capacity)
    ? `${number(magnitude(best.throughputPerHour).mean)} more an hour`
    : `${time(magnitude(best.cycleTime).mean)} sooner`;
  const more = others.length === 0 ? "" : `, +${others.length}`;
  return { stands: true, badge: `${best.rank} · ${effect}${more}` };
}

/** What was tried out without showing a gain, and what was not tried at all, in sentences. */
export function improvementsSaid(results: Results): readonly string[] {
  const { improvements, replications } = results;
  if (improvements === undefined) return ["What would help has not been tried out yet."];
  if (improvements.length === 0) return ["There was nothing to try: nobody waits, and no work is done by people."];
  const listed = shownOf(results).length;
  const without = improvements.length - listed;
  return [
    ...(listed > MOST
      ? [`${counted(listed - MOST, "more change is", "more changes are")} shown to help, less than these.`]
      : []),
    ...(without > 0
      ? [
          `${counted(without, "change was", "changes were")} tried with no gain that ${replications} replications could show.`,
        ]
      : []),
  ];
}
