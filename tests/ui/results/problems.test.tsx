// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { undo } from "../../../src/app/document.ts";
import { useApp } from "../../../src/app/store.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { ProblemsList } from "../../../src/ui/problems/ProblemsList.tsx";
import { mount, now } from "../inspector/mount.tsx";
import { process } from "./fixture.ts";

const warning: Problem = {
  severity: "warning",
  code: "idle-team",
  path: "teams[0]",
  message: "The team “Legal” does nothing.",
  mend: "Give it a step, or remove it.",
};
const error: Problem = {
  severity: "error",
  code: "no-work",
  path: "nodes[2]",
  node: "quote",
  message: "“Quote” has no work time.",
  mend: "Say how long it takes.",
};
const lost: Problem = {
  severity: "error",
  code: "share",
  path: "flows[0].share",
  flow: "new-call",
  message: "The share is above 1.",
  mend: "Make it 1 or less.",
};

function listing(list: readonly Problem[]) {
  const user = mount(<ProblemsList />, process);
  act(() => useApp.setState({ problems: { of: process, list } }));
  return user;
}

it("errors come before warnings, each with its word, its mend and its place", () => {
  listing([warning, error]);
  const rows = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(rows).toEqual([
    "Error “Quote” has no work time.Say how long it takes.Quote · nodes[2]5 to 20 minutes, mostly 10",
    "Warning The team “Legal” does nothing.Give it a step, or remove it.teams[0]",
  ]);
  expect(screen.getByText("1 error to mend before it can run. 1 warning.")).toBeTruthy();
});

it("a click leads to the node or the flow, and what has no place on the canvas is no button", async () => {
  const user = listing([warning, error, lost]);
  await user.click(screen.getByRole("button", { name: /“Quote” has no work time/ }));
  expect([...useApp.getState().selection.nodes]).toEqual(["quote"]);
  expect(useApp.getState().view).toEqual({ kind: "show", node: "quote" });
  await user.click(screen.getByRole("button", { name: /The share is above 1/ }));
  expect([...useApp.getState().selection.flows]).toEqual(["new-call"]);
  expect(screen.queryByRole("button", { name: /The team “Legal” does nothing/ })).toBeNull();
});

it("says that nothing is wrong where nothing is", () => {
  listing([]);
  expect(screen.getByText("No problems: this process can run.")).toBeTruthy();
});

it("offers the one obvious mend, which one undo takes back", async () => {
  const user = listing([warning, error]);
  await user.click(screen.getByRole("button", { name: "5 to 20 minutes, mostly 10" }));
  expect(now().nodes[2]).toMatchObject({ work: { dist: "triangular", min: 5, mode: 10, max: 20, unit: "min" } });
  act(undo);
  expect(now()).toBe(process);
});
