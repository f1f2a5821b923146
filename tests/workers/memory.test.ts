import { expect, it } from "vitest";
import { recordingOf } from "../../src/analyse/recording.ts";
import { memoryOf } from "../../src/workers/memory.ts";
import { about, end, paths, processOf, start, step } from "../builders.ts";
import { recorded } from "../recorded.ts";

it("hands over all columns of a recording, each once, and leaves none behind", () => {
  const process = processOf({
    fields: [{ id: "hot", name: "Hot", type: "boolean", share: 0.3 }],
    nodes: [start("in", { arrivals: { every: about(10) } }), step("work", { work: about(8) }), end("out")],
    flows: paths("in > work > out"),
  });
  const make = () => recordingOf(recorded(process, { records: 50, replications: 1 }));
  const [recording, same] = [make(), make()];
  const { stays, legs, carried } = recording.history;
  const { index } = recording;
  const columns = [stays, legs, carried, index.stays, index.legs].flatMap((each): ArrayBufferView[] =>
    Object.values(each),
  );
  columns.push(index.instants);

  const memory = memoryOf(recording);
  expect(new Set(memory)).toEqual(new Set(columns.map(({ buffer }) => buffer)));
  expect(memory).toHaveLength(columns.length);
  expect(structuredClone(recording, { transfer: [...memory] })).toEqual(same);
  expect(columns.every(({ byteLength }) => byteLength === 0)).toBe(true);
  const [one, other] = [new Uint8Array(memoryOf(same)[0]!), new Int8Array(memoryOf(same)[0]!)];
  expect(memoryOf({ one, other, text: "words", nothing: null, none: undefined })).toEqual([one.buffer]);
});
