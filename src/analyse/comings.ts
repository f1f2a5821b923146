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
 */
export function comings(life: readonly Visit[], exits: readonly (readonly Way[])[], at: number): readonly Coming[] {
  const to = life[at]!;
  let last: Coming | undefined;
  for (let i = 0; i < at; i++) {
    const from = life[i]!;
    if (from.left > to.reached || (last !== undefined && !isLater(from, last.from))) continue;
    const way = exits[i]!.find((each) => each.to === to.node);
    if (way) last = { from, way };
  }
  if (last === undefined) return [];
  return last.way.toJoin === undefined ? [last] : allComings(life, exits, at);
}

function isLater(a: Visit, b: Visit): boolean {
  return a.left > b.left || (a.left === b.left && a.reached > b.reached);
}

/** Of each branch of a block the last coming: what came there in an earlier round lies further back. */
function allComings(life: readonly Visit[], exits: readonly (readonly Way[])[], at: number): readonly Coming[] {
  const to = life[at]!;
  const before = life.slice(0, at);
  const round = before.findLast(({ node }) => node === to.node)?.reached ?? Number.NEGATIVE_INFINITY;
  const found = before
    .flatMap((from, i) => {
      const way = exits[i]!.find((each) => each.to === to.node);
      return way && from.left <= to.reached ? [{ from, way }] : [];
    })
    .sort((a, b) => b.from.left - a.from.left || b.from.reached - a.from.reached);
  const seen = new Set<string>();
  return found.filter(({ from, way }) => {
    const isNew = way.toJoin !== undefined && !seen.has(from.node);
    seen.add(from.node);
    return isNew && from.left >= round;
  });
}

/** The ways by which a record may have gone on after a visit. */
export function waysFrom({ node, by }: Visit, ways: Ways): readonly Way[] {
  const exit = by === "arrived" ? "done" : by;
  if (exit === "end" || exit === "inside" || exit === "coming") return NONE;
  return ways[exit].get(node) ?? NONE;
}

const NONE: readonly Way[] = [];
