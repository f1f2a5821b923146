import { expect, it } from "vitest";
import { drawingOf, layout } from "../../src/layout/layout.ts";
import type { Process } from "../../src/model/process.ts";
import { decision, end, flow, paths, processOf, start, step } from "../builders.ts";

const stages = [
  { id: "find", name: "Find" },
  { id: "win", name: "Win" },
  { id: "keep", name: "Keep" },
];
const departments = [
  { id: "a", name: "A" },
  { id: "b", name: "B" },
];

const bands = (process: Process) =>
  Object.entries(layout(process).stages).map(([id, { x, width }]) => [id, x, x + width] as const);

it("gives each stage columns of its own, in the file's order, across all lanes", () => {
  const process = processOf({
    stages,
    departments,
    nodes: [
      start("s", { stage: "find", department: "a" }),
      step("short", { stage: "keep", department: "b" }),
      step("long", { stage: "find", department: "a" }),
      step("longer", { stage: "win", department: "a" }),
    ],
    // By the flow alone, “short” would stand in the second column.
    flows: paths("s > short", "s > long > longer"),
  });
  const drawing = layout(process);
  const [find, win, keep] = bands(process);
  expect([find![0], win![0], keep![0]]).toEqual(["find", "win", "keep"]);
  expect([find![2], win![2]]).toEqual([win![1], keep![1]]);
  expect(drawing.nodes.short!.x).toBeGreaterThan(win![2]);
  const lanes = Object.values(drawing.lanes);
  const high = lanes.reduce((sum, { height }) => sum + height, 0);
  for (const { height } of Object.values(drawing.stages)) expect(height).toBe(high + 28);
});

it("sends rework back to an earlier stage without moving that stage", () => {
  const process = processOf({
    stages,
    nodes: [
      start("s", { stage: "find" }),
      step("offer", { stage: "win" }),
      decision("good", { stage: "keep" }),
      end("e", { stage: "keep" }),
    ],
    flows: [...paths("s > offer > good > e"), flow("good", "offer", { id: "again" })],
  });
  expect(bands(process).map(([id]) => id)).toEqual(["find", "win", "keep"]);
});

it("leaves the flow as it is where it runs to and fro between stages, and gives those no bands", () => {
  const process = processOf({
    stages,
    nodes: [
      start("s", { stage: "find" }),
      step("call", { stage: "win" }),
      step("look", { stage: "find" }),
      step("serve", { stage: "keep" }),
    ],
    flows: paths("s > call > look > serve"),
  });
  const { nodes } = layout(process);
  expect(nodes.look!.x).toBeGreaterThan(nodes.call!.x);
  expect(bands(process).map(([id]) => id)).toEqual(["keep"]);
});

it("keeps the ends of a stage in it although they name none", () => {
  const process = processOf({
    stages,
    nodes: [
      start("s", { stage: "find" }),
      decision("fits", { stage: "find" }),
      end("lost"),
      step("offer", { stage: "win" }),
    ],
    flows: paths("s > fits > lost", "fits > offer"),
  });
  const { nodes } = layout(process);
  const [find] = bands(process);
  expect(nodes.lost!.x + nodes.lost!.width).toBeLessThan(find![2]);
});

it("takes the bands of two stages away when a node of one is put among those of the other, and leaves the rest", () => {
  const at = (x: number, stage: string) => step(`${stage}${x}`, { stage, x, y: 0 });
  const clean = processOf({ stages, nodes: [at(0, "find"), at(300, "win"), at(600, "win"), at(900, "keep")] });
  expect(Object.keys(drawingOf(clean).stages)).toEqual(["find", "win", "keep"]);
  const mixed = processOf({ stages, nodes: [at(0, "find"), at(300, "win"), at(600, "find"), at(900, "keep")] });
  expect(Object.keys(drawingOf(mixed).stages)).toEqual(["keep"]);
});

it("makes rows of stages and columns of lanes where the process flows down", () => {
  const process = processOf({
    direction: "down",
    stages,
    departments,
    nodes: [start("s", { stage: "find", department: "a" }), end("e", { stage: "win", department: "b" })],
    flows: paths("s > e"),
  });
  const { lanes, stages: rows, nodes } = layout(process);
  expect(lanes.a!.x + lanes.a!.width).toBe(lanes.b!.x);
  expect([lanes.a!.y, lanes.a!.height]).toEqual([lanes.b!.y, lanes.b!.height]);
  expect(rows.find!.y + rows.find!.height).toBe(rows.win!.y);
  expect(nodes.e!.y).toBeGreaterThan(nodes.s!.y + nodes.s!.height);
  expect(nodes.e).toMatchObject({ width: 136, height: 44 });
});
