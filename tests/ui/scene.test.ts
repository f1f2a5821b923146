import { expect, it } from "vitest";
import { drawingOf } from "../../src/app/drawing.ts";
import { patch } from "../../src/model/edit.ts";
import { PLAIN } from "../../src/model/lens/view.ts";
import type { Process } from "../../src/model/process.ts";
import { type SceneNode, sceneFlows, sceneNodes } from "../../src/ui/canvas/scene.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

const process = processOf({
  departments: [
    { id: "top", name: "Top" },
    { id: "bottom", name: "Bottom" },
  ],
  nodes: [
    end("d", { department: "bottom", x: 500, y: 200 }),
    step("b", { name: "Call", department: "top", x: 250, y: 0 }),
    step("c", { department: "bottom", x: 100, y: 200 }),
    start("a", { department: "top", x: 0, y: 0 }),
  ],
  flows: paths("a > b > c > d"),
});

const none: ReadonlySet<string> = new Set();
const source = (of: Process, selected = none) => ({
  process: of,
  drawing: drawingOf(of),
  selected,
  lens: PLAIN,
});
const byId = (nodes: readonly SceneNode[]) => new Map(nodes.map((node) => [node.id, node]));

it("has the nodes in reading order: lane by lane, from left to right", () => {
  expect(sceneNodes(source(process), new Map()).map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
});

it("says what a node is and where, for those who cannot see it", () => {
  const nodes = byId(sceneNodes(source(process), new Map()));
  expect(nodes.get("b")?.ariaLabel).toBe("Step Call, Top");
  expect(nodes.get("d")?.ariaLabel).toBe("End d, Bottom");
});

it("tells React Flow all sizes, so that it never has to measure", () => {
  for (const node of sceneNodes(source(process), new Map())) {
    expect(node.measured).toEqual({ width: node.width, height: node.height });
    expect(node.handles).toHaveLength(4);
  }
});

it("keeps everything that an edit does not touch, so that only the rest is drawn again", () => {
  const before = byId(sceneNodes(source(process), new Map()));
  const after = byId(sceneNodes(source(patch(process, "nodes", "b", { name: "Ring" })), before));
  expect(after.get("a")).toBe(before.get("a"));
  expect(after.get("c")).toBe(before.get("c"));
  expect(after.get("b")).not.toBe(before.get("b"));

  const chosen = byId(sceneNodes(source(process, new Set(["c"])), before));
  expect(chosen.get("c")?.selected).toBe(true);
  expect(chosen.get("c")?.data).toBe(before.get("c")?.data);
  expect(chosen.get("d")).toBe(before.get("d"));
});

it("keeps the flows whose routes stay", () => {
  const flows = sceneFlows(source(process), new Map());
  const before = new Map(flows.map((flow) => [flow.id, flow]));
  const again = sceneFlows(source(patch(process, "nodes", "b", { name: "Ring" })), before);
  expect(again.map((flow, i) => flow === flows[i])).toEqual([true, true, true]);
});
