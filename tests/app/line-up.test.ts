import { beforeEach, expect, it } from "vitest";
import { pasteText, selectedText } from "../../src/app/clipboard.ts";
import { perform } from "../../src/app/commands.ts";
import { open, undo } from "../../src/app/document.ts";
import { moveNodes } from "../../src/app/draw.ts";
import { drawingOf } from "../../src/app/drawing.ts";
import { select } from "../../src/app/selection.ts";
import { makeSpace, spaced } from "../../src/app/space.ts";
import { useApp } from "../../src/app/store.ts";
import { aligned, distributed } from "../../src/model/edit/align.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

const boxes = new Map([
  ["a", { x: 0, y: 0, width: 100, height: 40 }],
  ["b", { x: 150, y: 30, width: 60, height: 20 }],
  ["c", { x: 400, y: 90, width: 100, height: 40 }],
]);

it("aligns by the box around all: edges with edges, middles with the middle", () => {
  expect([...aligned(boxes, "left").values()]).toEqual([
    [0, 0],
    [0, 30],
    [0, 90],
  ]);
  expect(aligned(boxes, "right").get("b")).toEqual([440, 30]);
  expect(aligned(boxes, "centre").get("b")).toEqual([220, 30]);
  expect(aligned(boxes, "top").get("c")).toEqual([400, 0]);
  expect(aligned(boxes, "middle").get("b")).toEqual([150, 55]);
  expect(aligned(boxes, "bottom").get("a")).toEqual([0, 90]);
});

it("gives all the same gaps: 500 wide, 260 filled, so 120 between each two", () => {
  const across = distributed(boxes, "x");
  expect([...across.values()].map(([x]) => x)).toEqual([0, 220, 400]);
  expect([...distributed(boxes, "x", 10).values()].map(([x]) => x)).toEqual([0, 110, 180]);
  expect([...distributed(boxes, "y", 10).values()].map(([, y]) => y)).toEqual([0, 50, 80]);
});

const process = processOf({
  nodes: [
    start("in", { x: 0, y: 14 }),
    step("call", { x: 208, y: 0 }),
    end("out", { x: 456, y: 14 }),
    step("loose", { x: 208, y: 300 }),
  ],
  flows: paths("in > call > out"),
});
const present = () => useApp.getState().document.present;
const node = (id: string) => present().nodes.find((each) => each.id === id);

beforeEach(() => open(process));

it("lines up what is selected as one step of undo", () => {
  select(["call", "loose", "out"]);
  perform("align-right");
  expect(
    new Set(["call", "loose", "out"].map((id) => drawingOf(present()).nodes[id]!).map(({ x, width }) => x + width))
      .size,
  ).toBe(1);
  undo();
  expect(present()).toBe(process);
});

it("pushes what follows aside, and back no further than to the place", () => {
  makeSpace({ along: "x", from: 300, by: 100 });
  expect([node("in")?.x, node("call")?.x, node("out")?.x]).toEqual([0, 208, 556]);
  makeSpace({ along: "x", from: 500, by: -1000 });
  expect(node("out")?.x).toBe(500);
});

it("puts a node without flows that is dropped on a flow into it", () => {
  moveNodes(new Map([["loose", { x: 100, y: 0 }]]));
  expect(
    present()
      .flows.map(({ from, to }) => `${from}>${to}`)
      .sort(),
  ).toEqual(["call>out", "in>loose", "loose>call"]);
});

it("pastes near what was copied, in the same lane and on nothing", () => {
  select(["in", "call"]);
  expect(pasteText(selectedText()!)).toBe(true);
  const fresh = present().nodes.filter(({ id }) => !process.nodes.some((each) => each.id === id));
  // Three steps of 32 pixels are the first that clear a box 72 pixels high.
  expect(fresh.map(({ x, y }) => [x, y])).toEqual([
    [32, 110],
    [240, 96],
  ]);
  const rects = Object.values(drawingOf(present()).nodes);
  const hits = rects.flatMap((a, i) =>
    rects.filter(
      (b, j) => i < j && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    ),
  );
  expect(hits).toEqual([]);
});

it("takes room away only up to what stays: 150 and 210 are beyond 120, the box from 100 to 140 leaves 10 of it", () => {
  const near = new Map([
    ["stays", { x: 0, y: 100, width: 50, height: 40 }],
    ["below", { x: 20, y: 166, width: 50, height: 40 }],
    ["beside", { x: 100, y: 210, width: 50, height: 40 }],
  ]);
  expect([...spaced(near, { along: "y", from: 120, by: -100 })]).toEqual([
    ["below", [20, 156]],
    ["beside", [100, 200]],
  ]);
  expect([...spaced(near, { along: "y", from: 180, by: 30 })]).toEqual([["beside", [100, 240]]]);
  expect(spaced(near, { along: "x", from: 200, by: 30 }).size).toBe(0);
});

it("makes room downwards without giving what moves to another department, notes going along", () => {
  const laned = {
    ...process,
    departments: [
      { id: "sales", name: "Sales" },
      { id: "service", name: "Service" },
    ],
    nodes: process.nodes.map((each) => ({ ...each, department: each.id === "loose" ? "service" : "sales" })),
    notes: [{ id: "note", text: "Look", x: 0, y: 500 }],
  };
  open(laned);
  makeSpace({ along: "y", from: 200, by: 400 });
  expect(node("loose")).toMatchObject({ y: 700, department: "service" });
  expect(present().notes[0]).toMatchObject({ y: 900 });
  makeSpace({ along: "y", from: 20, by: 400 });
  expect(node("loose")).toMatchObject({ y: 1100, department: "service" });
  expect(node("call")).toMatchObject({ y: 0, department: "sales" });
});
