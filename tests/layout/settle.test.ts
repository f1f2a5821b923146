import fc from "fast-check";
import { expect, it } from "vitest";
import { drawingOf, layout, settle } from "../../src/layout/layout.ts";
import type { Drawing } from "../../src/model/geometry.ts";
import type { Process } from "../../src/model/process.ts";
import { paths, processOf, start, step } from "../builders.ts";
import { placeFaults } from "./faults.ts";
import { oddProcess, strewnProcess } from "./processes.ts";

const written = (process: Process, { nodes }: Drawing): Process => ({
  ...process,
  nodes: process.nodes.map((node) => ({ ...node, x: nodes[node.id]!.x, y: nodes[node.id]!.y })),
});

const departments = [
  { id: "a", name: "A" },
  { id: "b", name: "B" },
];

it("leaves no lanes and no nodes overlapping and no node outside its lane, wherever nodes were dropped", () => {
  fc.assert(
    fc.property(strewnProcess, (process) => {
      const settled = settle(process);
      expect(placeFaults(settled, drawingOf(settled))).toEqual([]);
    }),
  );
});

it("changes nothing that is settled", () => {
  fc.assert(
    fc.property(strewnProcess, (process) => {
      const settled = settle(process);
      expect(settle(settled)).toBe(settled);
    }),
  );
});

it("changes nothing that was laid out", () => {
  fc.assert(
    fc.property(oddProcess, (process) => {
      const laid = written(process, layout(process));
      expect(settle(laid)).toBe(laid);
    }),
    { numRuns: 30 },
  );
});

it("sends a node that got another department to that department's lane, and leaves the others", () => {
  const process = processOf({
    departments,
    nodes: [
      start("s", { department: "a", x: 0, y: 0 }),
      step("one", { department: "b", x: 200, y: 0 }),
      step("two", { department: "a", x: 400, y: 0 }),
      step("three", { department: "b", x: 400, y: 200 }),
    ],
    flows: paths("s > one > two > three"),
  });
  const [s, one, two, three] = settle(process).nodes;
  expect([s, two, three]).toEqual([process.nodes[0], process.nodes[2], process.nodes[3]]);
  expect(one).toEqual({ ...process.nodes[1], y: 200 });
});

it("moves a lower lane down as a whole when a node above it needs the room", () => {
  const process = processOf({
    departments,
    nodes: [
      step("top", { department: "a", x: 0, y: 0 }),
      step("dropped", { department: "a", x: 400, y: 150 }),
      step("left", { department: "b", x: 0, y: 200 }),
      step("right", { department: "b", x: 400, y: 300 }),
    ],
  });
  // The upper lane now reaches down to 150 + 72; two paddings of 32 follow.
  expect(settle(process).nodes.map(({ y }) => y)).toEqual([0, 150, 286, 386]);
});

it("moves a node aside that was dropped on another", () => {
  const process = processOf({ nodes: [step("under", { x: 0, y: 0 }), step("dropped", { x: 50, y: 20 })] });
  expect(settle(process).nodes.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [50, 96],
  ]);
});

it("gives a new node a place beside what leads to it", () => {
  const process = processOf({ nodes: [step("old", { x: 0, y: 0 }), step("new")], flows: paths("old > new") });
  expect(drawingOf(process).nodes.new).toMatchObject({ x: 232, y: 0 });
});
