import fc from "fast-check";
import { expect, it } from "vitest";
import { folded, foldedThings, foldOf } from "../../src/layout/fold.ts";
import { drawingOf } from "../../src/layout/layout.ts";
import { associations } from "../../src/layout/things/associations.ts";
import { LANE, type Point } from "../../src/model/geometry.ts";
import type { Process } from "../../src/model/process.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

/** Three lanes: “in” and “call” in Sales, “help” and “mend” in Service, “out” in Books. */
const process = processOf({
  departments: ["sales", "service", "books"].map((id) => ({ id, name: id })),
  data: [{ id: "order", name: "Order" }],
  nodes: [
    start("in", { department: "sales", x: 0, y: 14 }),
    step("call", { department: "sales", x: 208, y: 0, outputs: ["order"] }),
    step("help", { department: "service", x: 456, y: 160 }),
    step("mend", { department: "service", x: 704, y: 160 }),
    end("out", { department: "books", x: 952, y: 320 }),
    end("gone", { department: "books", x: 456, y: 320 }),
  ],
  flows: paths("in > call > help > mend > out", "call > gone"),
});
const full = drawingOf(process);
const only = (...lanes: string[]) => new Set(lanes);

it("leaves a thin strip of a folded lane, and what lies below moves up by as much as went", () => {
  const seen = folded(process, full, only("service"));
  expect(seen.lanes.service!.height).toBe(LANE.thin);
  const gone = full.lanes.service!.height - LANE.thin;
  expect(seen.nodes.out!.y).toBe(full.nodes.out!.y - gone);
  expect(seen.nodes.in).toEqual(full.nodes.in);
  expect(seen.lanes.books!.y).toBe(seen.lanes.service!.y + LANE.thin);
  expect(seen.lanes.books!.height).toBe(full.lanes.books!.height);
});

it("ends flows at the edge of a folded lane, drops those within it, and leads others through it", () => {
  const seen = folded(process, full, only("service"));
  const { y, height } = seen.lanes.service!;
  expect(Object.keys(seen.nodes)).toEqual(["in", "call", "out", "gone"]);
  expect(seen.routes["help-mend"]).toBeUndefined();
  expect(seen.routes["call-help"]?.at(-1)?.[1]).toBe(y);
  expect(seen.routes["mend-out"]?.[0]?.[1]).toBe(y + height);
  expect(seen.routes["call-gone"]?.[0]).toEqual(full.routes["call-gone"]?.[0]);
  expect(seen.routes["in-call"]).toEqual(full.routes["in-call"]);
});

it("folds columns where the process flows down", () => {
  const down: Process = { ...process, direction: "down" };
  const seen = folded(down, drawingOf(down), only("sales"));
  expect(seen.lanes.sales!.width).toBe(LANE.thin);
  expect(seen.nodes.call).toBeUndefined();
});

it("hides documents in a folded lane, and shows those beside steps that are seen", () => {
  const all = associations(process, full, { data: true });
  const gone = foldedThings(all, foldOf(full, only("sales")), folded(process, full, only("sales")).nodes);
  expect(gone).toEqual({ things: [], lines: [] });
  const left = foldedThings(all, foldOf(full, only("books")), folded(process, full, only("books")).nodes);
  expect(left.things).toHaveLength(1);
});

it("maps every point there and back, and keeps routes upright", () => {
  const lanes = fc.subarray(["sales", "service", "books"]);
  fc.assert(
    fc.property(lanes, fc.integer({ min: -500, max: 900 }), fc.integer({ min: -500, max: 900 }), (ids, x, y) => {
      const fold = foldOf(full, new Set(ids));
      const [backX, backY] = fold.full(fold.shown([x, y]));
      expect(backX).toBeCloseTo(x, 6);
      expect(backY).toBeCloseTo(y, 6);
      const upright = ([a, b]: Point, [c, d]: Point) => a === c || b === d;
      for (const route of Object.values(folded(process, full, new Set(ids)).routes)) {
        expect(route.slice(1).every((point, i) => upright(route[i]!, point))).toBe(true);
      }
    }),
  );
});
