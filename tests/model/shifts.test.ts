import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY, openness, painted, shiftsOf, shiftTexts, weekPainted, withDay } from "../../src/model/edit/shifts.ts";

it("closing a part of a shift leaves what is before and after it", () => {
  const office = shiftsOf(["09:00-17:00"]);
  expect(shiftTexts(painted(office, { from: 750, to: 810 }, false))).toEqual(["09:00-12:30", "13:30-17:00"]);
});

it("opening between two shifts that it touches makes them one", () => {
  const office = shiftsOf(["09:00-12:30", "13:30-17:00"]);
  expect(shiftTexts(painted(office, { from: 750, to: 810 }, true))).toEqual(["09:00-17:00"]);
});

it("a day may be open to its very end", () => {
  expect(shiftTexts(painted([], { from: 1380, to: DAY }, true))).toEqual(["23:00-24:00"]);
});

const part = fc
  .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
  .map(([from, length]) => ({ from: from * 30, to: Math.min(DAY, (from + length) * 30) }));

it("after painting, exactly the painted part is open or closed, and shifts are apart and in order", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(part, fc.boolean())), (strokes) => {
      const shifts = strokes.reduce<ReturnType<typeof painted>>(
        (now, [stroke, open]) => painted(now, stroke, open),
        [],
      );
      for (let time = 15; time < DAY; time += 30) {
        const last = strokes.findLast(([{ from, to }]) => from <= time && time < to);
        expect(shifts.some(({ from, to }) => from <= time && time < to)).toBe(last?.[1] ?? false);
      }
      for (const [i, shift] of shifts.entries()) expect(shift.from).toBeGreaterThan(shifts[i - 1]?.to ?? -1);
    }),
  );
});

it("painting several days leaves the others as they are written, and days without shifts out", () => {
  const week = { sat: ["10:00-11:00"], mon: ["08:00-09:00", "09:00-10:00"] };
  const opened = weekPainted(week, ["fri", "sat"], { from: 540, to: 660 }, true);
  expect(Object.entries(opened)).toEqual([
    ["mon", ["08:00-09:00", "09:00-10:00"]],
    ["fri", ["09:00-11:00"]],
    ["sat", ["09:00-11:00"]],
  ]);
  expect(weekPainted(opened, ["fri", "sat"], { from: 0, to: DAY }, false)).toEqual({ mon: week.mon });
  expect(withDay(week, "mon", [])).toEqual({ sat: week.sat });
});

it("tells whether a part of some days is open", () => {
  const week = { mon: ["09:00-12:00"], tue: ["09:00-17:00"] };
  expect(openness(week, ["mon"], { from: 600, to: 660 })).toBe("open");
  expect(openness(week, ["mon", "tue"], { from: 660, to: 780 })).toBe("partly open");
  expect(openness(week, ["mon", "tue"], { from: 660, to: 720 })).toBe("open");
  expect(openness(week, ["wed"], { from: 0, to: DAY })).toBe("closed");
});
