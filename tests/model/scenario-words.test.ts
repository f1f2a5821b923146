import { expect, it } from "vitest";
import { scenarioView } from "../../src/model/scenario.ts";
import { changeWords } from "../../src/model/scenario-words.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

const process = processOf({
  nodes: [start("in"), step("call", { name: "Call back" }), end("out", { name: "Done" })],
  flows: paths("in > call > out"),
});

it("names what is taken out as it was called, also at the ends of its flows", () => {
  const changes = [
    { set: "nodes/call", to: null },
    { set: `flows/${process.flows[1]!.id}`, to: null },
  ];
  const after = scenarioView(process, { id: "s", name: "S", changes });
  expect(after.nodes).toHaveLength(2);
  const words = changes.map((change) => changeWords(process, after, change));
  expect(words.map(({ about, what }) => `${about}: ${what}`)).toEqual([
    "Call back: taken out",
    "Call back → Done: taken out",
  ]);
});
