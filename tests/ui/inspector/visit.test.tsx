// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { redo, undo } from "../../../src/app/document.ts";
import { useApp } from "../../../src/app/store.ts";
import type { NodeOf, Process } from "../../../src/model/process.ts";
import { Inspector } from "../../../src/ui/inspector/Inspector.tsx";
import { end, flow, paths, processOf, start, step } from "../../builders.ts";
import { mount, now, showing } from "./mount.tsx";

const process: Process = processOf({
  name: "Leads",
  currency: "EUR",
  teams: [{ id: "sdr", name: "Sales development", people: 3 }],
  nodes: [start("new"), step("call", { name: "Call", work: { dist: "constant", value: 25, unit: "min" } }), end("won")],
  flows: [...paths("new > call"), flow("call", "won", { label: "done" })],
});

const callNow = () => now().nodes.find(({ id }) => id === "call") as NodeOf<"step">;
const steps = () => useApp.getState().document.past.length;

it("Escape brings back what was there before the visit, and leaves nothing to undo", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const name = screen.getByLabelText<HTMLInputElement>("Name");
  await user.clear(name);
  await user.type(name, "First call");
  await user.keyboard("{Escape}");
  expect(name.value).toBe("Call");
  expect(now()).toEqual(process);
  expect(steps()).toBe(0);
});

it("Escape brings back a number of which a part was taken before the rest was refused", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const value = screen.getByLabelText<HTMLInputElement>("Value");
  await user.clear(value);
  await user.type(value, "4x{Escape}");
  expect(value.value).toBe("25");
  expect(now()).toEqual(process);
});

it("Escape after an undo in the middle of a visit changes nothing more, and what was typed can be made again", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const name = screen.getByLabelText("Name");
  await user.type(name, " one");
  act(undo);
  await user.keyboard("{Escape}");
  expect(now()).toEqual(process);
  act(redo);
  expect(callNow().name).toBe("Call one");
});

it("Escape gives up one visit only, not those before", async () => {
  const user = mount(<Inspector />, process);
  const people = within(screen.getByRole("group", { name: "team “Sales development”" })).getByLabelText("People");
  await user.clear(people);
  await user.type(people, "5");
  await user.tab();
  await user.clear(people);
  await user.type(people, "7{Escape}");
  expect(now().teams[0]?.people).toBe(5);
  expect(steps()).toBe(1);
});

it("a time may be typed in another unit than the field's, and is taken in the field's", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const value = screen.getByLabelText<HTMLInputElement>("Value");
  await user.clear(value);
  await user.type(value, "1 h 30 min");
  expect(callNow().work).toEqual({ dist: "constant", value: 90, unit: "min" });
  await user.tab();
  expect(value.value).toBe("90");
});

it("of a long text that is no number, only the beginning is quoted", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  const value = screen.getByLabelText("Value");
  await user.clear(value);
  await user.click(value);
  await user.paste("x".repeat(1000));
  expect(screen.getByText(`“${"x".repeat(40)}…” is not a number.`)).toBeTruthy();
});

it("a number of people too large to count exactly is refused", async () => {
  const user = mount(<Inspector />, process);
  const people = within(screen.getByRole("group", { name: "team “Sales development”" })).getByLabelText("People");
  await user.clear(people);
  await user.type(people, "1e300");
  expect(screen.getByText("That is too large.")).toBeTruthy();
  // What was typed up to “1e3” could be counted.
  expect(now().teams[0]?.people).toBe(1000);
});

it("an optional text of nothing but spaces is none", async () => {
  const user = mount(<Inspector />, process);
  const currency = screen.getByLabelText("Currency");
  await user.clear(currency);
  await user.type(currency, "  ");
  expect(now().currency).toBeUndefined();
});

it("an end without a name is told so in good English", async () => {
  const user = mount(<Inspector />, process);
  await showing("won");
  await user.clear(screen.getByLabelText("Name"));
  expect(screen.getByText("An end needs a name.")).toBeTruthy();
});
