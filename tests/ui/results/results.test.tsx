// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { recordingOf } from "../../../src/analyse/recording.ts";
import { edit } from "../../../src/app/document.ts";
import { leaveScenario, workOn } from "../../../src/app/scenarios.ts";
import { type Run, useApp } from "../../../src/app/store.ts";
import { patch } from "../../../src/model/edit.ts";
import { scenarioView } from "../../../src/model/scenario.ts";
import { DockWords } from "../../../src/ui/results/DockWords.tsx";
import { ResultsPanel } from "../../../src/ui/results/ResultsPanel.tsx";
import { ScenarioBar } from "../../../src/ui/scenarios/ScenarioBar.tsx";
import { recorded } from "../../recorded.ts";
import { mount } from "../inspector/mount.tsx";
import { process, results } from "./fixture.ts";

const there = Promise.resolve(recordingOf(recorded(process, { records: 5, replications: 1 })));
const finished: Run = {
  kind: "finished",
  results,
  of: process,
  settings: {},
  milliseconds: 340,
  recording: { there, hurry: () => {} },
};

async function showing(run: Run) {
  const user = mount(<ResultsPanel />, process);
  act(() => useApp.setState({ run }));
  // What a tab holds comes a frame after it.
  await act(() => new Promise(requestAnimationFrame));
  return user;
}

const names = () => screen.getAllByRole("rowheader").map(({ textContent }) => textContent);

it("before the first run it says what Run does", async () => {
  await showing({ kind: "none" });
  expect(screen.getByText("Nothing has been run yet.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Run" })).toBeTruthy();
});

it("during a run it shows how far it is and can be cancelled", async () => {
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
  };
  const user = await showing({ kind: "running", cancel });
  const progress = { stage: "run", done: 0.5, replication: 11, of: 20 } as const;
  act(() => useApp.setState({ headway: { progress, milliseconds: 3000 } }));
  expect(screen.getByText("50 %")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(cancelled).toBe(true);
});

const problem = {
  severity: "error",
  code: "no-work",
  path: "nodes[1].work",
  node: "call",
  message: "“Call” has no work time.",
  mend: "Say how long it takes.",
} as const;

it("after a failed run it says why, and a click leads there", async () => {
  const user = await showing({ kind: "failed", problems: [problem], of: process });
  expect(screen.getByText("One problem stops the process from running.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /“Call” has no work time/ }));
  expect([...useApp.getState().selection.nodes]).toEqual(["call"]);
});

it("says so once what stopped the process from running is mended, and not before", async () => {
  await showing({ kind: "failed", problems: [problem], of: process });
  act(() => useApp.setState({ problems: { of: process, list: [problem] } }));
  const mended = () => screen.queryByText("What stopped the process from running is mended.");
  expect(mended()).toBeNull();
  act(() => edit((now) => patch(now, "nodes", "call", { name: "Called" })));
  expect(mended()).toBeNull();
  act(() => useApp.setState((state) => ({ problems: { of: state.document.present, list: [] } })));
  expect(mended()).toBeTruthy();
  expect(screen.getByRole("button", { name: "Run" })).toBeTruthy();
});

it("ranks the bottlenecks by name, and a click selects where the records wait", async () => {
  const user = await showing(finished);
  const rows = screen.getAllByRole("listitem");
  expect(within(rows[0]!).getByText("Sales development")).toBeTruthy();
  expect(within(rows[0]!).getByText("90 %")).toBeTruthy();
  expect(within(rows[1]!).getByText("Quote")).toBeTruthy();
  await user.click(within(rows[0]!).getByRole("button"));
  expect([...useApp.getState().selection.nodes]).toEqual(["call"]);
});

it("the arrow keys walk the bottlenecks", async () => {
  const user = await showing(finished);
  const [first, second] = screen.getAllByRole("listitem").map((row) => within(row).getByRole("button"));
  act(() => first?.focus());
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(second);
  await user.keyboard("{ArrowDown}{ArrowUp}");
  expect(document.activeElement).toBe(first);
});

it("the steps are sorted by the column that is clicked, and the other way round by a second click", async () => {
  const user = await showing(finished);
  await user.click(screen.getByRole("tab", { name: "Steps" }));
  const wait = within(screen.getByRole("columnheader", { name: /Wait, min/ })).getByRole("button");
  await user.click(wait);
  expect(names()).toEqual(["Call Sales development", "Quote"]);
  expect(screen.getByRole("columnheader", { name: /Wait, min/ }).getAttribute("aria-sort")).toBe("descending");
  await user.click(wait);
  expect(names()).toEqual(["Quote", "Call Sales development"]);
});

it("a cell is a mean with half of its interval, in the unit of its column", async () => {
  const user = await showing(finished);
  await user.click(screen.getByRole("tab", { name: "Steps" }));
  const cells = within(screen.getAllByRole("row")[1]!)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);
  expect(cells.slice(0, 3)).toEqual(["90.0 ± 3.0", "60.0 ± 1.0", "90.0 ± 6.0"]);
  expect(screen.getByRole("columnheader", { name: "Cost, EUR" })).toBeTruthy();
  expect(screen.queryByRole("columnheader", { name: "Gave up" })).toBeNull();
});

it("tells the facts of the run, with its audit in words", async () => {
  const user = await showing(finished);
  await user.click(screen.getByRole("tab", { name: "Run" }));
  expect(screen.getByText("2.23 ± 0.10 h")).toBeTruthy();
  expect(screen.getByText("10 d")).toBeTruthy();
  expect(screen.getByText("340 ms")).toBeTruthy();
  expect(screen.getByText("Little’s law holds to 1e−12.")).toBeTruthy();
});

it("says when the process has changed since the run, until the change is taken back", () => {
  mount(<DockWords />, process);
  act(() => useApp.setState({ run: finished }));
  expect(screen.getByText(/^20 replications, seed 7/)).toBeTruthy();
  act(() => edit((now) => patch(now, "teams", "sdr", { people: 4 })));
  expect(screen.getByText("The process has changed since this run.")).toBeTruthy();
  act(() => edit((now) => patch(now, "teams", "sdr", { people: 3 })));
  expect(screen.queryByText("The process has changed since this run.")).toBeNull();
});

it("tells a run of the process from one of a scenario, whichever of them is on screen", () => {
  const hire = { id: "hire", name: "Hire", changes: [{ set: "teams/sdr/people", to: 9 }] };
  const base = { ...process, scenarios: [hire] };
  const seen = () => screen.getByRole("status").textContent;
  mount(<DockWords />, base);
  act(() => useApp.setState({ run: { ...finished, of: base } }));
  act(() => workOn("hire"));
  expect(seen()).toBe("Not of this scenario.Run the scenario");

  act(() => useApp.setState({ run: { ...finished, of: scenarioView(base, hire), scenario: "hire" } }));
  expect(screen.queryByRole("status")).toBeNull();
  act(() => edit((now) => patch(now, "teams", "sdr", { people: 10 })));
  expect(seen()).toBe("The process has changed since this run.Run again");
  act(leaveScenario);
  expect(seen()).toBe("This run is of a scenario.Run the process");
});

it("says above all figures that a process could not keep up", async () => {
  const flow = { maxThroughputPerHour: 7.5, arrivalsPerHour: 12, limitedBy: "sdr" };
  const grows = { stable: false, growsPerDay: 108, at: "call" };
  const capacity = { ...flow, ...grows, visits: {}, load: { teams: {}, steps: {} } };
  const user = await showing({ ...finished, results: { ...results, capacity } as typeof results });
  const words =
    "It cannot keep up: +108 records a day pile up at “Call”. The longer it is run, the longer records take.";
  expect(screen.getByText(words)).toBeTruthy();
  await user.click(screen.getByRole("tab", { name: "Times" }));
  expect(screen.getByText(words)).toBeTruthy();
});

it("keeps the name of a scenario with Enter, and leaves it as it was with Escape", async () => {
  const user = mount(<ScenarioBar />, { ...process, scenarios: [{ id: "s", name: "Scenario", changes: [] }] });
  act(() => workOn("s"));
  const field = () => screen.getByRole("textbox", { name: "Name of the scenario" });
  const name = () => useApp.getState().document.present.scenarios[0]?.name;
  await user.clear(field());
  await user.type(field(), "Hire{Escape}");
  expect(name()).toBe("Scenario");
  await user.clear(field());
  await user.type(field(), "Hire{Enter}");
  expect(name()).toBe("Hire");
});

it("says that no record reached an end, instead of a time without a figure", async () => {
  const none = { mean: Number.NaN, ci95: [Number.NaN, Number.NaN], max: 0 } as const;
  const run: Run = { ...finished, results: { ...results, cycleTime: none } };
  mount(<DockWords />, process);
  act(() => useApp.setState({ run }));
  expect(screen.getByText(/no record reached an end/)).toBeTruthy();
  const user = await showing(run);
  await user.click(screen.getByRole("tab", { name: "Run" }));
  expect(screen.queryByText("– min")).toBeNull();
  expect(screen.queryByText("Longest")).toBeNull();
});
