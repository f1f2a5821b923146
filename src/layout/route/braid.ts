import { backward, forward, opposite, type Path } from "./path.ts";

/** A stretch that two paths have in common, at least one vertex long. */
export interface Meeting {
  /** The first place of the stretch on the first path, and how many vertices it has. */
  readonly start: number;
  readonly length: number;
  /** The place on the second path of the stretch's first vertex, and which way the second path runs: 1 or -1. */
  readonly other: number;
  readonly turn: 1 | -1;
  /** -1 if the first path comes from the left of the other (in its own direction), 1 from the right, 0 if neither. */
  readonly before: number;
  /** The same where they part. */
  readonly after: number;
}

/** Whether two paths that meet have to cross there, however they are drawn apart. */
export const crosses = ({ before, after }: Meeting): boolean => before * after < 0;

/**
 * Everywhere that two paths meet.
 *
 * @param width - How many vertices a row of the grid has.
 */
export function meetings(a: Path, b: Path, width: number): readonly Meeting[] {
  const found: Meeting[] = [];
  for (let i = 0; i < a.vertices.length; i++) {
    const other = b.vertices.indexOf(a.vertices[i]!);
    if (other < 0) continue;
    const turn = b.vertices[other - 1] === a.vertices[i + 1] && i + 1 < a.vertices.length ? -1 : 1;
    let length = 1;
    while (i + length < a.vertices.length && b.vertices[other + turn * length] === a.vertices[i + length]) length++;
    found.push(length > 1 ? stretch(a, b, i, length, other, turn, width) : touch(a, b, i, other, width));
    i += length - 1;
  }
  return found;
}

function stretch(a: Path, b: Path, start: number, length: number, other: number, turn: 1 | -1, width: number): Meeting {
  const last = start + length - 1;
  const otherLast = other + turn * (length - 1);
  const bIn = turn === 1 ? backward(b, other, width) : forward(b, other, width);
  const bOut = turn === 1 ? forward(b, otherLast, width) : backward(b, otherLast, width);
  const first = forward(a, start, width);
  const final = opposite(backward(a, last, width));
  const before = Math.sign(side(backward(a, start, width), first) - side(bIn, first));
  const after = Math.sign(side(forward(a, last, width), final) - side(bOut, final));
  return { start, length, other, turn, before, after };
}

/** Two paths that have one vertex in common, and perhaps a side of a node beside it. */
function touch(a: Path, b: Path, start: number, other: number, width: number): Meeting {
  const [aIn, aOut] = [backward(a, start, width), forward(a, start, width)];
  const ends = [backward(b, other, width), forward(b, other, width)] as const;
  const turn = aIn === ends[1] || aOut === ends[0] ? -1 : 1;
  const [bIn, bOut] = turn === 1 ? ends : [ends[1], ends[0]];
  const meeting = { start, length: 1, other, turn, before: 0, after: 0 } as const;
  if (aIn === bIn && aOut === bOut) return meeting;
  if (aIn === bIn) {
    const ahead = opposite(aIn);
    return { ...meeting, after: Math.sign(side(aOut, ahead) - side(bOut, ahead)) };
  }
  if (aOut === bOut) return { ...meeting, before: Math.sign(side(aIn, aOut) - side(bIn, aOut)) };
  // Both run straight on, or each keeps to its own corner.
  return aOut === opposite(aIn) ? { ...meeting, before: -1, after: 1 } : meeting;
}

/** Where something lies, seen along `ahead`: -1 to the left, 0 in line, 1 to the right. */
function side(way: number, ahead: number): number {
  const turn = (way - ahead + 4) & 3;
  return turn === 1 ? 1 : turn === 3 ? -1 : 0;
}
