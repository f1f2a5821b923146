import fc from "fast-check";
import { expect, it } from "vitest";
import { readNumber, readNumbers, writeNumber } from "../../../src/ui/words/read-number.ts";

it.each([
  ["1.5", 1.5],
  ["1,5", 1.5],
  [" 12 ", 12],
  ["10 000", 10_000],
  ["0,125", 0.125],
  [".5", 0.5],
  ["−3", -3],
  ["1e3", 1000],
])("“%s” is %d", (text, value) => expect(readNumber(text)).toEqual({ ok: true, value }));

it.each([
  ["", {}, "Type a number."],
  ["12 min", {}, "“12 min” is not a number."],
  ["1.2.3", {}, "“1.2.3” is not a number."],
  ["1,500", {}, "“1,500” can be read in two ways: write 1500 or 1.500."],
  ["-1", { min: 0 }, "It has to be 0 or more."],
  ["0", { above: 0 }, "It has to be more than 0."],
  ["101", { max: 100 }, "It has to be 100 or less."],
  ["1.5", { whole: true }, "It has to be a whole number."],
  ["1e999", {}, "That is too large."],
])("“%s” is refused with a sentence", (text, range, message) =>
  expect(readNumber(text, range)).toEqual({ ok: false, message }),
);

it("several numbers stand apart by spaces, semicolons, or commas with a space", () => {
  expect(readNumbers("1 2;3, 4,5")).toEqual({ ok: true, value: [1, 2, 3, 4.5] });
  expect(readNumbers("1, x").ok).toBe(false);
  expect(readNumbers(" ").ok).toBe(false);
});

it("what is written can be read again, to twelve digits", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const reading = readNumber(writeNumber(value));
      expect(reading.ok && Math.abs(reading.value - value) <= Math.abs(value) * 1e-11).toBe(true);
    }),
  );
});
