import { BY } from "../simulate/record-log.ts";
import type { Visits } from "../simulate/visits.ts";
import type { Way, Ways } from "./ways.ts";

/** A visit, by its row, after which a record came to another, and the way it took. */
export interface Coming {
  readonly from: number;
  readonly way: Way;
}

/**
 * By which visits of a life before the one at a place, and which ways, a record came to be there: several where branches
 * met in a join. The last to leave is the first.
 *
 * @param life - The rows of a record's visits, in the order in which they were reached.
 * @param latest - When the last of those was over that lie before the one right before it.
 */
export function comings(visits: Visits, life: Int32Array, at: number, latest: number, ways: Ways): readonly Coming[] {
  const { reached, left } = visits;
  const to = life[at]!;
  const before = life[at - 1];
  // Most records do one thing after the other.
  if (before !== undefined && left[before]! > latest && left[before]! <= reached[to]!) {
    const way = wayTo(visits, to, before, ways);
    if (way && way.toJoin === undefined) return [{ from: before, way }];
  }
  const found: Coming[] = [];
  for (const from of life.subarray(0, at)) {
    const way = left[from]! <= reached[to]! ? wayTo(visits, to, from, ways) : undefined;
    if (way) found.push({ from, way });
  }
  found.sort((a, b) => left[b.from]! - left[a.from]! || reached[b.from]! - reached[a.from]!);
  if (found[0]?.way.toJoin === undefined) return found.slice(0, 1);
  return lastOfEach(visits, found, roundBefore(visits, life, at));
}

/** Of each branch of a block the last coming: what came there in an earlier round lies further back. */
function lastOfEach({ place, left }: Visits, found: readonly Coming[], round: number): readonly Coming[] {
  const seen = new Set<number>();
  return found.filter(({ from, way }) => {
    const isNew = way.toJoin !== undefined && !seen.has(place[from]!);
    seen.add(place[from]!);
    return isNew && left[from]! >= round;
  });
}

/** When the same node was reached the last time before, if it was. */
function roundBefore({ place, by, reached }: Visits, life: Int32Array, at: number): number {
  const node = place[life[at]!];
  for (let i = at - 1; i >= 0; i--) {
    const row = life[i]!;
    if (place[row] === node && by[row] !== COMING) return reached[row]!;
  }
  return Number.NEGATIVE_INFINITY;
}

function wayTo(visits: Visits, to: number, from: number, ways: Ways): Way | undefined {
  const node = visits.place[to];
  for (const way of waysFrom(visits, from, ways)) if (way.to === node) return way;
  return undefined;
}

/** The ways by which a record may have gone on after a visit. */
export function waysFrom({ place, by }: Visits, row: number, ways: Ways): readonly Way[] {
  const how = BY[by[row]!]!;
  const exit = how === "arrived" ? "done" : how;
  if (exit === "end" || exit === "inside" || exit === "coming") return NONE;
  return ways[exit][place[row]!] ?? NONE;
}

const COMING = BY.indexOf("coming");
const NONE: readonly Way[] = [];
