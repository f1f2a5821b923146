import { beforeEach, expect, it } from "vitest";
import { COMMANDS, commandOf, GROUPS, perform } from "../../src/app/commands.ts";
import { open } from "../../src/app/document.ts";
import { matches, type Stroke } from "../../src/app/shortcut.ts";
import { useApp } from "../../src/app/store.ts";
import { emptyProcess } from "../../src/model/process.ts";

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
  const able = COMMANDS.filter(({ when }) => when?.(useApp.getState()) ?? true).map(({ id }) => id);
  expect(able).not.toContain("run");
  expect(able).not.toContain("undo");
  expect(able).not.toContain("remove");
  expect(able).not.toContain("append");
  expect(able).toContain("add-start");
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
