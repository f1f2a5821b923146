import { expect, it, vi } from "vitest";
import { recordingOf } from "../../src/analyse/recording.ts";
import type { Results } from "../../src/analyse/results.ts";
import { begin } from "../../src/app/history.ts";
import { openPlayback } from "../../src/app/playback.ts";
import { startRun } from "../../src/app/run.ts";
import { useApp } from "../../src/app/store.ts";
import type { Listener } from "../../src/workers/run-simulation.ts";
import { end, paths, processOf, start, step } from "../builders.ts";
import { recorded } from "../recorded.ts";

/** What a run tells once it has told of results, before its proof breaks off. */
let breaking = (_listener: Listener) => {};
vi.mock("../../src/workers/run-simulation.ts", () => ({
  runSimulation: async (_process: unknown, _options: unknown, listener: Listener) => {
    listener.onFound?.({} as Results);
    breaking(listener);
    throw new Error("Out of memory.");
  },
}));
vi.stubGlobal("requestAnimationFrame", () => 0);

const process = processOf({ nodes: [start("in"), step("work"), end("out")], flows: paths("in > work > out") });

function finishedWith(there: Promise<ReturnType<typeof recordingOf>>) {
  const recording = { there, hurry: () => {} };
  useApp.setState({
    notice: undefined,
    playback: undefined,
    run: { kind: "finished", results: {} as Results, of: process, settings: {}, milliseconds: 1, recording },
  });
}

it("says what to do where what a run wrote down was lost", async () => {
  finishedWith(Promise.reject(new Error("Out of memory.")));
  await openPlayback();
  const { playback, notice } = useApp.getState();
  expect(playback).toBeUndefined();
  expect(notice).toEqual({
    tone: "bad",
    title: "This run cannot be played back",
    text: "What it wrote down was lost when the simulator broke down (Out of memory). Its results are not touched by that. Run the process again, then play that run back.",
  });
});

it("says nothing of it to somebody who went on to another run meanwhile", async () => {
  finishedWith(Promise.reject(new Error("Out of memory.")));
  const opening = openPlayback();
  finishedWith(Promise.resolve(recordingOf(recorded(process, { records: 3, replications: 1 }))));
  await opening;
  expect(useApp.getState().notice).toBeUndefined();
  await openPlayback();
  expect(useApp.getState().playback?.player.until).toBeGreaterThan(0);
});

it("plays back what was found though its proof broke off", async () => {
  useApp.setState({ document: begin(process), notice: undefined, playback: undefined });
  let told: Listener | undefined;
  breaking = (listener) => {
    told = listener;
  };
  await startRun();
  expect(useApp.getState().notice).toMatchObject({ title: "The run broke off", text: "Out of memory." });
  told?.onRecorded?.(recordingOf(recorded(process, { records: 3, replications: 1 })));
  await openPlayback();
  expect(useApp.getState().playback?.player.until).toBeGreaterThan(0);
});

it("does not wait for ever where the worker broke down with what it wrote", async () => {
  useApp.setState({ document: begin(process), notice: undefined, playback: undefined });
  breaking = (listener) => listener.onLost?.(new Error("Out of memory."));
  await startRun();
  await openPlayback();
  expect(useApp.getState().notice?.title).toBe("This run cannot be played back");
});
