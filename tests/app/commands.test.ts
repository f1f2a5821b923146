import { beforeEach, expect, it } from "vitest";
import { able, GROUPS } from "../../src/app/command.ts";
import { COMMANDS, commandOf, perform } from "../../src/app/commands.ts";
import { makeCopy, open } from "../../src/app/document.ts";
import { selectAll } from "../../src/app/selection.ts";
import { matches, type Stroke } from "../../src/app/shortcut.ts";
import { useApp } from "../../src/app/store.ts";
import { LENSES } from "../../src/model/lens/lenses.ts";
import { emptyProcess } from "../../src/model/process.ts";
import { tiny } from "../builders.ts";

beforeEach(() => open(emptyProcess));

/** The one press of keys that a shortcut asks for. */
function strokeOf(shortcut: string): Stroke {
  const keys = shortcut.split("+");
  return {
    key: shortcut === "+" ? "+" : (keys.at(-1) ?? ""),
    ctrlKey: keys.includes("Mod"),
    metaKey: false,
    shiftKey: keys.includes("Shift"),
    altKey: keys.includes("Alt"),
  };
}

it("has a name and an id of its own for each command", () => {
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
});

it("gives no press of keys two meanings", () => {
  const bound = COMMANDS.filter(({ shortcut }) => shortcut !== undefined);
  for (const { id, shortcut = "" } of bound) {
    const meant = bound.filter((other) => matches(other.shortcut ?? "", strokeOf(shortcut), false));
    expect(meant.map((other) => other.id)).toEqual([id]);
  }
});

it("uses every group, and no other", () => {
  expect(new Set(COMMANDS.map(({ group }) => group))).toEqual(new Set(GROUPS));
});

it("offers nothing on a blank page that needs a drawing", () => {
  const offered = COMMANDS.filter((command) => able(command, useApp.getState())).map(({ id }) => id);
  expect(offered).not.toContain("run");
  expect(offered).not.toContain("undo");
  expect(offered).not.toContain("remove");
  expect(offered).not.toContain("append");
  expect(offered).toContain("add-start");
});

it("does nothing when a command cannot be done now", () => {
  perform("remove");
  expect(useApp.getState().document.present).toBe(emptyProcess);
});

it("does what its name says", () => {
  perform("add-step");
  expect(useApp.getState().document.present.nodes.map(({ kind }) => kind)).toEqual(["step"]);
  perform("undo");
  expect(useApp.getState().document.present.nodes).toEqual([]);
  expect(commandOf("redo").when?.(useApp.getState())).toBe(true);
});

it("changes nothing of a document that may only be looked at, and offers no command that would", () => {
  open(tiny, undefined, true);
  selectAll();
  const changing = COMMANDS.filter(({ group, looks }) => ["Edit", "Draw", "Move"].includes(group) && !looks);
  for (const { id } of changing) perform(id);
  expect(useApp.getState().document.present).toBe(tiny);
  const offered = COMMANDS.filter((command) => able(command, useApp.getState())).map(({ id }) => id);
  expect(offered).toContain("select-nothing");
  expect(offered).toContain("run");
  expect(offered).not.toContain("remove");
  makeCopy();
  perform("add-step");
  expect(useApp.getState().document.present.nodes).toHaveLength(4);
});

it("has a command for each lens, and goes round all of them", () => {
  for (const { id } of LENSES) {
    perform(`lens-${id}`);
    expect(useApp.getState().lens).toBe(id);
  }
  const seen = LENSES.map(() => {
    perform("next-lens");
    return useApp.getState().lens;
  });
  expect(seen).toEqual(LENSES.map(({ id }) => id));
});
