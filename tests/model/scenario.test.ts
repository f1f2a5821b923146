import { expect, it } from "vitest";
import type { Process } from "../../src/model/process.ts";
import { apply, applyScenario } from "../../src/model/scenario.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

const process: Process = processOf({
  teams: [{ id: "sdr", name: "SDR", people: 3 }],
  nodes: [start("new"), step("call", { team: "sdr", people: 2 }), end("won")],
  flows: paths("new > call > won"),
  scenarios: [
    { id: "hire", name: "Hire", changes: [{ set: "teams/sdr/people", to: 4 }] },
    {
      id: "typo",
      name: "Typo",
      changes: [
        { set: "teams/sdr/people", to: 4 },
        { set: "teams/srd/people", to: 4 },
      ],
    },
  ],
});

function problemsOf(changes: Parameters<typeof apply>[1]) {
  const result = apply(process, changes);
  return result.ok ? [] : result.problems;
}

it("makes changes one on top of the other and leaves the process itself as it was", () => {
  const result = apply(process, [
    { set: "teams/sdr/people", to: 4 },
    { set: "nodes/call/work", to: { dist: "constant", value: 9, unit: "min" } },
    // Only there since the change before.
    { set: "nodes/call/work/value", to: 8 },
  ]);
  expect(result).toMatchObject({
    ok: true,
    value: { teams: [{ people: 4 }], nodes: [{}, { work: { value: 8 } }, {}] },
    problems: [],
  });
  expect(process.teams[0]?.people).toBe(3);
});

it("refuses a path that leads nowhere, with its place", () => {
  expect(
    problemsOf([
      { set: "teams/sdr/people", to: 4 },
      { set: "teams/srd/people", to: 4 },
    ]),
  ).toMatchObject([{ severity: "error", code: "scenario-path", path: "changes[1].set" }]);
});

it("refuses a value of the wrong type, with its place", () => {
  expect(problemsOf([{ set: "teams/sdr/people", to: "four" }])).toMatchObject([
    { severity: "error", code: "scenario-value", path: "changes[0].to" },
  ]);
});

it("refuses what leaves no valid process, in the words of validation", () => {
  const [problem] = problemsOf([{ set: "teams/sdr/people", to: 1 }]);
  expect(problem).toMatchObject({ code: "too-few-people", severity: "error" });
  expect(problem?.message).toBe("With the changes: “call” needs 2 people of “SDR”, which has 1.");
});

it("tells of warnings only that the process did not have before", () => {
  const odd = apply(process, [{ set: "nodes/call/cover", to: [] }]);
  expect(odd).toMatchObject({ ok: true });
  const slots = {
    ...process,
    nodes: process.nodes.map((node) => (node.id === "call" ? { ...node, queue: { preempt: true } } : node)),
  };
  const result = apply(slots as Process, [{ set: "teams/sdr/people", to: 4 }]);
  expect(result).toMatchObject({ ok: true, problems: [] });
});

it("applies a scenario of the file, and places its problems there", () => {
  const [hire, typo] = process.scenarios;
  expect(applyScenario(process, hire!)).toMatchObject({ ok: true, value: { teams: [{ people: 4 }] } });
  expect(applyScenario(process, typo!)).toMatchObject({
    ok: false,
    problems: [{ path: "scenarios[1].changes[1].set" }],
  });
});
