import fc from "fast-check";
import { expect, it } from "vitest";
import { drawingOf, layout, settle } from "../../src/layout/layout.ts";
import { placed } from "../../src/model/edit/nodes.ts";
import { flow, paths, processOf, start, step } from "../builders.ts";
import { labelFaults, placeFaults, routeFaults } from "./faults.ts";
import { oddProcess } from "./processes.ts";

const across = (down: boolean, { x, y }: { x: number; y: number }) => (down ? x : y);
const along = (down: boolean, { x, y }: { x: number; y: number }) => (down ? y : x);

it("lays a selection out in free room, and moves others at the most with their whole lane, away from the first", () => {
  fc.assert(
    fc.property(oddProcess, fc.infiniteStream(fc.boolean()), fc.boolean(), (odd, coins, tidy) => {
      const process = placed(odd, layout(odd));
      const only = new Set(process.nodes.flatMap(({ id }) => (coins.next().value ? [id] : [])));
      if (only.size === process.nodes.length) return;
      const before = drawingOf(process);
      const drawing = layout(process, { only, tidy });
      const down = process.direction === "down";
      const lanes = new Map<string, Set<number>>();
      for (const { id, department } of process.nodes) {
        if (only.has(id)) continue;
        const [was, is] = [before.nodes[id]!, drawing.nodes[id]!];
        expect(along(down, is)).toBe(along(down, was));
        const known = process.departments.some((each) => each.id === department) ? department! : "";
        lanes.set(known, (lanes.get(known) ?? new Set()).add(across(down, is) - across(down, was)));
      }
      for (const moves of lanes.values()) {
        expect(moves.size).toBe(1);
        expect(Math.min(...moves)).toBeGreaterThanOrEqual(0);
      }
      expect([
        ...placeFaults(process, drawing),
        ...routeFaults(process, drawing),
        ...labelFaults(process, drawing),
      ]).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

it("straightens the selected run and leaves the rest alone", () => {
  const process = processOf({
    nodes: [
      start("s", { x: 0, y: 14 }),
      step("one", { x: 200, y: 0 }),
      step("two", { x: 440, y: 30 }),
      step("three", { x: 700, y: 8 }),
      step("else", { x: 200, y: 200 }),
    ],
    flows: [...paths("s > one > two > three"), flow("s", "else")],
  });
  const { nodes } = layout(process, { only: new Set(["one", "two", "three"]) });
  expect([nodes.s!.x, nodes.s!.y, nodes.else!.x, nodes.else!.y]).toEqual([0, 14, 200, 200]);
  expect(nodes.one!.x).toBe(200);
  expect(new Set([nodes.one!.y, nodes.two!.y, nodes.three!.y]).size).toBe(1);
});

it("moves nothing but whole lanes, by no more than one node's height and its room, when a step is added", () => {
  fc.assert(
    fc.property(oddProcess, fc.nat(), (odd, pick) => {
      if (odd.nodes.length === 0) return;
      const laid = placed(odd, layout(odd));
      const before = laid.nodes[pick % laid.nodes.length]!;
      const { department } = before;
      const added = step("added", department === undefined ? {} : { department });
      const grown = { ...laid, nodes: [...laid.nodes, added], flows: [...laid.flows, flow(before.id, "added")] };
      const settled = settle(grown);
      const down = laid.direction === "down";
      laid.nodes.forEach((node, i) => {
        const now = settled.nodes[i]! as { x: number; y: number };
        const was = node as unknown as { x: number; y: number };
        expect(along(down, now)).toBe(along(down, was));
        const by = across(down, now) - across(down, was);
        expect(by).toBeGreaterThanOrEqual(0);
        // Below everything in its lane: its size across the flow (72, or 176 flowing down), air, and captions' parts.
        const most = laid.nodes.length * 24 + (down ? 176 : 72) + 4 * 32 + 24;
        expect(by).toBeLessThanOrEqual(Math.max(most, tallest(laid) + most));
      });
    }),
    { numRuns: 100 },
  );
});

/** How far the nodes of a process reach across its flow: a new one may have to go past all of them. */
function tallest(process: Parameters<typeof drawingOf>[0]): number {
  const { lanes } = drawingOf(process);
  return Math.max(
    0,
    ...Object.values(lanes).map(({ width, height }) => (process.direction === "down" ? width : height)),
  );
}
