import fc from "fast-check";
import { expect, it } from "vitest";
import { back, begin, forward, push, without } from "../../src/app/history.ts";

it("takes back changes one by one and makes them again", () => {
  const history = push(push(begin("a"), "b"), "c");
  expect(back(history).present).toBe("b");
  expect(back(back(history)).present).toBe("a");
  expect(forward(back(history)).present).toBe("c");
});

it("has nothing to take back at the beginning and nothing to make again at the end", () => {
  const history = begin("a");
  expect(back(history)).toBe(history);
  expect(forward(history)).toBe(history);
});

it("forgets what was taken back once something else is done", () => {
  const history = push(back(push(begin("a"), "b")), "c");
  expect(forward(history).present).toBe("c");
  expect(back(history).present).toBe("a");
});

it("counts a change to the same value as none", () => {
  const history = push(begin("a"), "a");
  expect(history.past).toEqual([]);
});

it("undoes changes of one gesture together, and only those", () => {
  const typed = push(push(push(begin(""), "N", "name"), "Ne", "name"), "New", "name");
  expect(back(typed).present).toBe("");
  expect(back(push(typed, "Newer", "other")).present).toBe("New");
  expect(back(push(typed, "Newer")).present).toBe("New");
});

it("begins a new step when a gesture goes on after an undo", () => {
  const typed = push(push(begin(""), "N", "name"), "Ne", "name");
  const again = push(forward(back(typed)), "Neu", "name");
  expect(back(again).present).toBe("Ne");
});

it("comes back to where it was after as many undos as redos", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 20 }), fc.nat(25), (values, steps) => {
      const history = values.reduce((now, value) => push(now, value), begin(-1.5));
      const moves = Math.min(steps, history.past.length);
      const undone = Array.from({ length: moves }).reduce((now: typeof history) => back(now), history);
      const redone = Array.from({ length: moves }).reduce((now: typeof history) => forward(now), undone);
      expect(redone.present).toBe(history.present);
      expect(redone.past).toEqual(history.past);
    }),
  );
});

it("keeps the last 500 values", () => {
  let history = begin(0);
  for (let value = 1; value <= 600; value++) history = push(history, value);
  expect(history.past).toHaveLength(500);
  expect(history.past[0]).toBe(100);
});

it("forgets a gesture that was given up as if it had never been, but not if something else was done since", () => {
  const typed = push(push(push(begin("a"), "N", "name"), "Ne", "name"), "New", "name");
  expect(without(typed, "name")).toEqual(begin("a"));
  expect(without(typed, "other")).toBe(typed);
  const later = push(typed, "Newer", "other");
  expect(without(later, "name")).toBe(later);
});
