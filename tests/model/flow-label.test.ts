import { expect, it } from "vitest";
import { flowLabel, labelLines, labelSize } from "../../src/model/flow-label.ts";
import { flow, processOf } from "../builders.ts";

const process = processOf({ fields: [{ id: "value", name: "Deal value", type: "number" }] });

it.each([
  [{ label: " Won ", share: 0.7 }, "Won · 70\u00a0%"],
  [{ share: 0.7 }, "70\u00a0%"],
  [{ when: { field: "value", is: ">=", to: 10000 } }, "Deal value is at least 10,000"],
  [{ otherwise: true }, "otherwise"],
  [{ on: "gives-up" }, "gives up"],
  [{}, ""],
] as const)("says of a flow with %j: “%s”", (more, text) => {
  expect(flowLabel(flow("a", "b", more), process)).toBe(text);
});

it("wraps a long label and takes room for all of its lines", () => {
  const label = "only if the customer has asked for a second offer";
  const lines = labelLines(label);
  expect(lines.length).toBeGreaterThan(1);
  expect(labelSize(label).height).toBe(lines.length * 14 + 4);
  expect(labelSize(label).width).toBeLessThanOrEqual(130);
});
