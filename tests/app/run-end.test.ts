import { expect, it, vi } from "vitest";
import type { Results } from "../../src/analyse/results.ts";
import { open } from "../../src/app/document.ts";
import { cancelRun, startRun } from "../../src/app/run.ts";
import { compareScenarios } from "../../src/app/scenarios.ts";
import { type Run, useApp } from "../../src/app/store.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

/** Goes on until it is ended. */
const endless = (_process: unknown, _options: unknown, { signal }: { readonly signal: AbortSignal }) =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason));
  });
vi.mock("../../src/workers/run-simulation.ts", () => ({ runSimulation: endless, runComparison: endless }));

const process = processOf({ nodes: [start("in"), step("work"), end("out")], flows: paths("in > work > out") });
const recording = { there: new Promise<never>(() => {}), hurry: () => {} };
const found: Run = { kind: "finished", results: {} as Results, of: process, settings: {}, milliseconds: 1, recording };

it("shows again what was found before where a run is cancelled with nothing finished", async () => {
  open(process);
  useApp.setState({ run: found });
  const running = startRun();
  expect(useApp.getState().run.kind).toBe("running");
  cancelRun();
  await running;
  expect(useApp.getState().run).toEqual(found);
});

it("shows nothing of the run before once another process was opened", async () => {
  open(process);
  useApp.setState({ run: found });
  const running = startRun();
  open({ ...process, name: "Other" });
  await running;
  expect(useApp.getState().run).toEqual({ kind: "none" });
});

it("ends a comparison with the document that it is of", async () => {
  open(process);
  const comparing = compareScenarios();
  expect(useApp.getState().comparing.kind).toBe("running");
  open({ ...process, name: "Other" });
  await comparing;
  expect(useApp.getState().comparing).toEqual({ kind: "none" });
});
