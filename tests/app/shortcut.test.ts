import { expect, it } from "vitest";
import { keysOf, matches, type Stroke } from "../../src/app/shortcut.ts";

const stroke = (key: string, held: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

it("wants exactly the keys that a shortcut names", () => {
  expect(matches("Mod+Z", stroke("z", { ctrlKey: true }), false)).toBe(true);
  expect(matches("Mod+Z", stroke("z"), false)).toBe(false);
  expect(matches("Mod+Z", stroke("Z", { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(matches("Mod+Shift+Z", stroke("Z", { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(matches("S", stroke("s", { altKey: true }), false)).toBe(false);
});

it("takes ⌘ instead of Ctrl on a Mac", () => {
  expect(matches("Mod+S", stroke("s", { metaKey: true }), true)).toBe(true);
  expect(matches("Mod+S", stroke("s", { ctrlKey: true }), true)).toBe(false);
});

it("takes a sign wherever a keyboard has it, with Shift or without", () => {
  expect(matches("?", stroke("?", { shiftKey: true }), false)).toBe(true);
  expect(matches("+", stroke("+"), false)).toBe(true);
  expect(matches("+", stroke("+", { shiftKey: true }), false)).toBe(true);
  expect(matches("1", stroke("1", { shiftKey: true }), false)).toBe(false);
});

it("says the keys as they are printed on the keyboard", () => {
  expect(keysOf("Mod+Shift+Z", false)).toEqual(["Ctrl", "Shift", "Z"]);
  expect(keysOf("Mod+Shift+Z", true)).toEqual(["⌘", "⇧", "Z"]);
  expect(keysOf("Alt+ArrowUp", false)).toEqual(["Alt", "↑"]);
  expect(keysOf("Mod++", false)).toEqual(["Ctrl", "+"]);
});
