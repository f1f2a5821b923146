import { expect, it } from "vitest";
import { changesBetween } from "../../src/model/changes-between.ts";
import { insertOnFlow, moveNodes } from "../../src/model/edit/nodes.ts";
import { add, patch, remove } from "../../src/model/edit.ts";
import type { Process } from "../../src/model/process.ts";
import { applyScenario, scenarioView, withScenarioEdited } from "../../src/model/scenario.ts";
import { changedNodes, changeWords } from "../../src/model/scenario-words.ts";
import { end, fixed, paths, processOf, start, step } from "../builders.ts";

const process: Process = processOf({
  teams: [{ id: "sdr", name: "Sales development", people: 3 }],
  nodes: [start("new"), step("call", { team: "sdr", x: 0, y: 0 }), step("file"), end("won")],
  flows: paths("new > call > file > won"),
  scenarios: [{ id: "s", name: "Try", changes: [] }],
});

const edits: readonly (readonly [string, (now: Process) => Process])[] = [
  ["a number", (now) => patch(now, "teams", "sdr", { people: 4 })],
  ["a distribution", (now) => patch(now, "nodes", "call", { work: fixed(9) })],
  ["a field taken away", (now) => patch(now, "nodes", "call", { team: undefined })],
  ["a node put in", (now) => insertOnFlow(now, "call-file", step("check"))],
  ["a node taken out", (now) => remove({ ...now, flows: paths("new > call > won") }, "nodes", ["file"])],
  [
    "a new team",
    (now) => patch(add(now, "teams", { id: "bot", name: "Bots", people: 1 }), "nodes", "file", { team: "bot" }),
  ],
  ["a length of run", (now) => ({ ...now, simulation: { ...now.simulation, seed: 9 } })],
];

it.each(edits)("holds what was edited as changes of a scenario: %s", (_, edit) => {
  const edited = withScenarioEdited(process, "s", edit(process));
  const [scenario] = edited.scenarios;
  expect({ ...edited, scenarios: [] }).toEqual({ ...process, scenarios: [] });
  expect(scenario?.changes.length).toBeGreaterThan(0);
  const view = scenarioView(edited, scenario!);
  expect(changesBetween(edit(process), view)).toEqual([]);
  expect(applyScenario(edited, scenario!)).toMatchObject({ ok: true });
});

it("leaves where things are drawn to the process itself", () => {
  const moved = withScenarioEdited(process, "s", moveNodes(process, new Map([["call", [80, 40]]])));
  expect(moved.nodes[1]).toMatchObject({ x: 80, y: 40 });
  expect(moved.scenarios[0]?.changes).toEqual([]);
});

it("keeps what is written into the list of changes itself", () => {
  const changes = [{ set: "teams/sdr/people", to: 5 }];
  const edited = withScenarioEdited(process, "s", patch(process, "scenarios", "s", { changes }));
  expect(edited.scenarios[0]?.changes).toEqual(changes);
});

it("says in words what a scenario changes, and at which nodes", () => {
  const after = patch(patch(process, "teams", "sdr", { people: 4 }), "nodes", "file", { work: fixed(2) });
  const changes = changesBetween(process, after);
  expect(changes.map((change) => changeWords(process, after, change))).toEqual([
    { about: "Sales development", what: "people 3 → 4", id: "sdr" },
    { about: "file", what: "work time constant 5 min → constant 2 min", id: "file" },
  ]);
  expect([...changedNodes(process, after, changes)]).toEqual([
    ["call", ["Sales development: people 3 → 4"]],
    ["file", ["work time constant 5 min → constant 2 min"]],
  ]);
});

it("tells two times of one kind apart by what they are made of", () => {
  const work = (min: number) => ({ dist: "triangular", min, mode: 10, max: 20, unit: "min" }) as const;
  const before = patch(process, "nodes", "file", { work: work(5) });
  expect(changeWords(before, process, { set: "nodes/file/work", to: work(8) }).what).toBe(
    "work time triangular 5–10–20 min → triangular 8–10–20 min",
  );
});

it("says what was there before, however deep it lies", () => {
  const set = "nodes/file/work/value";
  expect(changeWords(process, process, { set, to: 9 }).what).toBe("work time, value 5 → 9");
});

it("calls by its name whoever a step is given to", () => {
  const given = (team: string | null) => changeWords(process, process, { set: "nodes/call/team", to: team }).what;
  expect(given(null)).toBe("team Sales development → none");
  expect(given("sdr")).toBe("team Sales development → Sales development");
  expect(given("nobody")).toBe("team Sales development → “nobody”");
});

it("adds what is edited to a scenario that has changes already", () => {
  const hired = withScenarioEdited(process, "s", patch(process, "teams", "sdr", { people: 4 }));
  const view = scenarioView(hired, hired.scenarios[0]!);
  const both = withScenarioEdited(hired, "s", patch(view, "nodes", "call", { name: "Ring" }));
  expect(both.scenarios[0]!.changes).toEqual(
    expect.arrayContaining([
      { set: "teams/sdr/people", to: 4 },
      { set: "nodes/call/name", to: "Ring" },
    ]),
  );
});
