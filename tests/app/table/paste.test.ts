import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cellsOf, pasted } from "../../../src/app/table/paste.ts";
import { writeCells } from "../../../src/io/table/cells.ts";
import type { NodeOf } from "../../../src/model/process.ts";
import { processOf, tiny } from "../../builders.ts";

const stepOf = (of: typeof tiny, name: string) => of.nodes.find((node) => node.name === name) as NodeOf<"step">;
const rowsFrom = (id: string) =>
  tiny.nodes.map((node) => node.id).slice(tiny.nodes.findIndex((node) => node.id === id));

it("a single text with commas is one cell; tabs and lines make more", () => {
  expect(cellsOf("Quote, Offer")).toEqual([["Quote, Offer"]]);
  expect(cellsOf("a\tb\nc\td\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(cellsOf("One\nTwo, three")).toEqual([["One"], ["Two, three"]]);
  expect(cellsOf('Step,Team\nCall,"A, B"')).toEqual([
    ["Step", "Team"],
    ["Call", "A, B"],
  ]);
});

it("cells between tabs are those cells, whatever commas and quotes they hold, and empty rows stay in their place", () => {
  expect(cellsOf("a, b, c\td\n\t\ne\tf")).toEqual([
    ["a, b, c", "d"],
    ["", ""],
    ["e", "f"],
  ]);
});

it("what is copied out of the table is what is pasted, and no formula for a spreadsheet", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", " ", '"', "'", ",", "\t", "\n", "=", "-", "|") });
  const rows = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(rows, (copied) => {
      // What begins with “|” is a Markdown table, and the last line end ends the text.
      fc.pre(!/^\s*\|/.test(writeCells(copied)));
      expect(cellsOf(writeCells(copied))).toEqual(copied);
    }),
  );
  expect(writeCells([["=HYPERLINK()", "1"]])).toBe("'=HYPERLINK()\t1");
  expect(cellsOf(writeCells([["=1+1"], ['"Terms, printed", Quote']]))).toEqual([["=1+1"], ['"Terms, printed", Quote']]);
});

it("cells without headings fill from the cursor to the right and down", () => {
  const { process, made, refused } = pasted(tiny, "Sales\tInside sales\nService\t", {
    rows: rowsFrom("call"),
    column: 2,
  });
  expect(stepOf(process, "call")).toMatchObject({ department: "sales", team: "inside-sales" });
  expect(process.nodes[2]).toMatchObject({ id: "won", department: "service" });
  expect(made).toEqual(["department “Sales”", "team “Inside sales”", "department “Service”"]);
  expect(refused).toEqual([]);
});

it("rows beyond the last become steps, each led to from the one before", () => {
  const lone = processOf({ nodes: tiny.nodes.slice(0, 2), flows: tiny.flows.slice(0, 1) });
  const { process, rows } = pasted(lone, "Quote\nOrder", { rows: [], column: 0 });
  expect(process.nodes.map(({ name }) => name)).toEqual(["new", "call", "Quote", "Order"]);
  expect(process.flows.slice(1).map(({ from, to }) => [from, to])).toEqual([
    ["call", rows[0]],
    [rows[0], rows[1]],
  ]);
});

it("what does not fit is told with its row and its column, and the rest is taken over", () => {
  const { process, refused } = pasted(tiny, "5 min\tmany\n1 h\t", { rows: rowsFrom("call"), column: 8 });
  expect(stepOf(process, "call").work).toEqual({ dist: "constant", value: 5, unit: "min" });
  expect(refused).toEqual([
    "Row 1, People: “many” is no number of people. Write a whole number from 1.",
    "Row 2, Work: Only steps and waits have work.",
  ]);
});

it("a table with headings finds its columns and its rows by name, wherever it is pasted", () => {
  const text = "| Team | Activity | Note |\n|---|---|---|\n| Inside sales | CALL | hurry |\n| Legal | Check | |\n";
  const { process, refused } = pasted(tiny, text, { rows: [], column: 5 });
  expect(stepOf(process, "CALL").team).toBe("inside-sales");
  expect(stepOf(process, "Check").team).toBe("legal");
  expect(process.nodes).toHaveLength(4);
  expect(refused).toEqual(["There is no column “Note”."]);
});

it.each([
  ["Process View Diagram for Sales Force Automation", 6, ["Lead Generation", "Lead Qualification"], "Lead Information"],
  ["Process View Diagram for Marketing Automation", 5, ["Campaign Planning", "Content Creation"], "Campaign Plan"],
])(
  "the seed's table after “%s” gives its steps, in order, and what one makes the next one needs",
  (heading, count, [first, second], data) => {
    const seed = readFileSync("tests/io/seeds/process-tables.txt", "utf8");
    const lines = seed.slice(seed.indexOf(heading)).split("\n");
    const from = lines.findIndex((line) => line.startsWith("Process Step"));
    const table = lines.slice(from, from + count + 2).join("\n");
    const { process, refused } = pasted(processOf({}), table, { rows: [], column: 0 });
    expect(refused).toEqual([]);
    expect(process.nodes).toHaveLength(count);
    expect(process.flows).toHaveLength(count - 1);
    const shared = process.data.find(({ name }) => name === data)!.id;
    expect(stepOf(process, first!).outputs).toContain(shared);
    expect(stepOf(process, second!).inputs).toContain(shared);
  },
);

it("more rows than the page can take at once are refused in words, and nothing changes", () => {
  const result = pasted(tiny, "Call\tStep\n".repeat(1001), { rows: [], column: 0 });
  expect(result).toEqual({
    process: tiny,
    rows: [],
    made: [],
    refused: ["1,001 rows are more than the 1,000 that are pasted at once. Open the table as a file, or paste fewer."],
  });
});
