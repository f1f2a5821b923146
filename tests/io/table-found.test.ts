import { describe, expect, it } from "vitest";
import { readTable } from "../../src/io/table.ts";

const problemsOf = (text: string) => {
  const read = readTable(text);
  return (read.ok ? read.remarks : read.problems).map(({ message }) => message);
};

/** What a table makes. */
function opened(text: string) {
  const read = readTable(text);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  const { nodes, flows } = read.process;
  const name = (id: string) => nodes.find((node) => node.id === id)?.name;
  return { nodes, ways: flows.map(({ from, to }) => `${name(from)} > ${name(to)}`) };
}

describe("a table as people have it", () => {
  it.each([
    ["sep=;\r\nStep;Next\r\nCall;Quote\r\nQuote;\r\n", "Row 5"],
    ["\uFEFFsep=,\nStep,Next\nCall,Quote\nQuote,\n", "Row 5"],
    ['"SEP=\t"\nStep\tNext\nCall\tQuote\nQuote\t\n', "Row 5"],
    ["sep=|\nStep|Next\nCall|Quote\nQuote|\n", "Row 5"],
    ["Step|Next\nCall|Quote\nQuote|\n", "Row 4"],
  ])("takes what stands between the cells as Excel is told it, and counts that line as a row: %j", (text, place) => {
    expect(opened(text).ways).toEqual(["Start > Call", "Call > Quote", "Quote > End"]);
    const other = /Step(.)/.exec(text)![1];
    expect(problemsOf(`${text}Bill${other}Nowhere\n`)[0]).toBe(`${place}, Next: no row is called “Nowhere”.`);
  });

  it("keeps the cells of two columns of one name that it does not know apart", () => {
    expect(opened("Step,Tool no,Tool no\nCall,1,2\n").nodes[1]?.extensions).toEqual({
      "Tool no": "1",
      "Tool no 2": "2",
    });
  });

  it("takes no time that is too large to hold", () => {
    for (const cell of [
      "1e400 min",
      "5–1e400 min",
      "1e400",
      "lognormal mean 1e999 sd 1 min",
      `${"9".repeat(400)} h 5 min`,
    ])
      expect(problemsOf(`Step,Work\nCall,${cell}\n`)[0]).toContain("Row 2, Work:");
  });
});
