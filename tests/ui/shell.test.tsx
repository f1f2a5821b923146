// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { undo } from "../../src/app/document.ts";
import { presentProcess, useApp } from "../../src/app/store.ts";
import { Dialogs } from "../../src/ui/Dialogs.tsx";
import { ProcessName } from "../../src/ui/header/ProcessName.tsx";
import { RunButton } from "../../src/ui/header/RunButton.tsx";
import { Palette } from "../../src/ui/palette/Palette.tsx";
import { processOf, tiny } from "../builders.ts";
import { mount } from "./inspector/mount.tsx";

const present = () => presentProcess(useApp.getState());

it("renames the process in place with Enter, as one undo step", async () => {
  const user = mount(<ProcessName />, tiny);
  const field = screen.getByLabelText("Name of the process");
  await user.clear(field);
  await user.type(field, "Lead handling{Enter}");
  expect(present().name).toBe("Lead handling");
  undo();
  expect(present()).toBe(tiny);
});

it("keeps the old name after Escape, and when nothing is left of it", async () => {
  const user = mount(<ProcessName />, tiny);
  const field = screen.getByLabelText<HTMLInputElement>("Name of the process");
  await user.type(field, " and more{Escape}");
  expect(present()).toBe(tiny);
  await user.clear(field);
  await user.tab();
  expect(present()).toBe(tiny);
  expect(field.value).toBe("Test");
});

it("adds what is clicked in the palette after the selected node", async () => {
  const user = mount(<Palette />, processOf({}));
  await user.click(screen.getByRole("button", { name: "Add a start" }));
  await user.click(screen.getByRole("button", { name: "Add a step" }));
  const { nodes, flows } = present();
  expect(nodes.map(({ kind }) => kind)).toEqual(["start", "step"]);
  expect(flows.map(({ from, to }) => [from, to])).toEqual([[nodes[0]?.id, nodes[1]?.id]]);
});

it("cannot run an empty page", () => {
  mount(<RunButton />, processOf({}));
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Run" }).disabled).toBe(true);
});

it("shows how far a run is, and ends it on demand", async () => {
  const user = mount(<RunButton />, tiny);
  let ended = false;
  const cancel = () => {
    ended = true;
  };
  useApp.setState({
    run: { kind: "running", cancel },
    headway: { progress: { stage: "run", done: 0.42, replication: 9, of: 20 }, milliseconds: 900 },
  });
  await waitFor(() => expect(screen.getByText("42 %")).toBeTruthy());
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(ended).toBe(true);
});

it("says what is wrong with a file that cannot be read, and that nothing is lost", async () => {
  mount(<Dialogs />, tiny);
  const problem = {
    severity: "error",
    code: "x",
    path: "name",
    message: "“name” is missing.",
    mend: "Add it.",
  } as const;
  useApp.setState({ dialog: { kind: "unreadable", file: "bad.json", problems: [problem] } });
  await waitFor(() => expect(screen.getByText("“bad.json” could not be opened")).toBeTruthy());
  expect(screen.getByText("“name” is missing.")).toBeTruthy();
  expect(screen.getByText(/still open/)).toBeTruthy();
  expect(present()).toBe(tiny);
});

it("lists every shortcut in the help sheet", async () => {
  mount(<Dialogs />, tiny);
  useApp.setState({ dialog: { kind: "help" } });
  await waitFor(() => expect(screen.getByText("Add next step")).toBeTruthy());
  expect(screen.getByText("Fit the drawing")).toBeTruthy();
  useApp.setState({ dialog: undefined });
});
