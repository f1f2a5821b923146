import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeating } from "../../src/compile/repeating.ts";

/** Which nodes can be reached from each, in one step or more (Warshall). */
function reached(nodes: number, flows: readonly (readonly [number, number])[]): boolean[][] {
  const to = Array.from({ length: nodes }, () => Array<boolean>(nodes).fill(false));
  for (const [a, b] of flows) to[a]![b] = true;
  for (let k = 0; k < nodes; k++)
    for (let i = 0; i < nodes; i++) for (let j = 0; j < nodes; j++) if (to[i]![k] && to[k]![j]) to[i]![j] = true;
  return to;
}

const counted = (nodes: number, flows: readonly (readonly [number, number])[]) =>
  repeating(
    nodes,
    Int32Array.from(flows, ([from]) => from),
    Int32Array.from(flows, ([, to]) => to),
  );

const graph = fc.integer({ min: 1, max: 9 }).chain((nodes) => {
  const node = fc.nat(nodes - 1);
  return fc.tuple(fc.constant(nodes), fc.array(fc.tuple(node, node), { maxLength: 14 }));
});

describe("nodes that a record may come to again", () => {
  it("are those on a loop, and those between two: each has a counter of its own, all others none", () => {
    fc.assert(
      fc.property(graph, ([nodes, flows]) => {
        const to = reached(nodes, flows);
        const all = [...Array(nodes).keys()];
        const onLoop = all.filter((i) => to[i]![i]);
        const before = (i: number) => onLoop.some((loop) => loop === i || to[i]![loop]);
        const behind = (i: number) => onLoop.some((loop) => loop === i || to[loop]![i]);
        let next = 0;
        const expected = all.map((i) => (before(i) && behind(i) ? next++ : -1));
        const { counter, counters } = counted(nodes, flows);
        expect([...counter]).toEqual(expected);
        expect(counters).toBe(next);
      }),
      { numRuns: 1000 },
    );
  });

  it("are none in a process without rework", () => {
    const { counter, counters } = counted(4, [
      [0, 1],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect([...counter, counters]).toEqual([-1, -1, -1, -1, 0]);
  });

  it("are the steps between a decision and where it sends records back to, but not those before or behind", () => {
    // 0 start → 1 step → 2 decision → back to 1, or on to 3.
    const { counter, counters } = counted(4, [
      [0, 1],
      [1, 2],
      [2, 1],
      [2, 3],
    ]);
    expect([...counter, counters]).toEqual([-1, 0, 1, -1, 2]);
  });
});
