import { beforeEach, expect, it } from "vitest";
import { perform } from "../../src/app/commands.ts";
import { open, undo } from "../../src/app/document.ts";
import { drawingOf } from "../../src/app/drawing.ts";
import { fullPlaces, fullSpot, seenDrawing, watchFolds } from "../../src/app/fold.ts";
import { laneMoved, laneResized, selectLane } from "../../src/app/lanes.ts";
import { select } from "../../src/app/selection.ts";
import { useApp } from "../../src/app/store.ts";
import type { Process } from "../../src/model/process.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

/** Three lanes: “in” and “call” in Sales, “help” in Service, “out” in Books. */
const process = processOf({
  departments: ["sales", "service", "books"].map((id) => ({ id, name: id })),
  nodes: [
    start("in", { department: "sales", x: 0, y: 14 }),
    step("call", { department: "sales", x: 208, y: 0 }),
    step("help", { department: "service", x: 456, y: 160 }),
    end("out", { department: "books", x: 704, y: 320 }),
  ],
  flows: paths("in > call > help > out"),
});

const present = () => useApp.getState().document.present;
const lanesDown = (of: Process) =>
  Object.entries(drawingOf(of).lanes)
    .sort(([, a], [, b]) => a.y - b.y)
    .map(([id]) => id);

beforeEach(() => open(process));

it("moves a lane with all that is in it, and the others keep their heights", () => {
  const moved = laneMoved(process, "books", 0);
  expect(lanesDown(moved)).toEqual(["books", "sales", "service"]);
  const before = drawingOf(process).nodes;
  const after = drawingOf(moved).nodes;
  expect(after.call!.y - after.in!.y).toBe(before.call!.y - before.in!.y);
  expect(after.call!.x).toBe(before.call!.x);
  expect(after.out!.y).toBeLessThan(after.in!.y);
});

it("moves the lane of the selected nodes by command, as one step of undo, and not past the last", () => {
  select(["help"]);
  perform("lane-lower");
  expect(present().departments.map(({ id }) => id)).toEqual(["sales", "books", "service"]);
  perform("lane-lower");
  expect(present().departments.map(({ id }) => id)).toEqual(["sales", "books", "service"]);
  undo();
  expect(present()).toBe(process);
});

it("takes a selected lane away and keeps what was in it", () => {
  selectLane("service");
  perform("remove");
  expect(present().departments.map(({ id }) => id)).toEqual(["sales", "books"]);
  expect(present().nodes.find(({ id }) => id === "help")?.department).toBeUndefined();
  expect(useApp.getState().selection.lane).toBeUndefined();
});

it("makes lanes columns to be moved where the process flows down", () => {
  const down: Process = {
    ...process,
    direction: "down",
    nodes: process.nodes.map((node) => ({ ...node, x: node.y ?? 0, y: node.x ?? 0 })),
  };
  const moved = laneMoved(down, "books", 0);
  const { lanes } = drawingOf(moved);
  expect(lanes.books!.x).toBeLessThan(lanes.sales!.x);
});

it("makes a lane larger at its edge, which goes where it was dragged, and no smaller than its nodes need", () => {
  const edgeOf = (of: Process) => drawingOf(of).lanes.sales!.y + drawingOf(of).lanes.sales!.height;
  const larger = laneResized(process, "sales", 40);
  expect(edgeOf(larger)).toBe(edgeOf(process) + 40);
  expect(drawingOf(larger).nodes.call).toEqual(drawingOf(process).nodes.call);
  expect(laneResized(larger, "sales", -40)).toEqual(process);
  expect(edgeOf(laneResized(larger, "sales", -500))).toBe(drawingOf(process).nodes.call!.height + 32);
});

it("makes the last lane, and a lane without nodes, larger at its edge too, and no smaller than what is in it needs", () => {
  const heightOf = (of: Process, lane: string) => drawingOf(of).lanes[lane]!.height;
  const larger = laneResized(process, "books", 40);
  expect(heightOf(larger, "books")).toBe(heightOf(process, "books") + 40);
  expect(drawingOf(larger).nodes).toEqual(drawingOf(process).nodes);
  expect(laneResized(larger, "books", -40)).toEqual(process);
  expect(laneResized(process, "books", -40)).toBe(process);

  const empty = { ...process, nodes: process.nodes.filter(({ id }) => id !== "help"), flows: [] };
  const wider = laneResized(empty, "service", 60);
  expect(heightOf(wider, "service")).toBe(heightOf(empty, "service") + 60);
  expect(drawingOf(wider).nodes.out!.y).toBe(drawingOf(empty).nodes.out!.y + 60);
  expect(heightOf(wider, "books")).toBe(heightOf(empty, "books"));
});

it("resizes by command, several times as one step of undo", () => {
  selectLane("sales");
  perform("lane-grow");
  perform("lane-grow");
  expect(drawingOf(present()).nodes.help!.y).toBe(160 + 4 * 16);
  undo();
  expect(present()).toBe(process);
});

it("collapses a lane by command, leaves the process as it is, and expands it when something in it is selected", () => {
  const stop = watchFolds();
  selectLane("service");
  perform("lane-fold");
  expect(present()).toBe(process);
  expect(Object.keys(seenDrawing(useApp.getState()).nodes)).toEqual(["in", "call", "out"]);
  perform("select-all");
  expect([...useApp.getState().selection.nodes]).toEqual(["in", "call", "out"]);
  select(["help"]);
  expect(useApp.getState().folded.size).toBe(0);
  stop();
});

it("finds the place on the drawing in full under what is seen of it, so that drops land where they are let go", () => {
  selectLane("service");
  perform("lane-fold");
  const seen = seenDrawing(useApp.getState()).nodes.out!;
  const { x, y } = drawingOf(process).nodes.out!;
  expect(fullPlaces(new Map([["out", seen]])).get("out")).toMatchObject({ x, y });
  expect(fullSpot({ x: seen.x, y: seen.y + 10 })).toEqual({ x, y: y + 10 });
});
