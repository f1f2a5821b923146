import { beforeEach, expect, it } from "vitest";
import { edit, open } from "../../src/app/document.ts";
import { editedSinceRun, scenarioFromEdits } from "../../src/app/scenarios.ts";
import { type Run, useApp } from "../../src/app/store.ts";
import { moveNodes } from "../../src/model/edit/nodes.ts";
import { patch } from "../../src/model/edit.ts";
import type { Process } from "../../src/model/process.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

const process = processOf({
  teams: [{ id: "t", name: "Team", people: 1 }],
  nodes: [start("in"), step("work", { team: "t", x: 0, y: 0 }), end("out")],
  flows: paths("in > work > out"),
});
const ran = (of: Process, scenario?: string) =>
  ({ kind: "finished", of, ...(scenario === undefined ? {} : { scenario }) }) as Run;
const base = () => useApp.getState().document.present;
const hire = (now: Process) => patch(now, "teams", "t", { people: 2 });

beforeEach(() => open(process));

it("makes a scenario of what was edited since the run, and leaves nodes where they were moved since", () => {
  useApp.setState({ run: ran(process) });
  edit(hire);
  edit((now) => moveNodes(now, new Map([["work", [40, 80]]])));
  scenarioFromEdits();
  expect(base().scenarios.map(({ changes }) => changes)).toEqual([[{ set: "teams/t/people", to: 2 }]]);
  expect(base().teams).toEqual(process.teams);
  expect(base().nodes.find(({ id }) => id === "work")).toMatchObject({ x: 40, y: 80 });
});

it("does not take a scenario that was run for edits of the process", () => {
  useApp.setState({ run: ran(hire(process), "s") });
  expect(editedSinceRun(useApp.getState())).toBe(false);
  scenarioFromEdits();
  expect(base()).toBe(process);
});
