// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { undo } from "../../../src/app/document.ts";
import { select } from "../../../src/app/selection.ts";
import { useApp } from "../../../src/app/store.ts";
import type { NodeOf, Process } from "../../../src/model/process.ts";
import { Inspector } from "../../../src/ui/inspector/Inspector.tsx";
import { decision, end, flow, paths, processOf, start, step } from "../../builders.ts";
import { mount, now, showing } from "./mount.tsx";

const process: Process = processOf({
  name: "Leads",
  departments: [{ id: "sales", name: "Sales", color: "#3b82f6" }],
  teams: [
    { id: "sdr", name: "Sales development", people: 3 },
    { id: "legal", name: "Legal", people: 1 },
  ],
  scenarios: [{ id: "hire", name: "Hire", changes: [{ set: "teams/sdr/people", to: 4 }] }],
  nodes: [
    start("new"),
    step("call", { name: "Call", team: "sdr", work: { dist: "empirical", values: [1, 2], unit: "min" } }),
    decision("fits", { name: "Fits?" }),
    end("won", { name: "Won" }),
    end("lost", { name: "Lost" }),
  ],
  flows: [...paths("new > call > fits"), flow("fits", "won", { share: 0.3 }), flow("fits", "lost", { share: 0.6 })],
});

const callNow = () => now().nodes.find(({ id }) => id === "call") as NodeOf<"step">;

it("percent may be typed with their sign, and a share that does not add up is told beside it", async () => {
  const user = mount(<Inspector />, process);
  act(() => select([], ["fits-won"]));
  const share = await screen.findByLabelText("Share");
  await user.clear(share);
  await user.type(share, "50 %");
  expect(now().flows.find(({ id }) => id === "fits-won")?.share).toBe(0.5);
  expect(screen.getByText("Together 110 %: 10 % too much.")).toBeTruthy();
  await user.type(share, "x");
  expect(screen.getByText("“50 %x” is not a number.")).toBeTruthy();
});

it("a name that another team has is refused, and what was typed stays until it is another", async () => {
  const user = mount(<Inspector />, process);
  const name = within(screen.getByRole("group", { name: "team “Legal”" })).getByLabelText("Name of the team");
  await user.clear(name);
  await user.type(name, "sales development");
  expect(screen.getByText("There is a team called “sales development” already.")).toBeTruthy();
  await user.type(name, " 2");
  expect(screen.queryByText(/already/)).toBeNull();
  expect(now().teams[1]?.name).toBe("sales development 2");
  act(undo);
  expect(now()).toEqual(process);
});

it("what is taken away although it is used says who used it, and one undo brings all of it back", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: "Remove the team “Sales development”" }));
  expect(callNow().team).toBeUndefined();
  expect(now().scenarios[0]?.changes).toEqual([]);
  expect(useApp.getState().notice?.text).toBe("1 step and 1 scenario refer to it no more. Undo brings all of it back.");
  act(undo);
  expect(now()).toEqual(process);
});

it("each visit to the colour of a department is one undo step, however many colours are passed over", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: /^Departments/ }));
  const colour = screen.getByLabelText("Colour of “Sales”");
  const visit = (...colours: readonly string[]) => {
    fireEvent.click(colour);
    for (const value of colours) fireEvent.input(colour, { target: { value } });
  };
  visit("#000001", "#000002");
  visit("#000003", "#000004");
  expect(now().departments[0]?.color).toBe("#000004");
  act(undo);
  expect(now().departments[0]?.color).toBe("#000002");
  act(undo);
  expect(now()).toEqual(process);
});

it("a team's name that is typed and left is taken, or made if none is like it; a part of one was only a search", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const team = screen.getByRole("combobox", { name: "Team" });
  const leaving = async (text: string) => {
    await user.clear(team);
    await user.type(team, text);
    await user.tab();
  };
  await leaving("legal");
  expect(callNow().team).toBe("legal");
  await leaving("Sal");
  expect(callNow().team).toBe("legal");
  await leaving("Back office");
  expect(now().teams.at(-1)?.name).toBe("Back office");
  expect(callNow().team).toBe(now().teams.at(-1)?.id);
});

it("several numbers can be typed one after the other in a scenario, too", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  act(() => useApp.setState({ scenario: "hire" }));
  const values = screen.getByLabelText<HTMLInputElement>("Values");
  await user.clear(values);
  await user.type(values, "3 4 5");
  expect(values.value).toBe("3 4 5");
  expect(callNow().work).toEqual({ dist: "empirical", values: [3, 4, 5], unit: "min" });
});

it("what was refused in one document is not shown in another", async () => {
  const user = mount(<Inspector />, process);
  await user.clear(screen.getByLabelText("Name"));
  expect(screen.getByText("A process needs a name.")).toBeTruthy();
  act(() => useApp.setState({ place: { id: "another" } }));
  expect(screen.queryByText("A process needs a name.")).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Leads");
});

it("a stage typed for all that is selected is made and given to all, in one undo step", async () => {
  const user = mount(<Inspector />, process);
  act(() => select(["call", "won"]));
  await user.type(await screen.findByRole("combobox", { name: "Stage of all" }), "Qualify");
  await user.tab();
  const [stage] = now().stages;
  expect(stage?.name).toBe("Qualify");
  expect(
    now()
      .nodes.filter((node) => node.stage === stage?.id)
      .map(({ id }) => id),
  ).toEqual(["call", "won"]);
  act(undo);
  expect(now()).toEqual(process);
});

it("a scenario's change that no process could have is refused with the sentence that a process would get", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: /^Scenarios/ }));
  const people = screen.getByLabelText("Sales development: people");
  await user.clear(people);
  await user.type(people, "-3");
  expect(screen.getByText("The team “Sales development” has −3 people. Write a whole number from 1.")).toBeTruthy();
  expect(now().scenarios[0]?.changes[0]?.to).toBe(4);
});
