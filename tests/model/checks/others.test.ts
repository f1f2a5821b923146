import type { Process } from "../../../src/model/process.ts";
import { about, end, flow, paths, processOf, start, step, tiny, wait } from "../../builders.ts";
import { type Case, drawn, team, tells, withStart, withStep } from "./cases.ts";

const others: readonly Case[] = [
  ...(
    [
      ["teams[0].department", { teams: [{ id: "t", name: "T", people: 1, department: "x" }] }],
      ["teams[0].calendar", { teams: [{ id: "t", name: "T", people: 1, calendar: "x" }] }],
      ["nodes[1].department", withStep({ department: "x" })],
      ["nodes[1].stage", withStep({ stage: "x" })],
      ["nodes[1].team", withStep({ team: "x" })],
      ["nodes[1].with[0].team", withStep({ with: [{ team: "x" }] })],
      ["nodes[1].cover[0]", withStep({ team: "sdr", cover: ["x"] }, team())],
      ["nodes[1].systems[0]", withStep({ systems: ["x"] })],
      ["nodes[1].inputs[0]", withStep({ inputs: ["x"] })],
      ["nodes[1].outputs[0]", withStep({ outputs: ["x"] })],
      ["nodes[1].queue.priority", withStep({ queue: { order: "priority", priority: "x" } })],
      ["nodes[0].arrivals.calendar", withStart({ arrivals: { every: about(5), calendar: "x" } })],
      ["nodes[0].set.x", withStart({ set: { x: 1 } })],
      ["nodes[1].calendar", { nodes: [start("new"), wait("call", { calendar: "x" }), end("won")] }],
      ["nodes[2].value", { nodes: [start("new"), step("call"), end("won", { value: "x" })] }],
      [
        "flows[2].to",
        {
          flows: [...tiny.flows, flow("call", "x", { on: "full" })],
          nodes: [start("new"), step("call", { queue: { limit: 1 } }), end("won")],
        },
      ],
      ["flows[2].from", { flows: [...tiny.flows, flow("x", "won")] }],
      ["targets[0].from", { targets: [{ id: "t", name: "T", from: "x", to: "won", within: { value: 1, unit: "h" } }] }],
      ["targets[0].to", { targets: [{ id: "t", name: "T", from: "new", to: "x", within: { value: 1, unit: "h" } }] }],
    ] as const
  ).map(([path, parts]) => ({
    says: `an unknown id at ${path}`,
    code: "unknown-reference",
    path,
    message: "“x”",
    process: { ...tiny, ...parts } as Process,
  })),
  {
    says: "ids that stand twice",
    code: "duplicate-id",
    path: "nodes[1].id",
    message: "“call” stands twice: here and at teams[0]",
    process: { ...tiny, teams: [{ id: "call", name: "X", people: 1 }] },
  },
  {
    says: "ids that cannot be",
    code: "id",
    path: "nodes[1].id",
    message: "“constructor” cannot be an id",
    process: processOf({
      nodes: [start("new"), step("constructor", { name: "Call" }), end("won")],
      flows: paths("new > constructor > won"),
    }),
  },
  {
    says: "names that stand twice",
    code: "duplicate-name",
    severity: "warning",
    path: "nodes[2].name",
    message: "Two nodes are called “Call”",
    process: drawn([step("a", { name: "call " }), step("b", { name: "Call" })], ...paths("s > a > b > e")),
  },
  {
    says: "empty names",
    code: "empty-name",
    severity: "warning",
    path: "nodes[1].name",
    message: "“call” has no name",
    process: withStep({ name: " " }),
  },
  {
    says: "a process without a name",
    code: "empty-name",
    severity: "warning",
    path: "name",
    message: "The process has no name",
    process: { ...tiny, name: "" },
  },
  ...(
    [
      ["start", { start: "2026-13-01T09:00" }, "date", "no date and time"],
      ["stop.records", { stop: { records: 0 } }, "out-of-range", "after 0 records"],
      ["stop.after", { stop: { after: { value: 0, unit: "wk" } } }, "out-of-range", "after 0 wk"],
      ["warmUp", { warmUp: { value: -1, unit: "wk" } }, "out-of-range", "lasts −1 wk"],
      [
        "warmUp",
        { warmUp: { value: 7, unit: "d" }, stop: { after: { value: 1, unit: "wk" } } },
        "out-of-range",
        "as long as the whole run",
      ],
      ["replications", { replications: 0.5 }, "out-of-range", "0.5 replications"],
      ["seed", { seed: 0.5 }, "out-of-range", "The seed is 0.5"],
    ] as const
  ).map(([key, simulation, code, message]) => ({
    says: `simulation settings out of range: ${JSON.stringify(simulation)}`,
    code,
    path: `simulation.${key}`,
    message,
    process: { ...tiny, simulation } as Process,
  })),
  {
    says: "targets of no time",
    code: "out-of-range",
    path: "targets[0].within",
    message: "is 0 h",
    process: { ...tiny, targets: [{ id: "t", name: "T", from: "new", to: "won", within: { value: 0, unit: "h" } }] },
  },
  {
    says: "targets that no way leads to",
    code: "target-out-of-reach",
    severity: "warning",
    path: "targets[0].to",
    message: "no way leads from “won” to “new”",
    process: { ...tiny, targets: [{ id: "t", name: "T", from: "won", to: "new", within: { value: 1, unit: "h" } }] },
  },
  ...(["teams/x/people", "teams", "teams/sdr", "teams/sdr/id", "teams/sdr/peple", "name/x", ""] as const).map(
    (set) => ({
      says: `scenarios that change “${set}”`,
      code: "scenario-path",
      path: "scenarios[0].changes[0].set",
      message: "does not exist",
      process: { ...tiny, ...team(), scenarios: [{ id: "hire", name: "Hire", changes: [{ set, to: 3 }] }] },
    }),
  ),
  {
    says: "scenarios that set a number to a text",
    code: "scenario-value",
    path: "scenarios[0].changes[0].to",
    message: "“teams/sdr/people” to the text “three”",
    process: {
      ...tiny,
      ...team(),
      scenarios: [{ id: "hire", name: "Hire", changes: [{ set: "teams/sdr/people", to: "three" }] }],
    },
  },
];

tells(others);
