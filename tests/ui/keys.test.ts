// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { edit, open } from "../../src/app/document.ts";
import { select } from "../../src/app/selection.ts";
import type { Stroke } from "../../src/app/shortcut.ts";
import { useApp } from "../../src/app/store.ts";
import { commandFor } from "../../src/ui/use-keys.ts";
import { tiny } from "../builders.ts";

const press = (key: string, at: Element | null = document.body, held: Partial<Stroke> = {}) =>
  commandFor({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }, at, false)?.id;

/** The page with a field, a button, the canvas, and on it a node that is selected and one that is not. */
beforeEach(() => {
  document.body.innerHTML = `
    <input id="field">
    <input id="resting" data-at-rest>
    <input id="colour" type="color">
    <select id="choice"></select>
    <input id="list" aria-haspopup="listbox" aria-expanded="false" value="Sales">
    <input id="search" aria-haspopup="listbox" aria-expanded="true" value="Sal">
    <button id="button"></button>
    <div data-canvas>
      <div class="react-flow__node selected" id="chosen"></div>
      <div class="react-flow__node" id="other"></div>
    </div>`;
  open(tiny);
  select(["call"]);
});

const at = (id: string) => document.getElementById(id);

it("takes single letters for commands on the canvas, but not in a field or on a button", () => {
  expect(press("s")).toBe("add-step");
  expect(press("s", at("chosen"))).toBe("add-step");
  expect(press("s", at("field"))).toBeUndefined();
  expect(press("s", at("button"))).toBeUndefined();
});

it("leaves undo inside a field to the field, but saves and runs from there", () => {
  expect(press("z", at("field"), { ctrlKey: true })).toBeUndefined();
  expect(press("s", at("field"), { ctrlKey: true })).toBe("save");
  expect(press("Enter", at("field"), { ctrlKey: true })).toBe("run");
});

it("undoes the last change from a field that has no text of its own to take back", () => {
  edit((process) => ({ ...process, name: "Other" }));
  const undone = (id: string) => press("z", at(id), { ctrlKey: true });
  expect(undone("search")).toBeUndefined();
  for (const id of ["resting", "colour", "choice", "list"]) {
    expect(undone(id)).toBe("undo");
    expect(press("s", at(id))).toBeUndefined();
  }
});

it("keeps what is typed before a dialog has the focus from the canvas, but lets Ctrl+K through", () => {
  useApp.setState({ dialog: { kind: "pick", to: "connect" } });
  expect(press("e")).toBeUndefined();
  expect(press("z", document.body, { ctrlKey: true })).toBeUndefined();
  expect(press("k", document.body, { ctrlKey: true })).toBe("commands");
  useApp.setState({ dialog: undefined });
});

it("appends with Tab at the selected node only, so that Tab still leads from node to node and out", () => {
  expect(press("Tab", at("chosen"))).toBe("append");
  expect(press("Tab", at("other"))).toBeUndefined();
  expect(press("Tab", at("button"))).toBeUndefined();
  select([]);
  expect(press("Tab")).toBeUndefined();
});

it("renames the selected node with Enter, and lets Enter select another and press buttons", () => {
  expect(press("Enter", at("chosen"))).toBe("rename");
  expect(press("Enter", at("other"))).toBeUndefined();
  expect(press("Enter", at("button"))).toBeUndefined();
});

it("knows the keys that people try first on other systems", () => {
  expect(press("Backspace")).toBe("remove");
  expect(press("=")).toBe("zoom-in");
});

it("leaves copy, cut and paste to the browser, which asks no permission for them", () => {
  for (const key of ["c", "x", "v"]) expect(press(key, document.body, { ctrlKey: true })).toBeUndefined();
});
