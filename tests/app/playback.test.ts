import { expect, it } from "vitest";
import { recordingOf } from "../../src/analyse/recording.ts";
import type { Results } from "../../src/analyse/results.ts";
import { openPlayback } from "../../src/app/playback.ts";
import { useApp } from "../../src/app/store.ts";
import { end, paths, processOf, start, step } from "../builders.ts";
import { recorded } from "../recorded.ts";

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
