import { beforeEach, expect, it } from "vitest";
import { open, redo, undo } from "../../src/app/document.ts";
import {
  addNode,
  appendStep,
  connect,
  growFrom,
  labelFlow,
  moveLane,
  moveNodes,
  nudge,
  removeSelection,
  renameNode,
} from "../../src/app/draw.ts";
import { drawingOf } from "../../src/app/drawing.ts";
import { GAP } from "../../src/app/room.ts";
import { select } from "../../src/app/selection.ts";
import { useApp } from "../../src/app/store.ts";
import { labelSize } from "../../src/model/flow-label.ts";
import type { Process } from "../../src/model/process.ts";
import { nodeSize } from "../../src/model/shape.ts";
import { decision, end, flow, paths, processOf, start, step } from "../builders.ts";

const lanes = [
  { id: "sales", name: "Sales" },
  { id: "service", name: "Service" },
];

/** “in” → “call” → “out” in the lane of Sales, and “help” alone in the lane of Service. */
const process = processOf({
  departments: lanes,
  nodes: [
    start("in", { department: "sales", x: 0, y: 14 }),
    step("call", { department: "sales", x: 208, y: 0 }),
    end("out", { department: "sales", x: 456, y: 14 }),
    step("help", { department: "service", x: 208, y: 200 }),
  ],
  flows: paths("in > call > out"),
});

const present = () => useApp.getState().document.present;
const node = (id: string) => present().nodes.find((each) => each.id === id);
const steps = () => useApp.getState().document.past.length;
const fresh = (before: Process) => present().nodes.find(({ id }) => !before.nodes.some((each) => each.id === id));
const overlapping = () => {
  const rects = Object.values(drawingOf(present()).nodes);
  return rects.some((a, i) =>
    rects.some(
      (b, j) => i < j && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    ),
  );
};

beforeEach(() => open(process));

it("appends a step between a node and what follows, moves that aside, and asks for the name", () => {
  appendStep("call");
  const added = fresh(process);
  expect(added?.department).toBe("sales");
  expect(
    present()
      .flows.map(({ from, to }) => `${from}>${to}`)
      .sort(),
  ).toEqual(["in>call", `call>${added?.id}`, `${added?.id}>out`].sort());
  expect(node("out")?.x).toBeGreaterThan((added?.x ?? 0) + 100);
  expect(overlapping()).toBe(false);
  expect(useApp.getState().naming).toEqual({ kind: "node", id: added?.id });
});

it("makes a new node and its first name one undo step", () => {
  appendStep("call");
  const added = fresh(process);
  renameNode(added?.id ?? "", "Send the offer");
  expect(node(added?.id ?? "")?.name).toBe("Send the offer");
  undo();
  expect(present()).toBe(process);
});

it("adds one more branch to a decision instead of cutting into one", () => {
  open(
    processOf({
      nodes: [decision("which", { x: 0, y: 0 }), end("yes", { x: 300, y: 0 })],
      flows: [flow("which", "yes", { share: 1 })],
    }),
  );
  appendStep("which");
  expect(present().flows).toHaveLength(2);
  expect(present().flows.map(({ share }) => share)).toEqual([0.5, 0.5]);
  expect(overlapping()).toBe(false);
});

it("adds nothing after an end", () => {
  growFrom("out");
  expect(present()).toBe(process);
});

/** Routes in a straight line run at one height. */
const straight = (id: string) => {
  const route = drawingOf(present()).routes[present().flows.find(({ to }) => to === id)!.id]!;
  return route.every(([, y]) => y === route[0]![1]);
};

it("sets what is dropped on a flow in line with it, and moves on what follows as far as there is no room", () => {
  // Between “call”, which ends at 208 + 136 + GAP, and “out” is no room for a step.
  addNode("step", { x: 400, y: 30 });
  const added = fresh(process)!;
  expect([straight(added.id), straight("out")]).toEqual([true, true]);
  expect(added.x).toBe(node("call")!.x! + nodeSize(node("call")!).width + GAP);
  expect(node("out")!.x).toBe(added.x! + nodeSize(added).width + GAP);
  expect(added.department).toBe("sales");
  undo();
  expect(present()).toBe(process);
});

it("leaves room for the label of the flow that something is dropped on", () => {
  open({ ...process, flows: process.flows.map((each) => ({ ...each, label: "Signed by both" })) });
  addNode("step", { x: 400, y: 30 });
  const added = fresh(process)!;
  const room = added.x! - node("call")!.x! - nodeSize(node("call")!).width;
  expect(room).toBeGreaterThan(labelSize("Signed by both").width);
});

it("moves nothing on where a node dropped on a flow has room", () => {
  open({ ...process, nodes: process.nodes.map((each) => (each.id === "out" ? { ...each, x: 1000 } : each)) });
  addNode("step", { x: 640, y: 38 });
  const added = fresh(process)!;
  expect(straight(added.id)).toBe(true);
  expect(added.x! + nodeSize(added).width / 2).toBe(640);
  expect(node("out")!.x).toBe(1000);
});

it("puts a loose node that is dragged onto a flow into it, in line, in that lane", () => {
  const [x, y] = [400 - nodeSize(node("help")!).width / 2, 34 - nodeSize(node("help")!).height / 2];
  moveNodes(new Map([["help", { x, y }]]));
  expect(node("help")!.department).toBe("sales");
  expect(
    present()
      .flows.map(({ from, to }) => `${from}>${to}`)
      .sort(),
  ).toEqual(["call>help", "help>out", "in>call"]);
  expect([straight("help"), straight("out"), overlapping()]).toEqual([true, true, false]);
});

it("puts what is dropped on a flow into it", () => {
  const { routes } = drawingOf(process);
  const [a, b] = routes["call-out"] ?? [];
  addNode("wait", { x: ((a?.[0] ?? 0) + (b?.[0] ?? 0)) / 2, y: a?.[1] ?? 0 });
  const added = fresh(process);
  expect(present().flows.some(({ from, to }) => from === "call" && to === added?.id)).toBe(true);
  expect(present().flows.some(({ from, to }) => from === added?.id && to === "out")).toBe(true);
});

it("gives what is dropped into a lane its department", () => {
  const lane = drawingOf(process).lanes.service;
  addNode("step", { x: 900, y: (lane?.y ?? 0) + (lane?.height ?? 0) / 2 });
  expect(fresh(process)?.department).toBe("service");
});

it("changes the department of a node that is moved into another lane, in one undo step", () => {
  moveNodes(new Map([["out", { x: 456, y: 210 }]]));
  expect(node("out")?.department).toBe("service");
  undo();
  expect(node("out")).toEqual(process.nodes[2]);
});

it("undoes moves by the keyboard together", () => {
  select(["help"]);
  for (let i = 0; i < 5; i++) nudge(8, 0);
  expect(node("help")?.x).toBe(248);
  expect(steps()).toBe(1);
  undo();
  expect(node("help")?.x).toBe(208);
});

it("moves nodes to the next lane by command, to a free place, and not past the last one", () => {
  select(["call"]);
  moveLane(1);
  expect(node("call")?.department).toBe("service");
  expect(overlapping()).toBe(false);
  const before = present();
  moveLane(1);
  expect(present()).toBe(before);
});

it("selects what undo and redo bring back, and lets alone what stays", () => {
  select(["call", "help"]);
  removeSelection();
  expect(useApp.getState().selection.nodes.size).toBe(0);
  undo();
  expect([...useApp.getState().selection.nodes]).toEqual(["call", "help"]);
  select(["out"]);
  nudge(8, 0);
  undo();
  expect([...useApp.getState().selection.nodes]).toEqual(["out"]);
  redo();
  expect([...useApp.getState().selection.nodes]).toEqual(["out"]);
});

it("removes nodes with their flows, and scales the shares of a decision that loses one", () => {
  select(["call"]);
  removeSelection();
  expect(present().nodes.map(({ id }) => id)).toEqual(["in", "out", "help"]);
  expect(present().flows).toEqual([]);
});

it("connects two nodes once, and selects the flow", () => {
  connect("help", "out");
  expect([...useApp.getState().selection.flows]).toEqual([present().flows.at(-1)?.id]);
  const before = present();
  connect("help", "out");
  expect(present()).toBe(before);
});

it("takes a percentage typed at a flow by share for its share, and anything else for its label", () => {
  open(
    processOf({
      nodes: [decision("which"), end("yes"), end("no")],
      flows: [flow("which", "yes", { share: 0.5 }), flow("which", "no", { share: 0.5 })],
    }),
  );
  labelFlow("which-yes", "30 %");
  expect(present().flows.map(({ share }) => share)).toEqual([0.3, 0.7]);
  labelFlow("which-yes", "Yes, please");
  expect(present().flows[0]?.label).toBe("Yes, please");
  labelFlow("which-yes", "");
  expect(present().flows[0]).not.toHaveProperty("label");
});

it("keeps a name when nothing is typed", () => {
  renameNode("call", "");
  expect(present()).toBe(process);
});

it("grows downwards where the process flows down, and moves what follows further down", () => {
  const down: Process = {
    ...process,
    direction: "down",
    nodes: process.nodes.map((each) => ({ ...each, x: each.y!, y: each.x! })),
  };
  open(down);
  appendStep("call");
  const added = fresh(down)!;
  const before = drawingOf(down).nodes;
  const after = drawingOf(present()).nodes;
  expect(after[added.id]!.y).toBe(before.call!.y + before.call!.height + 72);
  expect(after[added.id]!.x).toBe(before.call!.x);
  expect(after.out!.y).toBe(after[added.id]!.y + after[added.id]!.height + 72);
  expect(overlapping()).toBe(false);
  select(["call"]);
  moveLane(1);
  expect(node("call")?.department).toBe("service");
  expect(overlapping()).toBe(false);
});
