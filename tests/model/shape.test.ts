import { describe, expect, it } from "vitest";
import type { NodeKind, ProcessNode } from "../../src/model/process.ts";
import { nameLines, nodeSize, SHAPES } from "../../src/model/shape.ts";

const named = (kind: NodeKind, name: string): ProcessNode => ({ id: "a", kind, name });
const KINDS = ["start", "step", "decision", "wait", "end"] as const;

describe("the size of a node", () => {
  it.each(KINDS)("is that of its kind where no word is long: %s", (kind) => {
    expect(nodeSize(named(kind, "Call")).width).toBe(SHAPES[kind].width);
    expect(nodeSize(named(kind, "Call the customer back before lunch")).width).toBe(SHAPES[kind].width);
  });

  it.each(KINDS)("grows with a long word, which stays whole: %s", (kind) => {
    const node = named(kind, "Angebotsnachverfolgung heute");
    expect(nameLines(node)).toEqual(["Angebotsnachverfolgung", "heute"]);
    expect(nodeSize(node).width).toBeGreaterThan(SHAPES[kind].width);
  });

  it.each(KINDS)("does not grow without end: %s", (kind) => {
    const lines = nameLines(named(kind, "Donaudampfschifffahrtsgesellschaftskapitänsmütze"));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("")).toBe("Donaudampfschifffahrtsgesellschaftskapitänsmütze");
    expect(nodeSize(named(kind, "M".repeat(500))).width).toBeLessThanOrEqual(300);
  });

  it("leaves a gateway, whose name stands below it, as it is", () => {
    expect(nodeSize(named("fork", "Angebotsnachverfolgung"))).toEqual({ width: 48, height: 48 });
  });
});
