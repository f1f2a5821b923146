import { expect, it } from "vitest";
import { TABLE, written } from "../../../src/app/table/columns.ts";
import { rowsOf } from "../../../src/app/table/rows.ts";
import type { NodeOf, Process } from "../../../src/model/process.ts";
import { decision, end, flow, paths, processOf, start, step } from "../../builders.ts";

const process = processOf({
  departments: [{ id: "sales", name: "Sales" }],
  teams: [{ id: "sdr", name: "Sales development", people: 3 }],
  data: [{ id: "lead", name: "Lead, raw" }],
  nodes: [
    start("new", { name: "New" }),
    step("call", { name: "Call", team: "sdr", inputs: ["lead"] }),
    decision("fits", { name: "Fits?" }),
    end("won", { name: "Won" }),
    end("lost", { name: "Lost" }),
  ],
  flows: [
    ...paths("new > call > fits"),
    flow("fits", "won", { share: 0.3, label: "Yes" }),
    flow("fits", "lost", { share: 0.7 }),
  ],
});

const columnOf = (heading: string) => TABLE.find((column) => column.heading === heading)!;
const write = (id: string, heading: string, text: string, on: Process = process) =>
  written(on, id, columnOf(heading), text);
function after(id: string, heading: string, text: string, on: Process = process): Process {
  const result = write(id, heading, text, on);
  if (!result.ok) throw new Error(result.message);
  return result.process;
}
const call = (of: Process) => of.nodes.find(({ id }) => id === "call") as NodeOf<"step">;
const ways = (of: Process, from: string) => of.flows.filter((each) => each.from === from);

it("writing any cell's text back changes nothing", () => {
  for (const row of rowsOf(process))
    row.cells.forEach((cell, i) => {
      if (cell.open) expect(written(process, row.id, TABLE[i]!, cell.text)).toEqual({ ok: true, process, made: [] });
    });
});

it("keeps a row the same object as long as it reads the same, and makes another where it does not", () => {
  const before = rowsOf(process);
  const now = rowsOf(after("call", "People", "2"));
  expect(now.map((row, i) => row === before[i])).toEqual([true, false, true, true, true]);
});

it("shows data, what is next with its share, and times in words", () => {
  const [, row, decided] = rowsOf(process);
  expect(row?.cells.map(({ text }) => text)).toEqual([
    "Call",
    "Step",
    "",
    "Sales development",
    '"Lead, raw"',
    "",
    "",
    "Fits?",
    "5 min",
    "",
  ]);
  expect(decided?.cells[7]?.text).toBe("Won [Yes · 30 %], Lost [70 %]");
});

it("finds what exists whatever its case, and makes what does not", () => {
  const result = write("call", "Team", "legal");
  expect(result).toMatchObject({ ok: true, made: ["team “legal”"] });
  expect(call(after("call", "Team", "SALES Development")).team).toBe("sdr");
  expect(call(after("call", "Inputs", "lead, raw")).inputs).toEqual(["lead"]);
  const two = after("call", "Outputs", "Notes; Quote, Notes");
  expect(two.data.map(({ name }) => name)).toEqual(["Lead, raw", "Notes", "Quote"]);
  expect(call(two).outputs).toEqual(two.data.slice(1).map(({ id }) => id));
});

it("taking a step's team away takes with it what only a team can have", () => {
  expect(call(after("call", "Team", "", after("call", "People", "2")))).not.toHaveProperty("people");
});

it.each([
  ["call", "Step", " ", "A step needs a name."],
  ["call", "Kind", "gizmo", "“gizmo” is no kind of node. Write Start, Step, Decision, Parallel, Join, Wait or End."],
  ["call", "People", "two", "“two” is no number of people. Write a whole number from 1."],
  ["won", "Team", "sdr", "Only steps have team."],
  ["won", "Next", "Call", "Nothing comes after an end."],
  ["call", "Next", "New", "“New” is a start, and nothing leads to a start."],
])("refuses in %s, %s: “%s”", (id, heading, text, message) => {
  expect(write(id, heading, text)).toEqual({ ok: false, message });
});

it("says how a time is written where it cannot be read", () => {
  expect(write("call", "Work", "a while")).toMatchObject({
    ok: false,
    message: expect.stringContaining("“a while” is no time."),
  });
  expect(call(after("call", "Work", "5-10-20 min")).work).toEqual({
    dist: "triangular",
    min: 5,
    mode: 10,
    max: 20,
    unit: "min",
  });
});

it("leads a step to another by name, and to a new step if nothing goes by it", () => {
  const there = after("call", "Next", "won");
  expect(ways(there, "call").map(({ to }) => to)).toEqual(["won"]);
  const made = after("call", "Next", "Send a quote");
  const quote = made.nodes.find(({ name }) => name === "Send a quote");
  expect(quote?.kind).toBe("step");
  expect(ways(made, "call").map(({ to }) => to)).toEqual([quote?.id]);
});

it("several ways on from a step go through a decision that is made for them, with equal shares or those given", () => {
  const both = after("call", "Next", "Won, Lost");
  const made = both.nodes.find(({ name }) => name === "After Call")!;
  expect(made.kind).toBe("decision");
  expect(ways(both, "call").map(({ to }) => to)).toEqual([made.id]);
  expect(ways(both, made.id).map(({ to, share }) => [to, share])).toEqual([
    ["won", 0.5],
    ["lost", 0.5],
  ]);
  const given = after("call", "Next", "Won [20 %], Lost [80 %]");
  expect(ways(given, given.nodes[2]!.id).map(({ share }) => share)).toEqual([0.2, 0.8]);
});

it("a decision's other ways take up the share of one that goes, and labels stay", () => {
  const one = after("fits", "Next", "Won");
  expect(ways(one, "fits")).toMatchObject([{ to: "won", label: "Yes", share: 1 }]);
});

it("a node of another kind keeps its name, its department and its flows", () => {
  const waits = after("call", "Kind", "wait", after("call", "Department", "Sales"));
  expect(waits.nodes[1]).toMatchObject({ id: "call", kind: "wait", name: "Call", department: "sales" });
  expect(waits.flows).toEqual(process.flows);
});
