import { expect, it } from "vitest";
import { replay } from "../../src/experiment/replay.ts";
import { eventLogCsv } from "../../src/io/event-log.ts";
import { xes } from "../../src/io/xes.ts";
import { drawingOf } from "../../src/layout/layout.ts";
import type { Process } from "../../src/model/process.ts";
import { end, fixed, paths, processOf, start, step } from "../builders.ts";
import { elements, parseXml, type Xml } from "./xml.ts";

const process: Process = processOf({
  name: 'Calls & "more"',
  currency: "EUR",
  departments: [{ id: "sales", name: "Sales <inside>" }],
  teams: [{ id: "t", name: "Team", people: 1, costPerHour: 40, department: "sales" }],
  nodes: [
    start("in", { arrivals: { at: [30, 45] } }),
    step("call", { name: "Call", work: fixed(30), team: "t", patience: fixed(10) }),
    end("out"),
  ],
  flows: paths("in > call > out"),
  simulation: { start: "2026-01-05T09:00", stop: { records: 2 } },
});

const logged = async (): Promise<Xml> => {
  const text = await xes.write(process, drawingOf(process), { replay: async (log) => replay(process, {}, log) });
  return parseXml(text.replace(/^<\?xml.*\?>\n/, ""));
};

const values = ({ children }: Xml) =>
  Object.fromEntries(
    children.flatMap((child) =>
      typeof child === "string" || !child.attributes.key ? [] : [[child.attributes.key, child.attributes.value]],
    ),
  );

it("has a trace for each record and an event for each change, in the order of time, by hand", async () => {
  // One person from 9:30 to 10:00; the second record comes at 9:45 and waits for 10 minutes only.
  const log = await logged();
  const traces = elements(log).filter(({ name }) => name === "trace");
  const events = traces.map((trace) =>
    elements(trace)
      .filter(({ name }) => name === "event")
      .map(values),
  );
  expect(traces.map(values)).toEqual([{ "concept:name": "0" }, { "concept:name": "1" }]);
  const common = { "concept:name": "Call", "org:group": "Sales <inside>" };
  const at = (time: string) => `2026-01-05T${time}:00.000+00:00`;
  expect(events).toEqual([
    [
      { ...common, "org:resource": "Team", "lifecycle:transition": "schedule", "time:timestamp": at("09:30") },
      { ...common, "org:resource": "Team", "lifecycle:transition": "start", "time:timestamp": at("09:30") },
      {
        ...common,
        "org:resource": "Team",
        "lifecycle:transition": "complete",
        "time:timestamp": at("10:00"),
        "cost:total": "20",
        "cost:currency": "EUR",
      },
    ],
    [
      expect.objectContaining({ "lifecycle:transition": "schedule", "time:timestamp": at("09:45") }),
      expect.objectContaining({ "lifecycle:transition": "withdraw", "time:timestamp": at("09:55"), "cost:total": "0" }),
    ],
  ]);
});

it("names the five extensions that it uses", async () => {
  const extensions = elements(await logged()).filter(({ name }) => name === "extension");
  expect(extensions.map(({ attributes }) => attributes.prefix)).toEqual([
    "concept",
    "time",
    "lifecycle",
    "org",
    "cost",
  ]);
});

it("has the same visits as the log in CSV", async () => {
  const text = await eventLogCsv.write(process, drawingOf(process), {
    replay: async (log) => replay(process, {}, log),
  });
  expect(text.trimEnd().split("\r\n")).toHaveLength(3);
});
