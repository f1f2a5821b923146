// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { undo } from "../../../src/app/document.ts";
import { select } from "../../../src/app/selection.ts";
import type { NodeOf, Process } from "../../../src/model/process.ts";
import { Inspector } from "../../../src/ui/inspector/Inspector.tsx";
import { decision, end, flow, paths, processOf, start, step } from "../../builders.ts";
import { mount, now, showing } from "./mount.tsx";

const process: Process = processOf({
  name: "Leads",
  currency: "EUR",
  departments: [{ id: "sales", name: "Sales" }],
  teams: [{ id: "sdr", name: "Sales development", people: 3 }],
  data: [{ id: "lead", name: "Lead information" }],
  fields: [{ id: "value", name: "Deal value", type: "number" }],
  nodes: [
    start("new"),
    step("call", { name: "Call", work: { dist: "constant", value: 25, unit: "min" } }),
    decision("fits", { name: "Fits?" }),
    end("won", { name: "Won" }),
    end("lost", { name: "Lost" }),
  ],
  flows: [...paths("new > call > fits"), flow("fits", "won", { share: 0.3 }), flow("fits", "lost", { share: 0.6 })],
});

const callNow = () => now().nodes.find(({ id }) => id === "call") as NodeOf<"step">;

it("what is typed into a field is in the process at once, and one undo takes it back", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const name = screen.getByLabelText("Name");
  await user.clear(name);
  await user.type(name, "First call");
  expect(callNow().name).toBe("First call");
  act(undo);
  expect(callNow().name).toBe("Call");
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Call");
});

it("a second visit to the field is a second undo step", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const name = screen.getByLabelText("Name");
  await user.type(name, " one");
  await user.tab();
  await user.type(name, " two");
  expect(callNow().name).toBe("Call one two");
  act(undo);
  expect(callNow().name).toBe("Call one");
});

it("a number that cannot be read stays in the field with a sentence, and the process keeps the last good one", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const value = screen.getByLabelText<HTMLInputElement>("Value");
  await user.clear(value);
  await user.type(value, "4x");
  expect(screen.getByText("“4x” is not a number.")).toBeTruthy();
  expect(value.getAttribute("aria-invalid")).toBe("true");
  expect(callNow().work).toEqual({ dist: "constant", value: 4, unit: "min" });

  await showing("won");
  await showing("call");
  expect(screen.getByLabelText<HTMLInputElement>("Value").value).toBe("4x");

  await user.type(screen.getByLabelText("Value"), "{Escape}");
  expect(screen.getByLabelText<HTMLInputElement>("Value").value).toBe("4");
  expect(screen.queryByText("“4x” is not a number.")).toBeNull();
});

it("an empty name is refused, and the old one stays in the process", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  await user.clear(screen.getByLabelText("Name"));
  expect(screen.getByText("A step needs a name.")).toBeTruthy();
  expect(callNow().name).toBe("Call");
});

it("decimals may be typed with a comma", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const value = screen.getByLabelText("Value");
  await user.clear(value);
  await user.type(value, "1,5");
  expect(callNow().work).toEqual({ dist: "constant", value: 1.5, unit: "min" });
});

it("says in words what a distribution means", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  expect(screen.getByText("Always 25 min.")).toBeTruthy();
  await user.selectOptions(screen.getByLabelText("Work time: kind"), "exponential");
  // ln 2 · 25 min and ln 10 · 25 min.
  expect(screen.getByText("Half within 17 min, nine of ten within 58 min.")).toBeTruthy();
  await user.selectOptions(screen.getByLabelText("Work time: unit"), "h");
  expect(callNow().work).toEqual({ dist: "exponential", mean: 25, unit: "h" });
});

it("says what parameters lack that make no sense together", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  await user.selectOptions(screen.getByLabelText("Work time: kind"), "uniform");
  const most = screen.getByLabelText("Most");
  await user.clear(most);
  await user.type(most, "0");
  const least = screen.getByLabelText("Least");
  await user.clear(least);
  await user.type(least, "5");
  expect(screen.getByText("The least must not be above the most.")).toBeTruthy();
});

it("typing a new output makes it and refers to it, in one undo step", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  await user.type(screen.getByRole("combobox", { name: "Outputs" }), "Call notes{Enter}");
  expect(now().data.map(({ name }) => name)).toEqual(["Lead information", "Call notes"]);
  expect(callNow().outputs).toEqual([now().data[1]?.id]);
  act(undo);
  expect(now()).toEqual(process);
});

it("typing a known output refers to it, whatever its case", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  await user.type(screen.getByRole("combobox", { name: "Inputs" }), "lead INFORMATION{Enter}");
  expect(callNow().inputs).toEqual(["lead"]);
  expect(now().data).toHaveLength(1);
});

it("giving a step a team takes its places away, because the file has only one of them", async () => {
  const places = {
    ...process,
    nodes: process.nodes.map((node) => (node.id === "call" ? { ...node, slots: 2 } : node)),
  };
  const user = mount(<Inspector />, places as Process);
  await showing("call");
  await user.click(screen.getByRole("combobox", { name: "Team" }));
  await user.click(screen.getByRole("option", { name: "Sales development" }));
  expect(callNow().team).toBe("sdr");
  expect(callNow().slots).toBeUndefined();
});

it("shares that do not add up are scaled on demand", async () => {
  const user = mount(<Inspector />, process);
  await showing("fits");
  expect(screen.getByText("Together 90 %: 10 % too little.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Make it add up" }));
  // 0.3 and 0.6 are one third and two thirds, kept to four digits.
  expect(now().flows.flatMap(({ share }) => share ?? [])).toEqual([0.3333, 0.6667]);
  expect(screen.getByText("Together 100 %.")).toBeTruthy();
});

it("a decision by rule asks for a field, a comparison and a value, and has an otherwise", async () => {
  const user = mount(<Inspector />, process);
  await showing("fits");
  await user.click(screen.getByLabelText("By rule"));
  await user.clear(screen.getByLabelText("Value"));
  await user.type(screen.getByLabelText("Value"), "10000");
  await user.selectOptions(screen.getByLabelText("Comparison"), ">");
  const [won, lost] = now().flows.filter(({ from }) => from === "fits");
  expect(won?.when).toEqual({ field: "value", is: ">", to: 10_000 });
  expect(lost?.otherwise).toBe(true);
  expect([won?.share, lost?.share]).toEqual([undefined, undefined]);
});

it("shows the exit and the delay of a flow", async () => {
  const user = mount(<Inspector />, process);
  act(() => select([], ["call-fits"]));
  expect(screen.getByText("Call → Fits?")).toBeTruthy();
  await user.selectOptions(screen.getByLabelText("Taken"), "gives-up");
  await user.click(screen.getByRole("button", { name: "Delay" }));
  const call = now().flows.find(({ id }) => id === "call-fits");
  expect(call?.on).toBe("gives-up");
  expect(call?.delay).toEqual({ dist: "constant", value: 1, unit: "h" });
});

it("sets the department of all that is selected at once", async () => {
  const user = mount(<Inspector />, process);
  act(() => select(["call", "won"]));
  expect(screen.getByText("1 × step and 1 × end")).toBeTruthy();
  await user.click(screen.getByRole("combobox", { name: "Department of all" }));
  await user.click(screen.getByRole("option", { name: "Sales" }));
  expect(
    now()
      .nodes.filter(({ department }) => department === "sales")
      .map(({ id }) => id),
  ).toEqual(["call", "won"]);
});

it("shows the process itself where nothing is selected, with its teams", async () => {
  const user = mount(<Inspector />, process);
  const team = within(screen.getByRole("group", { name: "team “Sales development”" }));
  await user.click(team.getByLabelText("People: one more"));
  expect(now().teams[0]?.people).toBe(4);
  await user.clear(team.getByLabelText("People"));
  expect(screen.getByText("Type a number.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Add a team" }));
  expect(now().teams.map(({ name }) => name)).toEqual(["Sales development", "Team"]);
});

it("a step can need a second team, have cover, take several records at once and finish after hours", async () => {
  const teams = [...process.teams, { id: "legal", name: "Legal", people: 1 }];
  const nodes = process.nodes.map((node) => (node.id === "call" ? { ...node, team: "sdr" } : node));
  const user = mount(<Inspector />, { ...process, teams, nodes: nodes as Process["nodes"] });
  await showing("call");
  await user.click(screen.getByRole("button", { name: "Another team at the same time" }));
  await user.type(screen.getByRole("combobox", { name: "Covered by" }), "Legal{Enter}");
  await user.click(screen.getByRole("button", { name: "Several records at a time" }));
  await user.selectOptions(screen.getByLabelText("At the end of a shift"), "finish");
  expect(callNow()).toMatchObject({
    with: [{ team: "legal" }],
    cover: ["legal"],
    batch: { size: 5 },
    breaks: "finish",
  });
  await user.click(screen.getByRole("button", { name: "Needs team 2 no more" }));
  expect(callNow().with).toBeUndefined();
});

it("the shifts of a day are typed as text; what is no shift is refused with a sentence and nothing is lost", async () => {
  const calendars = [{ id: "office", name: "Office", week: { mon: ["09:00-17:00"] } }];
  const user = mount(<Inspector />, { ...process, calendars });
  await user.click(screen.getByRole("button", { name: /^Calendars/ }));
  const tuesday = screen.getByLabelText("Office, Tuesday");
  await user.type(tuesday, "9-12:30, 13:30-17");
  expect(now().calendars[0]?.week).toEqual({ mon: ["09:00-17:00"], tue: ["09:00-12:30", "13:30-17:00"] });
  await user.type(tuesday, ", late");
  expect(screen.getByText("“late” is no shift: write it as in 09:00–12:30.")).toBeTruthy();
  expect(now().calendars[0]?.week.tue).toEqual(["09:00-12:30", "13:30-17:00"]);
  await user.clear(screen.getByLabelText("Office, Monday"));
  expect(now().calendars[0]?.week).toEqual({ tue: ["09:00-12:30", "13:30-17:00"] });
});

it("a scenario's changes read as sentences, and a value that does not fit is refused", async () => {
  const scenarios = [{ id: "hire", name: "Hire", changes: [{ set: "teams/sdr/people", to: 4 }] }];
  const user = mount(<Inspector />, { ...process, scenarios });
  await user.click(screen.getByRole("button", { name: /^Scenarios/ }));
  expect(screen.getByText("Sales development: people 3 → 4.")).toBeTruthy();
  const value = screen.getByLabelText("Sales development: people");
  await user.clear(value);
  await user.type(value, "5");
  expect(now().scenarios[0]?.changes).toEqual([{ set: "teams/sdr/people", to: 5 }]);
  await user.type(value, "x");
  expect(screen.getByText("“5x” is not a number.")).toBeTruthy();
  expect(now().scenarios[0]?.changes).toEqual([{ set: "teams/sdr/people", to: 5 }]);
});

it("a rule may hold groups of conditions, and reads as a sentence", async () => {
  const flows = process.flows.map((each) =>
    each.id === "fits-won"
      ? { id: each.id, from: each.from, to: each.to, when: { not: { field: "value", is: "<", to: 100 } } as const }
      : each.id === "fits-lost"
        ? { id: each.id, from: each.from, to: each.to, otherwise: true }
        : each,
  );
  const user = mount(<Inspector />, { ...process, flows });
  await showing("fits");
  expect(screen.getByText("Not (Deal value is below 100).")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "A group" }));
  const comparison = { field: "value", is: ">=", to: 0 };
  expect(now().flows.find(({ id }) => id === "fits-won")?.when).toEqual({
    not: { any: [{ field: "value", is: "<", to: 100 }, { any: [comparison, comparison] }] },
  });
});

it("a mixture's parts can be added, weighed and taken away", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  await user.selectOptions(screen.getByLabelText("Work time: kind"), "mixture");
  await user.click(screen.getByRole("button", { name: "Another part" }));
  const weight = screen.getAllByLabelText("Weight")[1]!;
  await user.clear(weight);
  await user.type(weight, "3");
  const part = { dist: "constant", value: 25 };
  expect(callNow().work).toEqual({
    dist: "mixture",
    parts: [
      { weight: 1, of: part },
      { weight: 3, of: part },
    ],
    unit: "min",
  });
  await user.click(screen.getByRole("button", { name: "Remove part 1 of “Work time”" }));
  expect(callNow().work).toEqual({ dist: "mixture", parts: [{ weight: 3, of: part }], unit: "min" });
});
