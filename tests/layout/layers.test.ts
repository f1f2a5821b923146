import { expect, it } from "vitest";
import { linksOf } from "../../src/layout/flows.ts";
import { layers } from "../../src/layout/layers.ts";
import { end, flow, paths, processOf, start, step } from "../builders.ts";

const columns = (process: Parameters<typeof linksOf>[0]) => {
  const { column, back } = layers(process.nodes.length, linksOf(process));
  return { column: [...column], back: process.flows.filter((_, i) => back[i]).map(({ id }) => id) };
};

it("puts what follows to the right, as far as its longest way", () => {
  const nodes = [start("s"), step("a"), step("b"), end("e")];
  expect(columns(processOf({ nodes, flows: paths("s > a > b > e", "s > e") })).column).toEqual([0, 1, 2, 3]);
});

it("breaks a loop at the flow that leads back, not at the one that leads on", () => {
  const nodes = [start("s"), step("a"), step("check"), step("mend"), end("e")];
  const process = processOf({ nodes, flows: paths("s > a > check > mend > a", "check > e") });
  expect(columns(process)).toEqual({ column: [0, 1, 2, 3, 3], back: ["mend-a"] });
});

it("breaks a loop that no start leads to at its last flow in the file's order", () => {
  const process = processOf({ nodes: [step("a"), step("b"), step("c")], flows: paths("a > b > c > a") });
  expect(columns(process)).toEqual({ column: [0, 1, 2], back: ["c-a"] });
});

it("puts a second start next to what it leads to", () => {
  const nodes = [start("s"), step("a"), step("b"), start("late")];
  expect(columns(processOf({ nodes, flows: paths("s > a > b", "late > b") })).column).toEqual([0, 1, 2, 1]);
});

it("takes a flow from a node to itself as one that leads back", () => {
  expect(columns(processOf({ nodes: [step("a")], flows: [flow("a", "a")] })).back).toEqual(["a-a"]);
});
