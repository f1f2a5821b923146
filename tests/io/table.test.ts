import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountWords, readAmount } from "../../src/io/table/amounts.ts";
import { plainWords } from "../../src/io/table/columns.ts";
import { tableLosses } from "../../src/io/table/losses.ts";
import { isTable, readTable, type TableForm, writeTable } from "../../src/io/table.ts";
import { hasErrors } from "../../src/model/problem.ts";
import type { Process, ProcessNode } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { arbitraryDrawing, arbitraryProcess } from "../arbitrary.ts";
import { decision, end, fixed, flow, paths, processOf, start, step } from "../builders.ts";
import { EXAMPLES } from "./examples.ts";

const SEED = readFileSync(new URL("seeds/process-tables.txt", import.meta.url), "utf8");
const MA = SEED.slice(SEED.lastIndexOf("Process Step |"));

function opened(text: string): Process {
  const read = readTable(text);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.process;
}

const problemsOf = (text: string) => {
  const read = readTable(text);
  return (read.ok ? read.remarks : read.problems).map(({ message }) => message);
};

const named = (process: Process, ids: readonly string[] = []) =>
  ids.map((id) => process.data.find((item) => item.id === id)?.name);
const stepCalled = (process: Process, name: string) => {
  const found = process.nodes.find((node) => node.name === name);
  if (found?.kind !== "step") throw new Error(`no step “${name}”`);
  return found;
};
/** “a > b” for each flow, by names. */
const ways = ({ nodes, flows }: Process) => {
  const name = (id: string) => nodes.find((node) => node.id === id)?.name;
  return flows.map(({ from, to }) => `${name(from)} > ${name(to)}`);
};

describe("the tables of the seeds, pasted as they stand", () => {
  it("make the process of sales force automation: connected, with its data flowing, ready to run", () => {
    const process = opened(SEED);
    expect(hasErrors(validate(process))).toBe(false);
    expect(ways(process)).toEqual([
      "Start > Lead Generation",
      "Lead Generation > Lead Qualification",
      "Lead Qualification > Sales Opportunity Management",
      "Sales Opportunity Management > Proposal Generation",
      "Proposal Generation > Order Processing",
      "Order Processing > Customer Service",
      "Customer Service > End",
    ]);
    const [made] = stepCalled(process, "Lead Generation").outputs ?? [];
    expect(named(process, [made!])).toEqual(["Lead Information"]);
    expect(stepCalled(process, "Lead Qualification").inputs).toContain(made);
    expect(process.data).toHaveLength(23);
  });

  it("make the process of marketing automation", () => {
    const process = opened(MA);
    expect(hasErrors(validate(process))).toBe(false);
    expect(process.nodes.map(({ name }) => name)).toEqual([
      "Start",
      "Campaign Planning",
      "Content Creation",
      "Campaign Execution",
      "Lead Scoring and Nurturing",
      "Reporting and Analytics",
      "End",
    ]);
    const plan = process.data.find(({ name }) => name === "Campaign Plan")!.id;
    expect(stepCalled(process, "Campaign Planning").outputs).toEqual([plan]);
    expect(stepCalled(process, "Content Creation").inputs).toContain(plan);
  });

  it("say that there is another table, and which times were assumed", () => {
    const [other, times] = problemsOf(SEED);
    expect(other).toMatch(/^Another table begins in line \d+; only the first was read\.$/);
    expect(times).toContain("how long 6 steps take");
  });
});

describe("reading a table", () => {
  it("takes cells copied from a spreadsheet, with line breaks and quotes inside", () => {
    const process = opened('Step\tDepartment\tInputs\r\n"Call\nback"\tSales\t"Phone list\nTerms, ""printed"""\r\n');
    expect(stepCalled(process, "Call back").inputs).toHaveLength(3);
    expect(process.departments).toEqual([{ id: "sales", name: "Sales" }]);
  });

  it("takes semicolons between cells, as German spreadsheets write them", () => {
    expect(stepCalled(opened("Step;Work\nCall;1,5 h\n"), "Call").work).toEqual({
      dist: "constant",
      value: 1.5,
      unit: "h",
    });
  });

  it("takes a plain list of steps", () => {
    expect(ways(opened("Call\nQuote\nInvoice"))).toEqual([
      "Start > Call",
      "Call > Quote",
      "Quote > Invoice",
      "Invoice > End",
    ]);
  });

  it("puts a decision behind a step with two ways out, and an end behind each last one", () => {
    const process = opened('Step,Next\nCall,"Quote [30 %], Drop [70 %]"\nQuote,–\nDrop,–\n');
    expect(hasErrors(validate(process))).toBe(false);
    expect(ways(process).toSorted()).toEqual(
      [
        "Start > Call",
        "Call > After Call",
        "After Call > Quote",
        "After Call > Drop",
        "Quote > End",
        "Drop > End",
      ].toSorted(),
    );
    expect(process.flows.map(({ share }) => share).filter(Boolean)).toEqual([0.3, 0.7]);
  });

  it("reads what Visio's Data Visualizer writes", () => {
    const process = opened(
      [
        "Process Step ID,Process Step Description,Next Step ID,Connector Label,Shape Type,Function,Phase,Alt Text",
        "P100,Receive the order,P200,,Start,Sales,Order,",
        'P200,In stock?,"P300,P400","Yes,No",Decision,Stock,Order,Ann',
        "P300,Ship,P400,,Process,Stock,Delivery,",
        "P400,Done,,,End,Sales,Delivery,",
      ].join("\n"),
    );
    expect(ways(process)).toEqual([
      "Receive the order > In stock?",
      "In stock? > Ship",
      "In stock? > Done",
      "Ship > Done",
    ]);
    expect(process.nodes.map(({ kind }) => kind)).toEqual(["start", "decision", "step", "end"]);
    expect(process.flows.map(({ label }) => label)).toEqual([undefined, "Yes", "No", undefined]);
    expect(process.stages.map(({ name }) => name)).toEqual(["Order", "Delivery"]);
    expect(process.nodes[1]!.extensions).toEqual({ "Alt Text": "Ann" });
  });

  it.each([
    ["Step,Next\nCall,Nowhere\n", "Row 2, Next: no row is called “Nowhere”."],
    ["Step,Next\nCall,Call\nCall,–\n", "Row 2, Next: “Call” may be row 2 and row 3."],
    ["Step,Work\nCall,soon\n", "Row 2, Work: “soon” is no time."],
    ["Step,People\nCall,some\n", "Row 2, People: “some” is no number of people."],
    ["Step,Kind\nCall,Thing\n", "Row 2, Kind: “Thing” is no kind of node."],
    ["Step,Id\nCall,a\nWrite,a\n", "Row 3, Id: “a” is the id of another row, or cannot be one."],
    ["Step,Task\nCall,Write\n", "Two columns say the same: “Task” is another word for “Step”."],
    ["Step,Team\nCall,Sales,Write\n", "Row 2 has more cells than there are headings: “Write” belongs to no column."],
    ["Step,Team\n,Sales\n", "Row 2, Step: this row names no step."],
    ["One,Two\nCall,Write\n", "Row 1 should name the columns, but “One” and “Two” name none that Throughline knows."],
    ['Step,Team\n"Call,Sales\n', "Row 2 has a cell that begins with a double quote and never ends."],
    ["", "There is no table: the text is empty."],
    ["Step,Team\n", "The table has headings, but no rows."],
    ["| Step | Work |\n|---|---|\n| Call | soon |\n", "Line 3, Work: “soon” is no time."],
  ])("names the row and the column of what it cannot read: %j", (text, message) => {
    expect(readTable(text).ok).toBe(false);
    expect(problemsOf(text)).toContain(message);
  });

  it("keeps what is in columns that it does not know, and says so", () => {
    const text = "Step,Mood\nCall,good\n";
    expect(stepCalled(opened(text), "Call").extensions).toEqual({ Mood: "good" });
    expect(problemsOf(text)[0]).toContain("“Mood” is not one that Throughline knows");
  });

  it("tells a table from a text", () => {
    expect([SEED, "Step\tTeam\nCall\tSales"].map(isTable)).toEqual([true, true]);
    expect(["Dear team,\nwe should call.", "Step", '{"format":"throughline"}', ""].map(isTable)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

const FORMS: readonly TableForm[] = ["csv", "markdown", "cells", "visio"];

/** What our columns hold of a process, by names. */
function held(process: Process) {
  const name = (list: readonly { id: string; name: string }[], id: string | undefined) =>
    id === undefined ? undefined : plainWords(list.find((each) => each.id === id)?.name ?? id) || id;
  const time = (node: ProcessNode) => {
    const amount =
      node.kind === "wait"
        ? node.for
        : node.kind === "step" && node.work && "dist" in node.work
          ? node.work
          : undefined;
    return amount && amountWords(amount) && readAmount(amountWords(amount)!);
  };
  const known = new Set(process.nodes.map(({ id }) => id));
  return {
    nodes: process.nodes.map((node) => ({
      id: node.id,
      kind: node.kind,
      name: plainWords(node.name),
      description: node.description?.trim() || undefined,
      department: name(process.departments, node.department),
      stage: name(process.stages, node.stage),
      work: time(node),
      ...(node.kind !== "step"
        ? {}
        : {
            team: name(process.teams, node.team),
            people: node.people,
            systems: node.systems?.map((id) => name(process.systems, id)),
            inputs: node.inputs?.map((id) => name(process.data, id)),
            outputs: node.outputs?.map((id) => name(process.data, id)),
          }),
    })),
    flows: process.flows
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map(({ from, to, label, share, on = "done", otherwise }) =>
        JSON.stringify({
          from,
          to,
          label: label === undefined ? undefined : plainWords(label) || undefined,
          share,
          on,
          otherwise,
        }),
      )
      .toSorted(),
  };
}

describe("process and table", () => {
  it.each(EXAMPLES)("lose nothing that the columns hold, there and back: $name", ({ process }) => {
    for (const form of ["csv", "markdown", "cells"] as const)
      expect(held(opened(writeTable(process, form)))).toEqual(held(process));
  });

  it("lose nothing that the columns hold, whatever runs", () => {
    fc.assert(
      fc.property(arbitraryProcess(), fc.constantFrom("csv", "markdown", "cells"), (process, form) => {
        expect(held(opened(writeTable(process, form)))).toEqual(held(process));
      }),
    );
  });

  it("lose nothing that the columns hold, whatever is drawn and called what", () => {
    fc.assert(
      fc.property(arbitraryDrawing(8), fc.constantFrom("csv", "markdown", "cells"), (process, form) => {
        fc.pre(process.nodes.length > 0);
        expect(held(opened(writeTable(process, form)))).toEqual(held(process));
      }),
    );
  });

  it.each(FORMS)("as %s: what is read is written the same again", (form) => {
    for (const { process } of EXAMPLES) {
      const text = writeTable(process, form);
      expect(writeTable({ ...opened(text), name: process.name }, form)).toBe(text);
    }
  });

  it("write no cell that a spreadsheet would take for a formula", () => {
    const process = processOf({ nodes: [step("=1+1", { name: "@SUM(A1)", description: "-x" })] });
    const [, row] = writeTable(process, "csv").trimEnd().split("\r\n");
    expect(row).toBe("'@SUM(A1),Step,,,,,,–,5 min,,'-x,'=1+1");
    expect(held(opened(writeTable(process, "csv")))).toEqual(held(process));
  });

  it("list what the columns do not hold", () => {
    const process = processOf({
      teams: [{ id: "t", name: "T", people: 2 }],
      nodes: [start("in"), step("a", { team: "t", patience: fixed(5), x: 1, y: 2 }), decision("d"), end("out")],
      flows: [...paths("in > a > d"), flow("d", "out", { when: { field: "value", is: "=", to: 1 } })],
    });
    expect(tableLosses(process)).toEqual([
      "A table has no columns for arrivals, patience, places on the drawing, sizes, departments, calendars and costs of teams and rules of decisions.",
    ]);
    expect(tableLosses(processOf({ nodes: [step("a")] }))).toEqual([]);
    const more = processOf({
      currency: "EUR",
      departments: [{ id: "d", name: "D", color: "#3b82f6" }],
      data: [{ id: "i", name: "I", category: "sales" }],
      nodes: [step("a", { department: "d", work: { ...fixed(5), extensions: { by: "Ada" } } })],
    });
    expect(tableLosses(more)).toEqual([
      "A table has no columns for the currency, colours of departments, categories of data, what other programs wrote into the file and data that no row names.",
    ]);
  });
});
