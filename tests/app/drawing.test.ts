import { expect, it } from "vitest";
import { drawingOf, drawingWith, routesWith } from "../../src/app/drawing.ts";
import { layout } from "../../src/layout/layout.ts";
import { moveNodes, placed } from "../../src/model/edit/nodes.ts";
import { patch } from "../../src/model/edit.ts";
import { nodeSize } from "../../src/model/shape.ts";
import { fixed, flow, processOf, step, tiny } from "../builders.ts";

const process = placed(tiny, layout(tiny));

it("is worked out once for processes that look the same", () => {
  const drawing = drawingOf(process);
  expect(drawingOf(process)).toBe(drawing);
  expect(drawingOf(patch(process, "nodes", "call", { work: fixed(7) }))).toBe(drawing);
  expect(drawingOf(patch(process, "nodes", "call", { name: "ring" }))).toBe(drawing);
});

it("is another one once a node has moved, grown or changed its lane, or a flow has a new label", () => {
  const drawing = drawingOf(process);
  expect(drawingOf(moveNodes(process, new Map([["call", [400, 0]]]))).nodes.call?.x).toBe(400);
  drawingOf(process);
  const longer = patch(process, "nodes", "call", { name: "Call them again and again and again and again until" });
  expect(drawingOf(longer).nodes.call?.height).toBeGreaterThan(drawing.nodes.call?.height ?? 0);
  drawingOf(process);
  expect(Object.keys(drawingOf(patch(process, "flows", "call-won", { label: "Sold" })).labels)).toEqual(["call-won"]);
});

it("shows nodes where they are dragged, and lanes where they were", () => {
  const before = drawingOf(process);
  const during = drawingWith(process, new Map([["call", { x: 300, y: 500 }]]));
  expect(during.nodes.call).toMatchObject({ x: 300, y: 500 });
  expect(during.nodes.new).toEqual(before.nodes.new);
  expect(during.lanes).toBe(before.lanes);
  expect(during.routes["call-won"]).not.toEqual(before.routes["call-won"]);
  expect(drawingWith(process, new Map())).toBe(drawingOf(process));
});

it("moves lanes with their nodes on large drawings, too, where only the flows of what moved get new routes", () => {
  const many = Array.from({ length: 200 }, (_, i) =>
    step(`s${i}`, { department: "d", x: (i % 20) * 250, y: Math.floor(i / 20) * 150 }),
  );
  const flows = many.slice(1).map(({ id }, i) => flow(`s${i}`, id));
  const large = processOf({ departments: [{ id: "d", name: "D" }], nodes: many, flows });
  const before = drawingOf(large);
  const after = drawingOf(moveNodes(large, new Map([["s199", [19 * 250, 2000]]])));
  expect(after.lanes.d?.height).toBeGreaterThan((before.lanes.d?.height ?? 0) + 400);
  expect(after.routes["s0-s1"]).toBe(before.routes["s0-s1"]);
  expect(after.routes["s198-s199"]).not.toEqual(before.routes["s198-s199"]);
});

it("tells only the flows of what is dragged where they run for now, however many nodes there are", () => {
  const rows = (count: number) => {
    const nodes = Array.from({ length: count }, (_, i) =>
      step(`s${i}`, { department: "d", x: (i % 20) * 250, y: Math.floor(i / 20) * 150 }),
    );
    const flows = nodes.slice(1).map(({ id }, i) => flow(`s${i}`, id));
    return processOf({ departments: [{ id: "d", name: "D" }], nodes, flows });
  };
  for (const count of [40, 400]) {
    const large = rows(count);
    const moved = routesWith(large, new Map([["s5", { x: 1250, y: -300 }]]));
    expect([...moved.keys()].sort()).toEqual(["s4-s5", "s5-s6"]);
    const end = moved.get("s4-s5")?.route.at(-1);
    const rect = { left: 1250, right: 1250 + nodeSize(large.nodes[5]!).width, top: -300 };
    expect(end![0]).toBeGreaterThanOrEqual(rect.left);
    expect(end![0]).toBeLessThanOrEqual(rect.right);
    expect(end![1]).toBeGreaterThanOrEqual(rect.top);
    expect(routesWith(large, new Map()).size).toBe(0);
  }
});
