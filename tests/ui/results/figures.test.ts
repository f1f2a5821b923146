import { expect, it } from "vitest";
import { type Column, cellOf, csvOf, headOf, scaled, sorted, type TableRow } from "../../../src/analyse/figures.ts";
import { auditWords, halfWidth, scaleFor, withMargin } from "../../../src/analyse/words.ts";
import { results, stat } from "./fixture.ts";

interface Row {
  readonly wait: number;
  readonly worth?: number;
}

const columns: readonly Column<Row>[] = [
  { key: "wait", title: "Wait", meaning: "", measure: "time", of: ({ wait }) => stat(wait, 1) },
  { key: "worth", title: "Worth", meaning: "", measure: "money", of: ({ worth }) => worth, onlyIfAny: true },
];

const row = (id: string, wait: number, worth?: number): TableRow<Row> => ({
  id,
  name: id.toUpperCase(),
  row: worth === undefined ? { wait } : { wait, worth },
});

it("one unit serves a whole column: that of its middle figure", () => {
  expect(scaleFor("time", [4, 26, 113]).unit).toBe("min");
  expect(scaleFor("time", [0, 0, 300]).unit).toBe("h");
  expect(scaleFor("time", []).unit).toBe("min");
});

it("times of a table share their unit, and each column has the digits that its own figures need", () => {
  const times: readonly Column<Row>[] = [
    { key: "work", title: "Work", meaning: "", measure: "time", of: () => stat(1.25, 0.5) },
    { key: "wait", title: "Wait", meaning: "", measure: "time", of: ({ wait }) => stat(wait, 1) },
  ];
  const all = [row("a", 349.3), row("b", 1020), row("c", 3)];
  const shown = scaled(times, all);
  expect(shown.map(headOf)).toEqual(["Work, min", "Wait, min"]);
  // Beside a wait of a thousand minutes, work of one and a quarter is not “1 ± 1”.
  expect(shown.map((column) => cellOf(column, all[0]!.row))).toEqual([
    { mean: "1.25", half: "0.50" },
    { mean: "349", half: "1" },
  ]);
});

it("a column where nothing happened is left out if it is told to be", () => {
  expect(scaled(columns, [row("a", 3)]).map(headOf)).toEqual(["Wait, min"]);
  expect(scaled(columns, [row("a", 3, 5)], "EUR").map(headOf)).toEqual(["Wait, min", "Worth, EUR"]);
});

it("rows without a figure come last, whichever way the others are sorted", () => {
  const rows = [row("a", 1), row("b", 1, 10), row("c", 1, 20)];
  const order = (falling: boolean) => sorted(rows, columns, { key: "worth", falling }).map(({ id }) => id);
  expect(order(true)).toEqual(["c", "b", "a"]);
  expect(order(false)).toEqual(["b", "c", "a"]);
});

it("CSV has unrounded figures with their intervals, and no cell that a spreadsheet would run", () => {
  const text = csvOf("Step", columns.slice(0, 1), [{ ...row("a", 3.25), name: '=1+"1"' }]);
  expect(text).toBe('Id,Step,Wait (min),"Wait (min), low","Wait (min), high"\r\na,"\'=1+""1""",3.25,2.25,4.25');
});

it("a figure is written with half of its interval in the same unit, if there is one", () => {
  expect(withMargin(stat(252, 18), "time")).toBe("4.20 ± 0.30 h");
  expect(withMargin(stat(0.614, 0.01), "share")).toBe("61.4 ± 1.0 %");
  expect(withMargin(stat(5), "number")).toBe("5");
  expect(withMargin(stat(5.5), "number")).toBe("5.50");
  expect(halfWidth({ mean: 1, ci95: [Number.NaN, Number.NaN] })).toBeUndefined();
});

it("the audit says in words what does not hold", () => {
  const wrong = { ...results, audit: { littlesLaw: { worst: 0.03 }, conservation: false } };
  expect(auditWords(wrong).map(({ fine, words }) => [fine, words])).toEqual([
    [false, "Little’s law is off by up to 3.00 %."],
    [false, "Records are missing: some that came in have neither left nor are inside."],
  ]);
});
