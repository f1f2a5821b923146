// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { undo } from "../../../src/app/document.ts";
import type { NodeOf, Process } from "../../../src/model/process.ts";
import { Inspector } from "../../../src/ui/inspector/Inspector.tsx";
import { end, paths, processOf, start, step } from "../../builders.ts";
import { mount, now, showing } from "./mount.tsx";

const process: Process = processOf({
  name: "Leads",
  data: [{ id: "lead", name: "Lead information" }],
  departments: [{ id: "sales", name: "Sales" }],
  nodes: [start("new"), step("call", { name: "Call" }), end("won")],
  flows: [...paths("new > call > won")],
});

const callNow = () => now().nodes.find(({ id }) => id === "call") as NodeOf<"step">;

it("several names pasted at once are all referred to, those that are new are made, in one undo step", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  await user.click(screen.getByRole("combobox", { name: "Outputs" }));
  await user.paste("Call notes; lead information; Offer");
  await user.tab();
  expect(now().data.map(({ name }) => name)).toEqual(["Lead information", "Call notes", "Offer"]);
  const names = new Map(now().data.map(({ id, name }) => [id, name]));
  expect(callNow().outputs?.map((id) => names.get(id))).toEqual(["Call notes", "Lead information", "Offer"]);
  act(undo);
  expect(now()).toEqual(process);
});

it("Escape forgets a name that was begun, in a list of names as in a single one", async () => {
  const user = mount(<Inspector />, process);
  await showing("call");
  await user.type(screen.getByRole("combobox", { name: "Outputs" }), "Call no{Escape}");
  await user.tab();
  expect(now()).toEqual(process);
  await user.type(screen.getByRole("combobox", { name: "Stage" }), "Qual{Escape}");
  await user.tab();
  expect(now()).toEqual(process);
});
