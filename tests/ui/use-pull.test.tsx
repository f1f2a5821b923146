// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { type Pull, usePull } from "../../src/ui/use-pull.ts";

const onPull = vi.fn<(pull: Pull) => void>();
const onDrop = vi.fn<(pull: Pull) => void>();
const onCancel = vi.fn<() => void>();

function Grip() {
  const { pull, listeners } = usePull({ least: 4, onPull, onDrop, onCancel });
  return (
    <button type="button" {...listeners}>
      {pull ? `pulled by ${pull.to.x - pull.from.x}` : "at rest"}
    </button>
  );
}

function grip(): HTMLElement {
  const found = screen.getByRole("button");
  found.setPointerCapture = vi.fn();
  return found;
}

/** Sends the pointer's events all at once, as a browser that is busy does: nothing is rendered in between. */
function hand(
  on: HTMLElement,
  ...moves: readonly (readonly [type: string, x: number, y: number, pointerId?: number])[]
) {
  act(() => {
    for (const [type, clientX, clientY, pointerId = 1] of moves)
      on.dispatchEvent(new PointerEvent(`pointer${type}`, { bubbles: true, button: 0, clientX, clientY, pointerId }));
  });
}

beforeEach(() => {
  cleanup();
  vi.clearAllMocks();
  render(<Grip />);
});

test("drops where the pointer lifts, also if nothing was drawn since it went down", () => {
  hand(grip(), ["down", 100, 100], ["move", 130, 104], ["up", 180, 110]);
  expect(onDrop.mock.calls).toEqual([[{ from: { x: 100, y: 100 }, to: { x: 180, y: 110 }, way: "x" }]]);
  expect(grip().textContent).toBe("at rest");
});

test("keeps the way that it went first", () => {
  hand(grip(), ["down", 0, 0], ["move", 1, 9], ["move", 80, 9], ["up", 80, 9]);
  expect(onDrop.mock.calls.map(([{ way }]) => way)).toEqual(["y"]);
});

test("is a click as long as it moved less than asked for", () => {
  hand(grip(), ["down", 0, 0], ["move", 2, 2], ["up", 2, 3]);
  expect(onPull).not.toHaveBeenCalled();
  expect(onDrop).not.toHaveBeenCalled();
  expect(onCancel).not.toHaveBeenCalled();
});

test("shows how far it is pulled, and comes to rest at Escape or when the browser takes the pointer away", () => {
  for (const stop of [
    () => act(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }))),
    () => hand(grip(), ["cancel", 0, 0]),
  ]) {
    onCancel.mockClear();
    hand(grip(), ["down", 0, 0], ["move", 50, 0]);
    expect(grip().textContent).toBe("pulled by 50");
    stop();
    expect(grip().textContent).toBe("at rest");
    expect(onCancel).toHaveBeenCalledOnce();
    hand(grip(), ["move", 70, 0], ["up", 70, 0]);
    expect(onDrop).not.toHaveBeenCalled();
  }
});

test("heeds no second finger", () => {
  hand(grip(), ["down", 0, 0], ["down", 500, 500, 2], ["move", 20, 0], ["move", 600, 600, 2], ["up", 600, 600, 2]);
  expect(onDrop).not.toHaveBeenCalled();
  hand(grip(), ["up", 30, 0]);
  expect(onDrop.mock.calls.map(([{ to }]) => to)).toEqual([{ x: 30, y: 0 }]);
});
