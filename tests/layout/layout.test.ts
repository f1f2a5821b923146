import fc from "fast-check";
import { expect, it } from "vitest";
import { sample } from "../../bench/layout-generated.ts";
import { untidy } from "../../bench/layout-untidy.ts";
import { drawingOf, layout } from "../../src/layout/layout.ts";
import { type Drawing, NO_DRAWING } from "../../src/model/geometry.ts";
import { emptyProcess, type Process } from "../../src/model/process.ts";
import { paths, processOf, step } from "../builders.ts";
import { borderFaults, coveringLabels, labelFaults, placeFaults, routeFaults } from "./faults.ts";
import { oddProcess, strewnProcess } from "./processes.ts";

const written = (process: Process, { nodes }: Drawing): Process => ({
  ...process,
  nodes: process.nodes.map((node) => ({ ...node, x: nodes[node.id]!.x, y: nodes[node.id]!.y })),
});

it("places nodes apart, in lanes that do not overlap, and routes flows round them, whatever the process", () => {
  fc.assert(
    fc.property(oddProcess, (process) => {
      const drawing = layout(process);
      expect(Object.keys(drawing.nodes)).toEqual(process.nodes.map(({ id }) => id));
      expect([
        ...placeFaults(process, drawing),
        ...routeFaults(process, drawing),
        ...labelFaults(process, drawing),
      ]).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it("keeps labels off the lines of other flows, and off the borders between lanes those of a lane's own flows and every stretch of a flow", () => {
  for (const direction of ["right", "down"] as const) {
    for (const process of [...sample(10), ...Array.from({ length: 8 }, (_, i) => untidy(i + 1))]) {
      const turned = { ...process, direction };
      const drawing = layout(turned);
      const faults = [...coveringLabels(turned, drawing), ...borderFaults(turned, drawing)];
      expect(faults, `${process.name} ${direction}`).toEqual([]);
    }
  }
});

it("routes flows round nodes wherever people have put them", () => {
  fc.assert(
    fc.property(strewnProcess, (process) => {
      const drawing = drawingOf(process);
      expect([...routeFaults(process, drawing), ...labelFaults(process, drawing)]).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("gives the same drawing for the same process, and again for what it has laid out", () => {
  fc.assert(
    fc.property(oddProcess, (process) => {
      const drawing = layout(process);
      expect(layout(process)).toEqual(drawing);
      expect(layout(written(process, drawing))).toEqual(drawing);
      expect(drawingOf(written(process, drawing))).toEqual(drawing);
    }),
    { numRuns: 40 },
  );
});

it("draws nothing for a process of nothing", () => {
  expect(layout(emptyProcess)).toEqual(NO_DRAWING);
});

it("keeps the columns and rows that people chose when it tidies, and tidies once", () => {
  const process = processOf({
    nodes: [
      step("a", { x: 0, y: 0 }),
      step("b", { x: 310, y: 7 }),
      // Laid out anew, what follows would stand to the right.
      step("c", { x: 12, y: 190 }),
    ],
    flows: paths("a > b > c"),
  });
  const tidied = layout(process, { tidy: true });
  const { a, b, c } = tidied.nodes;
  expect(a!.x).toBe(c!.x);
  expect(a!.y).toBe(b!.y);
  expect([b!.x > a!.x, c!.y > a!.y]).toEqual([true, true]);
  expect(layout(written(process, tidied), { tidy: true })).toEqual(tidied);
});
