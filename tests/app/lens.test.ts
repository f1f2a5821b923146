import { beforeEach, expect, it } from "vitest";
import { improvementsView } from "../../src/analyse/improvements-view.ts";
import { recordingOf } from "../../src/analyse/recording.ts";
import { begin } from "../../src/app/history.ts";
import { lensView } from "../../src/app/lens.ts";
import { useApp } from "../../src/app/store.ts";
import { run } from "../../src/experiment/run.ts";
import { patch } from "../../src/model/edit.ts";
import { about, end, paths, processOf, start, step } from "../builders.ts";
import { recorded } from "../recorded.ts";

const process = processOf({
  teams: [{ id: "sdr", name: "Sales development", people: 1 }],
  nodes: [start("in", { arrivals: { every: about(10) } }), step("call", { team: "sdr", work: about(8) }), end("out")],
  flows: paths("in > call > out"),
});
const found = run(process, { records: 400, replications: 5, improve: true });
if (!found.ok) throw new Error("the process should run");
const results = found.value;
const there = Promise.resolve(recordingOf(recorded(process, { records: 400, replications: 1 })));
const finished = {
  kind: "finished",
  results,
  of: process,
  settings: {},
  milliseconds: 1,
  recording: { there, hurry: () => {} },
} as const;

beforeEach(() => useApp.setState({ document: begin(process), lens: "improvements", run: finished }));

it("marks on the drawing what would help as pictures of it do", () => {
  const { nodes } = lensView(useApp.getState());
  expect(nodes.get("call")?.badge).toMatch(/^1 · .* sooner, \+\d+$/);
  expect(nodes).toEqual(improvementsView(process, results).nodes);
});

it("goes on marking it once the process is edited", () => {
  useApp.setState({ document: begin(patch(process, "teams", "sdr", { people: 2 })) });
  expect(lensView(useApp.getState()).nodes.get("call")?.badge).toContain("sooner");
});

it("stays the same object while experiments tell how far they are", () => {
  const before = lensView(useApp.getState());
  useApp.setState({ run: { ...finished, milliseconds: 2 } });
  expect(lensView(useApp.getState())).toBe(before);
});
