import { expect, it } from "vitest";
import { diagrams } from "../../bench/layout-diagrams.ts";
import { measure } from "../../bench/layout-measure.ts";
import { realDiagrams } from "../../bench/layout-real.ts";
import { untidy } from "../../bench/layout-untidy.ts";
import { drawingOf, layout } from "../../src/layout/layout.ts";
import { decision, end, paths, processOf, start, step } from "../builders.ts";
import { placeFaults, routeFaults } from "./faults.ts";

const departments = [
  { id: "a", name: "A" },
  { id: "b", name: "B" },
  { id: "c", name: "C" },
];

it("draws a lane's main run as one straight line", () => {
  const process = processOf({
    departments,
    nodes: [start("s"), step("one"), step("two"), end("e")],
    flows: paths("s > one > two > e"),
  });
  for (const route of Object.values(layout(process).routes)) expect(route).toHaveLength(2);
});

it("stacks lanes in the file's order and keeps empty ones thin", () => {
  const process = processOf({
    departments,
    nodes: [start("s", { department: "c" }), end("e", { department: "a" }), step("lost")],
    flows: paths("s > e"),
  });
  const { lanes } = layout(process);
  expect(Object.keys(lanes)).toEqual(["a", "b", "c", ""]);
  expect(lanes.b!.height).toBe(40);
  expect(lanes.c!.y).toBe(lanes.b!.y + 40);
});

it("hands over to the lane below in a straight line down", () => {
  const process = processOf({
    departments,
    nodes: [start("s", { department: "a" }), step("take", { department: "b" })],
    flows: paths("s > take"),
  });
  expect(layout(process).routes["s-take"]).toHaveLength(2);
});

it("sends rework back with two bends, above or below what it skips", () => {
  const process = processOf({
    nodes: [start("s"), step("work"), step("review"), decision("good"), end("e")],
    flows: paths("s > work > review > good > e", "good > work"),
  });
  const { routes, nodes } = layout(process);
  expect(routes["good-work"]).toHaveLength(4);
  const y = routes["good-work"]![1]![1];
  expect(y < nodes.review!.y || y > nodes.review!.y + nodes.review!.height).toBe(true);
});

it("gives each branch of a decision a corner of its own", () => {
  const process = processOf({
    nodes: [start("s"), decision("d"), step("x"), step("y"), step("z")],
    flows: paths("s > d > x", "d > y", "d > z"),
  });
  const { routes } = layout(process);
  const corners = ["s-d", "d-x", "d-y", "d-z"].map((id) =>
    (id === "s-d" ? routes[id]!.at(-1) : routes[id]![0])!.join(),
  );
  expect(new Set(corners).size).toBe(4);
});

it("routes only what moved while something is dragged, and leaves lanes alone", () => {
  const process = processOf({
    nodes: [start("s", { x: 0, y: 0 }), step("a", { x: 300, y: 0 }), step("b", { x: 600, y: 0 })],
    flows: paths("s > a > b"),
  });
  const previous = drawingOf(process);
  const dragged = { ...process, nodes: process.nodes.map((node) => (node.id === "b" ? { ...node, y: 300 } : node)) };
  const drawing = drawingOf(dragged, { previous, moved: new Set(["b"]), still: true });
  expect(drawing.routes["s-a"]).toBe(previous.routes["s-a"]);
  expect(drawing.routes["a-b"]!.at(-1)![1]).toBeGreaterThan(200);
  expect(drawing.lanes).toBe(previous.lanes);
});

it.each([
  ["lane diagrams", diagrams()],
  ["diagrams of npm packages", realDiagrams()],
  ["untidy processes", Array.from({ length: 40 }, (_, i) => untidy(i + 1))],
])("draws %s with fewer crossings and bends than issue 4 allows, and nothing wrong", (_, processes) => {
  const measured = processes.map((process) => {
    const drawing = layout(process);
    expect([...placeFaults(process, drawing), ...routeFaults(process, drawing)]).toEqual([]);
    return measure(drawing, Object.fromEntries(process.flows.map(({ id, from, to }) => [id, [from, to] as const])));
  });
  const sum = (of: (each: (typeof measured)[number]) => number) => measured.reduce((all, each) => all + of(each), 0);
  // The largest diagram has 87 nodes; the limit is one for diagrams of up to 60.
  const small = measured.filter((_, i) => processes[i]!.nodes.length <= 60);
  expect(small.reduce((all, { crossings }) => all + crossings, 0) / small.length).toBeLessThanOrEqual(0.3);
  expect(sum(({ bends }) => bends) / sum(({ flows }) => flows)).toBeLessThanOrEqual(0.6);
  expect(small.filter(({ crossings }) => crossings === 0).length / small.length).toBeGreaterThanOrEqual(0.85);
  expect(measured.flatMap(({ faults }) => faults)).toEqual([]);
});
