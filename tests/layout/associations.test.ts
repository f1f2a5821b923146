import fc from "fast-check";
import { expect, it } from "vitest";
import { layout } from "../../src/layout/layout.ts";
import { associations } from "../../src/layout/things/associations.ts";
import type { Point, Rect } from "../../src/model/geometry.ts";
import type { Process } from "../../src/model/process.ts";
import { paths, processOf, start, step } from "../builders.ts";
import { oddProcess } from "./processes.ts";

const BOTH = { data: true, systems: true };

/** The process with items and systems strewn over its steps. */
const busyProcess: fc.Arbitrary<Process> = fc
  .tuple(oddProcess, fc.array(fc.tuple(fc.nat(13), fc.nat(5), fc.constantFrom("inputs", "outputs", "systems"))))
  .map(([process, uses]) => ({
    ...process,
    data: [0, 1, 2, 3, 4, 5].map((i) => ({ id: `i${i}`, name: `Item ${i} of customers and orders` })),
    systems: [0, 1, 2, 3, 4, 5].map((i) => ({ id: `s${i}`, name: `System ${i}` })),
    nodes: process.nodes.map((node, i) => {
      if (node.kind !== "step") return node;
      const own = (list: string) => uses.filter(([at, , as]) => at === i && as === list).map(([, item]) => item);
      const named = (list: string, prefix: string) => [...new Set(own(list))].map((item) => `${prefix}${item}`);
      return { ...node, inputs: named("inputs", "i"), outputs: named("outputs", "i"), systems: named("systems", "s") };
    }),
  }));

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

it("draws documents and systems over no node and not over each other, with a line for each use, and moves nothing", () => {
  fc.assert(
    fc.property(busyProcess, (process) => {
      const drawing = layout(process);
      const before = JSON.stringify(drawing);
      const { things, lines } = associations(process, drawing, BOTH);
      expect(JSON.stringify(drawing)).toBe(before);
      const boxes = [...Object.values(drawing.nodes), ...things.map(({ rect }) => rect)];
      for (const thing of things) expect(boxes.filter((box) => overlap(box, thing.rect))).toEqual([thing.rect]);
      const uses = process.nodes.flatMap((node) =>
        node.kind === "step"
          ? [...(node.inputs ?? []), ...(node.outputs ?? []), ...(node.systems ?? [])].map((of) => `${node.id} ${of}`)
          : [],
      );
      const drawn = lines.map(({ node, thing }) => `${node} ${things.find(({ key }) => key === thing)!.of}`);
      expect(drawn.sort()).toEqual(uses.sort());
    }),
    { numRuns: 60 },
  );
});

const process = processOf({
  data: [
    { id: "lead", name: "Lead" },
    { id: "rate", name: "Exchange rate" },
    { id: "idle", name: "Used by nobody" },
  ],
  systems: [{ id: "crm", name: "CRM" }],
  nodes: [
    start("s"),
    step("one", { outputs: ["lead"], systems: ["crm"] }),
    step("two", { inputs: ["lead", "rate"], systems: ["crm"] }),
    step("three"),
    step("four"),
    step("five", { systems: ["crm"] }),
  ],
  flows: paths("s > one > two > three > four > five"),
});

it("ties a document to who makes it and who needs it, and says what comes from outside", () => {
  const { things, lines } = associations(process, layout(process), { data: true });
  expect(things.map(({ of, outside }) => [of, outside])).toEqual([
    ["lead", false],
    ["rate", true],
  ]);
  expect(lines.map(({ thing, node, role }) => [thing, node, role])).toEqual([
    ["lead", "one", "makes"],
    ["lead", "two", "needs"],
    ["rate", "two", "needs"],
  ]);
});

it("takes what is made later only as coming from outside", () => {
  const late = processOf({
    data: [{ id: "d", name: "Ledger" }],
    nodes: [start("s"), step("reads", { inputs: ["d"] }), step("writes", { outputs: ["d"] })],
    flows: paths("s > reads > writes"),
  });
  expect(associations(late, layout(late), { data: true }).things[0]?.outside).toBe(true);
});

it("draws a system once for users near to each other and once more for those far away", () => {
  const { things, lines } = associations(process, layout(process), { systems: true });
  expect(things.map(({ key, of }) => [key, of])).toEqual([
    ["crm", "crm"],
    ["crm 2", "crm"],
  ]);
  expect(lines.map(({ thing, node }) => [thing, node])).toEqual([
    ["crm", "one"],
    ["crm", "two"],
    ["crm 2", "five"],
  ]);
});

it("leads lines round what is between", () => {
  const drawing = layout(process);
  const far = {
    ...process,
    nodes: process.nodes.map((node) => (node.id === "five" ? { ...node, inputs: ["lead"] } : node)),
  };
  const { lines } = associations(far, drawing, { data: true });
  const others = (node: string) => Object.entries(drawing.nodes).filter(([id]) => id !== node);
  for (const { line, node } of lines) {
    line.slice(1).forEach((to, i) => {
      for (const [, box] of others(node)) expect(crosses(line[i]!, to, box)).toBe(false);
    });
  }
});

/** Whether any of many points along a stretch lies in a box. */
function crosses([ax, ay]: Point, [bx, by]: Point, { x, y, width, height }: Rect): boolean {
  return Array.from({ length: 200 }, (_, i) => i / 199).some((share) => {
    const [px, py] = [ax + (bx - ax) * share, ay + (by - ay) * share];
    return px > x && px < x + width && py > y && py < y + height;
  });
}
