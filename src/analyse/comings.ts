import type { Visit } from "../simulate/record-log.ts";
import type { Way, Ways } from "./ways.ts";

/** A visit after which a record came to another, and the way it took. */
export interface Coming {
  readonly from: Visit;
  readonly way: Way;
}

/**
 * By which visits of a life before the one at a place, and which ways, a record came to be there: several where branches
 * met in a join. The last to leave is the first.
 *
 * @param latest - When the last of those was over that lie before the one right before it.
 */
export function comings(life: readonly Visit[], at: number, latest: number, ways: Ways): readonly Coming[] {
  const to = life[at]!;
  const before = life[at - 1];
  // Most records do one thing after the other.
  const alone = before && before.left > latest && before.left <= to.reached ? wayTo(to, before, ways) : undefined;
  if (before && alone && alone.toJoin === undefined) return [{ from: before, way: alone }];
  const found = life
    .slice(0, at)
    .flatMap((from) => {
      const way = from.left <= to.reached ? wayTo(to, from, ways) : undefined;
      return way ? [{ from, way }] : [];
    })
    .sort((a, b) => b.from.left - a.from.left || b.from.reached - a.from.reached);
  return found[0]?.way.toJoin === undefined ? found.slice(0, 1) : lastOfEach(found, roundBefore(life, at));
}

/** Of each branch of a block the last coming: what came there in an earlier round lies further back. */
function lastOfEach(found: readonly Coming[], round: number): readonly Coming[] {
  const seen = new Set<string>();
  return found.filter(({ from, way }) => {
    const isNew = way.toJoin !== undefined && !seen.has(from.node);
    seen.add(from.node);
    return isNew && from.left >= round;
  });
}

/** When the same node was reached the last time before, if it was. */
function roundBefore(life: readonly Visit[], at: number): number {
  for (let i = at - 1; i >= 0; i--) if (life[i]!.node === life[at]!.node) return life[i]!.reached;
  return Number.NEGATIVE_INFINITY;
}

function wayTo(to: Visit, from: Visit, ways: Ways): Way | undefined {
  for (const way of waysFrom(from, ways)) if (way.to === to.node) return way;
  return undefined;
}

/** The ways by which a record may have gone on after a visit. */
export function waysFrom({ node, by }: Visit, ways: Ways): readonly Way[] {
  const exit = by === "arrived" ? "done" : by;
  if (exit === "end" || exit === "inside" || exit === "coming") return NONE;
  return ways[exit].get(node) ?? NONE;
}

const NONE: readonly Way[] = [];
