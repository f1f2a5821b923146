import { afterEach, expect, it, vi } from "vitest";
import { headwayTeller } from "../../src/app/headway.ts";
import type { Headway } from "../../src/app/store.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("tells the beginning at once, and times each stage from its own first step", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const told: Headway[] = [];
  const tell = headwayTeller((headway) => told.push(headway));
  vi.advanceTimersByTime(400);
  tell({ stage: "run", done: 0.5, replication: 5, of: 10 });
  vi.advanceTimersByTime(600);
  tell({ stage: "prove", done: 0, replication: 1, of: 40 });
  vi.advanceTimersByTime(250);
  tell({ stage: "prove", done: 0.1, replication: 4, of: 40 });
  expect(told.map(({ progress, milliseconds }) => [progress.stage, progress.done, milliseconds])).toEqual([
    ["run", 0, 0],
    ["run", 0.5, 400],
    ["prove", 0, 0],
    ["prove", 0.1, 250],
  ]);
});
