import { expect, it } from "vitest";
import { carriedBy } from "../../src/analyse/carried.ts";
import { end, fixed, paths, processOf, start } from "../builders.ts";
import { recorded } from "../recorded.ts";

const options = [{ value: "Web" }, { value: "Partner" }];
const process = processOf({
  fields: [
    { id: "size", name: "Size", type: "number" },
    { id: "hot", name: "Hot", type: "boolean" },
    { id: "source", name: "Source", type: "choice", options },
  ],
  nodes: [
    start("in", { arrivals: { every: fixed(10), max: 1 }, set: { size: 1250, hot: true, source: "Partner" } }),
    start("later", { arrivals: { every: fixed(15), max: 1 }, set: { hot: false } }),
    end("out"),
  ],
  flows: paths("in > out", "later > out"),
});

it("tells what a record carries as people read it, and what is not known of it", () => {
  const history = recorded(process, { replications: 1 });
  const words = (record: number) => carriedBy(process, history, record).map(({ name, value }) => `${name}: ${value}`);
  expect(words(0)).toEqual(["Size: 1,250", "Hot: yes", "Source: Partner"]);
  expect(words(1)).toEqual(["Size: unknown", "Hot: no", expect.stringMatching(/^Source: (Web|Partner)$/)]);
  expect(words(2)).toEqual(["Size: unknown", "Hot: unknown", "Source: unknown"]);
});
