import { describe, expect, it } from "vitest";
import type { ProcessNode } from "../../../src/model/process.ts";
import { nodeSize } from "../../../src/model/shape.ts";
import { textWidth } from "../../../src/model/text.ts";
import { farSize } from "../../../src/ui/canvas/far-type.ts";

const end = (name: string): ProcessNode => ({ id: "e", kind: "end", name });

describe("a name seen from afar", () => {
  it("is set in large type", () => {
    expect(farSize(end("Deal lost"))).toBe(18);
    expect(farSize({ id: "s", kind: "step", name: "Call the customer" })).toBe(20);
    expect(farSize(end(""))).toBe(18);
  });

  it("is smaller where its longest word would not fit into its node", () => {
    const node = end("Auftragsbestätigung");
    expect(farSize(node)).toBeLessThan(18);
    expect(textWidth(node.name, farSize(node))).toBeLessThanOrEqual(nodeSize(node).width - 28);
  });

  it("is never smaller than from near", () => {
    for (const kind of ["start", "step", "decision", "wait", "end"] as const) {
      expect(farSize({ id: "n", kind, name: "M".repeat(80) })).toBeGreaterThanOrEqual(13);
    }
  });
});
