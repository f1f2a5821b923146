import { expect, it } from "vitest";
import { bandsOf, thinLanes } from "../../src/layout/lanes.ts";
import { drawingOf, layout } from "../../src/layout/layout.ts";
import { textWidth, wrap } from "../../src/model/text.ts";
import { processOf, step } from "../builders.ts";

const NAMES = ["IT", "Department 1", "Customer relationship office"];

const process = processOf({
  departments: [...NAMES.map((name, i) => ({ id: `empty${i}`, name })), { id: "busy", name: "Busy" }],
  nodes: [step("a", { department: "busy" })],
});

it("makes a lane without nodes as thick as its name needs on two lines, without a word broken", () => {
  for (const direction of ["right", "down"] as const) {
    const { lanes } = layout({ ...process, direction });
    NAMES.forEach((name, i) => {
      const { width, height } = lanes[`empty${i}`]!;
      const room = (direction === "right" ? height : width) - 16;
      expect(name.split(" ").every((word) => textWidth(word, 13) <= room)).toBe(true);
      expect(wrap(name, room, 13).length).toBeLessThanOrEqual(2);
    });
    expect(direction === "right" ? lanes.empty0!.height : lanes.empty0!.width).toBe(40);
  }
});

it("leaves the node below thin lanes where a layout has put it", () => {
  const drawing = layout(process);
  const { x, y } = drawing.nodes.a!;
  const written = { ...process, nodes: process.nodes.map((node) => ({ ...node, x, y })) };
  expect(drawingOf(written)).toEqual(drawing);
});

it("keeps a lane without nodes from taking up the drawing, however long its name is", () => {
  const thin = thinLanes({ ...process, departments: [{ id: "d", name: "W".repeat(99) }] }, ["d"]);
  expect(thin).toEqual([128]);
  expect(bandsOf([undefined], thin)).toEqual([{ y: 0, height: 128 }]);
});
