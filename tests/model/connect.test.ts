import { expect, it } from "vitest";
import { connect } from "../../src/model/edit/flows.ts";
import { decision, end, flow, processOf } from "../builders.ts";

it("leaves the only way out of a decision, which needed no share, what the second way does not take", () => {
  const one = processOf({
    nodes: [decision("won"), end("yes"), end("no"), end("later")],
    flows: [flow("won", "yes")],
  });
  const two = connect(one, "won", "no");
  expect(two.flows.map(({ share }) => share)).toEqual([0.5, 0.5]);
  expect(connect(two, "won", "later").flows.reduce((sum, { share = 0 }) => sum + share, 0)).toBeCloseTo(1, 9);
});
