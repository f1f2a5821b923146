import { describe, expect, it } from "vitest";
import type { ProcessNode } from "../../../src/model/process.ts";
import { nodeSize } from "../../../src/model/shape.ts";
import { textWidth } from "../../../src/model/text.ts";
import { farType } from "../../../src/ui/canvas/far-type.ts";

const end = (name: string): ProcessNode => ({ id: "e", kind: "end", name });

const sizeOf = (node: ProcessNode) => farType(node).size;

describe("a name seen from afar", () => {
  it("is set in large type", () => {
    expect(sizeOf(end("Deal lost"))).toBe(18);
    expect(sizeOf({ id: "s", kind: "step", name: "Call the customer" })).toBe(20);
    expect(sizeOf(end(""))).toBe(18);
  });

  it("is smaller where its longest word would not fit into its node", () => {
    const node = end("Auftragsbestätigung");
    expect(sizeOf(node)).toBeLessThan(18);
    expect(textWidth(node.name, sizeOf(node))).toBeLessThanOrEqual(nodeSize(node).width - 28);
  });

  it("is smaller where it has several lines from near: in three of the largest it would not fit into a step", () => {
    expect(sizeOf({ id: "s", kind: "step", name: "Sales Opportunity Management" })).toBe(17);
    expect(3 * farType({ id: "s", kind: "step", name: "Sales Opportunity Management" }).leading).toBeLessThan(
      nodeSize({ id: "s", kind: "step", name: "Sales Opportunity Management" }).height,
    );
  });

  it("is never smaller than from near", () => {
    for (const kind of ["start", "step", "decision", "wait", "end"] as const) {
      expect(sizeOf({ id: "n", kind, name: "M".repeat(80) })).toBeGreaterThanOrEqual(13);
    }
  });
});
