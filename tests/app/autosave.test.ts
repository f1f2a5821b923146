import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AT_THE_LATEST, keepSaved, type Snapshot } from "../../src/app/autosave.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A page with a document on it, and what has been written of it. */
function page(first?: Snapshot<string>) {
  let now = first;
  let changed = () => {};
  let leaving = () => {};
  const written: Snapshot<string>[] = [];
  const hurried: boolean[] = [];
  const stop = keepSaved<string>({
    read: () => now,
    write: (snapshot, inHurry) => {
      written.push(snapshot);
      hurried.push(inHurry);
    },
    onChange: (listener) => {
      changed = listener;
      return () => {
        changed = () => {};
      };
    },
    onLeaving: (listener) => {
      leaving = listener;
      return () => {
        leaving = () => {};
      };
    },
  });
  const show = (id: string, value: string) => {
    now = { id, value };
    changed();
  };
  return { written, hurried, show, leave: () => leaving(), stop };
}

it("saves an edit within a second", () => {
  const { written, show } = page({ id: "a", value: "1" });
  show("a", "2");
  vi.advanceTimersByTime(1000);
  expect(written).toEqual([{ id: "a", value: "2" }]);
  expect(AT_THE_LATEST).toBeLessThan(1000);
});

it("saves the latest of many edits, and keeps saving while they go on", () => {
  const { written, show } = page({ id: "a", value: "0" });
  for (let i = 1; i <= 20; i++) {
    show("a", String(i));
    vi.advanceTimersByTime(100);
  }
  expect(written.length).toBeGreaterThanOrEqual(2);
  vi.advanceTimersByTime(AT_THE_LATEST);
  expect(written.at(-1)?.value).toBe("20");
});

it("writes nothing before there is a document, and not what was there at the start", () => {
  const before = page();
  before.leave();
  vi.advanceTimersByTime(5000);
  expect(before.written).toEqual([]);

  const untouched = page({ id: "a", value: "1" });
  untouched.show("a", "1");
  untouched.leave();
  vi.advanceTimersByTime(5000);
  expect(untouched.written).toEqual([]);
});

it("saves at once when the page may be about to go, and then not again", () => {
  const { written, show, leave } = page({ id: "a", value: "1" });
  show("a", "2");
  leave();
  expect(written).toEqual([{ id: "a", value: "2" }]);
  vi.advanceTimersByTime(5000);
  leave();
  expect(written).toHaveLength(1);
});

it("says when there may be no time left for anything that is not done at once", () => {
  const { hurried, show, leave } = page({ id: "a", value: "1" });
  show("a", "2");
  leave();
  show("a", "3");
  vi.advanceTimersByTime(1000);
  expect(hurried).toEqual([true, false]);
});

it("saves the last edit of a document before another takes its place", () => {
  const { written, show } = page({ id: "a", value: "1" });
  show("a", "2");
  show("b", "first");
  vi.advanceTimersByTime(1000);
  expect(written).toEqual([
    { id: "a", value: "2" },
    { id: "b", value: "first" },
  ]);
});

it("writes nothing for an edit that is taken back at once", () => {
  const { written, show } = page({ id: "a", value: "1" });
  show("a", "2");
  show("a", "1");
  vi.advanceTimersByTime(1000);
  expect(written).toEqual([]);
});

it("saves what is left when it is stopped", () => {
  const { written, show, stop } = page({ id: "a", value: "1" });
  show("a", "2");
  stop();
  expect(written).toEqual([{ id: "a", value: "2" }]);
  show("a", "3");
  vi.advanceTimersByTime(1000);
  expect(written).toHaveLength(1);
});
