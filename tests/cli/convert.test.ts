import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { called, example, given, nowhere, read } from "./throughline.ts";

const lead = example("lead-flow");

describe("convert", () => {
  it("makes a process of a spreadsheet's table, and a table of a process", async () => {
    const table = given("steps.csv", "Step,Team,Work\nCall,Sales,10 min\nQuote,Sales,1 h\n");
    const process = given("steps.process.json", "");
    expect(await called(["convert", table, process])).toEqual({ code: 0, out: "", err: "" });
    expect(read(process).nodes.map(({ name }) => name)).toEqual(["Start", "Call", "Quote", "End"]);
    const { code, out, err } = await called(["convert", process, "-", "--to", "markdown"]);
    expect(code).toBe(0);
    expect(out).toContain("| Quote | Step |  | Sales |");
    expect(err).toBe(
      "A table has no columns for arrivals, outcomes and values of ends and sizes, calendars and costs of teams.\n",
    );
  });

  it("tells the format by the ending of the name, or by --to", async () => {
    const out = given("lead.mmd", "");
    expect((await called(["convert", lead, out])).code).toBe(0);
    expect(readFileSync(out, "utf8")).toContain("flowchart LR");
    const { code, err } = await called(["convert", lead, given("lead.gif", "")]);
    expect([code, err.split("\n")[0]]).toEqual([
      2,
      expect.stringContaining("does not say the format: end it in .process.json"),
    ]);
    expect((await called(["convert", lead])).err).toContain("OUT is missing");
  });

  it("writes a machine as a folder, with a README", async () => {
    const folder = join(dirname(given("here", "")), "machine/");
    expect((await called(["convert", lead, folder, "--to", "xstate"])).code).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(["README.md", "config.json", "machine.ts"]);
    const { code, err } = await called(["convert", lead, folder, "--to", "mermaid"]);
    expect([code, err.split("\n").at(-3)]).toEqual([2, expect.stringContaining("is one file, but")]);
  });

  it("says where a table cannot be read, and writes nothing", async () => {
    const out = `${nowhere()}.svg`;
    const { code, err } = await called(["convert", given("bad.csv", "Step,Work\nCall,soon\n"), out]);
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(err).toContain("Row 2, Work: “soon” is no time.");
  });

  it("does not write a machine of what cannot run", async () => {
    const broken = given("broken.csv", "Step,Kind\nCall,Step\n");
    const { code, err } = await called(["convert", broken, "-", "--to", "xstate"]);
    expect(code).toBe(1);
    expect(err).toContain("can only be written of a process without errors.");
  });
});
