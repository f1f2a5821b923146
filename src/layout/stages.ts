import type { Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import type { Links } from "./flows.ts";
import type { Reach } from "./reach.ts";

/** The stages of a process that its nodes name. */
export interface Stages {
  /** In the order of the file. */
  readonly ids: readonly string[];
  /** By node, the place of its stage in `ids`; -1 for a node without one. */
  readonly of: Int32Array;
  /** The same, but that nodes without a stage go with what leads to them, or else with what they lead to. */
  readonly leaning: Int32Array;
}

/** The stages that nodes name, and which node goes with which. */
export function stagesOf({ stages, nodes }: Process, links: Links): Stages {
  const named = new Set(nodes.map(({ stage }) => stage));
  const ids = stages.map(({ id }) => id).filter((id) => named.has(id));
  const index = new Map(ids.map((id, i) => [id, i]));
  const of = Int32Array.from(nodes, ({ stage }) => index.get(stage ?? "") ?? -1);
  const leaning = of.slice();
  for (let i = 0; i < nodes.length; i++) {
    if (of[i]! >= 0) continue;
    const before = links.in[i]!.map((flow) => of[links.from[flow]!]!).filter((stage) => stage >= 0);
    const after = links.out[i]!.map((flow) => of[links.to[flow]!]!).filter((stage) => stage >= 0);
    if (before.length > 0) leaning[i] = Math.max(...before);
    else if (after.length > 0) leaning[i] = Math.min(...after);
  }
  return { ids, of, leaning };
}

/** How far a border keeps from what is beside it, if there is room: beyond that, the middle counts. */
const CLEAR = 20;

/**
 * From where to where the bands of stages reach, along the flow. A stage has a band if none of its nodes begins before
 * all of an earlier stage end, and none ends after one of a later stage begins. Borders lie between nodes, clear of
 * what runs along them.
 *
 * @param boxes - By node, its box.
 * @param upright - Where stretches of flows run across the flow's direction: borders keep away from them.
 * @param frame - From where to where all bands together reach.
 * @returns By stage, its band; nothing for one whose nodes do not stand by themselves.
 */
export function stageBands(
  { ids, of, leaning }: Stages,
  boxes: readonly Rect[],
  upright: readonly number[],
  frame: Reach,
): readonly (Reach | undefined)[] {
  const spans = boxes.map(({ x, width }): Reach => [x, x + width]);
  const cuts = [...ids, ""].map((_, cut) => {
    if (cut === 0) return frame[0];
    if (cut === ids.length) return frame[1];
    const gap = between(cut, of, spans);
    return gap && border(narrowed(gap, cut, of, leaning, spans), spans, upright);
  });
  return ids.map((_, i) => {
    const [from, to] = [cuts[i], cuts[i + 1]];
    return from === undefined || to === undefined ? undefined : [from, to];
  });
}

/** The room between the stages before a cut and those after it; nothing if they overlap. */
function between(cut: number, of: Int32Array, spans: readonly Reach[]): Reach | undefined {
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  spans.forEach(([low, high], i) => {
    if (of[i]! < 0) return;
    if (of[i]! < cut) from = Math.max(from, high);
    else to = Math.min(to, low);
  });
  return from <= to ? [from, to] : undefined;
}

/** What is left of a gap if nodes without a stage are to lie on the side where they belong. */
function narrowed([from, to]: Reach, cut: number, of: Int32Array, leaning: Int32Array, spans: readonly Reach[]): Reach {
  let [low, high] = [from, to];
  spans.forEach((span, i) => {
    if (of[i]! < 0 && leaning[i]! >= 0 && leaning[i]! < cut && span[1] <= to) low = Math.max(low, span[1]);
  });
  spans.forEach((span, i) => {
    if (of[i]! < 0 && leaning[i]! >= cut && span[0] >= low) high = Math.min(high, span[0]);
  });
  return [low, high];
}

/** The place in a gap that is clearest of nodes and lines, and then nearest to its middle. */
function border([from, to]: Reach, spans: readonly Reach[], upright: readonly number[]): number {
  const inside = spans.filter(([low, high]) => high > from && low < to);
  const walls = [from, to, ...inside.flat(), ...upright].filter((at) => at >= from && at <= to).sort((a, b) => a - b);
  const middle = (from + to) / 2;
  let [best, most, off] = [middle, -1, Number.POSITIVE_INFINITY];
  for (let i = 1; i < walls.length; i++) {
    const [low, high] = [walls[i - 1]!, walls[i]!];
    const at = Math.min(
      Math.max(middle, low + Math.min(CLEAR, (high - low) / 2)),
      high - Math.min(CLEAR, (high - low) / 2),
    );
    if (inside.some(([start, end]) => start < at && end > at)) continue;
    const clear = Math.min(at - low, high - at, CLEAR);
    if (clear > most || (clear === most && Math.abs(at - middle) < off)) {
      [best, most, off] = [at, clear, Math.abs(at - middle)];
    }
  }
  return Math.round(best);
}
