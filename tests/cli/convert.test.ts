import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { json } from "../../src/io/json.ts";
import type { Process } from "../../src/model/process.ts";
import { called, example, given, lacking, nowhere, read } from "./throughline.ts";

const lead = example("lead-flow");

/** An example that is run in a moment. */
const brief = (path: string): Process => {
  const process = read(path);
  return { ...process, simulation: { ...process.simulation, stop: { records: 100 }, replications: 2 } };
};

const STAT = { mean: 1, ci95: [null, null] };
const STEP = { shareOfDelay: STAT, wait: STAT, utilisation: STAT, queueLength: STAT, cost: STAT };
const NO_RESULTS = { process: "Lead flow", seed: 1, replications: 1, steps: {}, flows: {}, bottlenecks: [] };

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
      "A table has no columns for arrivals, outcomes and values of ends and sizes, departments, calendars and costs of teams.\n",
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

  it("writes a machine into a file that is called machine.ts", async () => {
    const out = join(dirname(given("here", "")), "machine.ts");
    expect((await called(["convert", lead, out])).code).toBe(0);
    expect(readFileSync(out, "utf8")).toContain("createMachine(");
  });

  it("prints for “-”, makes no file of that name, and wants a file for what is no text", async () => {
    const printed = await called(["convert", lead, "-", "--to", "mermaid"]);
    expect(printed.out).toContain("flowchart LR");
    expect((await called(["export", lead, "-o", "-", "--to", "mermaid"])).out).toBe(printed.out);
    expect(existsSync("-")).toBe(false);
    expect((await called(["convert", lead, "-", "--to", "pdf"])).err).toContain(
      "PDF document is not text: name a file",
    );
  });

  it("says which letters a picture in pixels cannot show", async () => {
    const process = given("far.process.json", json.write({ ...read(lead), name: "Łódź 中文 שלום" }));
    const { code, err } = await called(["convert", process, given("far.png", ""), "--scale", "1"]);
    expect(code).toBe(0);
    expect(err).toContain("Some letters have no font here and become boxes: 中 文. SVG keeps them");
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

describe("a file that would replace the one that is read", () => {
  it("is not written where the format may not hold all of it", async () => {
    const table = "Step,Kind,Calls\nCall,,many\nQuote,,few\n";
    const path = given("own.csv", table);
    const { code, err } = await called(["convert", path, path]);
    expect([code, err]).toEqual([2, expect.stringContaining("is the file that is read, and Table (CSV)")]);
    expect(readFileSync(path, "utf8")).toBe(table);
  });

  it("is written where it does", async () => {
    const path = given("own.process.json", json.write(read(lead)));
    expect((await called(["convert", path, path])).code).toBe(0);
    expect(read(path)).toEqual(read(lead));
  });
});

describe("export", () => {
  it("tells the format by the ending of OUT, too", async () => {
    const out = given("plain.svg", "");
    expect(await called(["export", lead, "-o", out])).toEqual({ code: 0, out: "", err: "" });
    expect(readFileSync(out, "utf8")).toMatch(/^<svg /);
    expect((await called(["export", lead, "-o", given("lead.gif", "")])).err).toContain("does not say the format");
  });

  it("draws what a lens shows, with the title block", async () => {
    const out = given("systems.svg", "");
    const title = ["--author", "Ann Lee", "--revision", "2.1", "--date", "1 May 2026"];
    expect((await called(["convert", lead, out, "--lens", "systems", "--dark", ...title])).code).toBe(0);
    const svg = readFileSync(out, "utf8");
    expect(svg).toContain("Version 2.1 · 1 May 2026 · Ann Lee");
    expect(svg).toContain(">2 systems<");
    expect(svg).toContain('fill="#14181f"');
  });

  it("runs the process for what a run finds, or takes the results of a run from a file", async () => {
    const short = given("short.process.json", json.write(brief(lead)));
    const { out: printed } = await called(["simulate", short, "--json"]);
    const results = given("results.json", printed);
    const drawn = async (...options: readonly string[]) => {
      const out = given("run.svg", "");
      expect(await called(["export", short, "-o", out, ...options])).toMatchObject({ code: 0 });
      return readFileSync(out, "utf8");
    };
    const ran = await drawn("--lens", "bottlenecks");
    expect(ran).toContain(">Bottleneck<");
    expect(await drawn("--lens", "bottlenecks", "--results", results)).toBe(ran);
    expect(await drawn("--lens", "departments", "--results", results)).toMatch(/>[\d,]+ ×/);
    expect(await drawn("--heat-of", "queue", "--results", results)).toContain(" in queue<");
    expect(await drawn("--results", results)).toBe(await drawn());
  });

  it("draws nothing but the nodes that --only names", async () => {
    const { code, out } = await called(["export", lead, "--to", "svg", "--only", "load, qualify"]);
    expect(code).toBe(0);
    expect(out).toContain(">Load list into CRM<");
    expect(out).not.toContain("Deal won?");
    expect((await called(["export", lead, "--to", "svg", "--only", "load,nobody"])).err).toContain(
      "--only names “nobody”",
    );
  });

  it("writes PNG in three sizes and PDF, the same bytes each time", async () => {
    const bytes = async (name: string, ...options: readonly string[]) => {
      const out = given(name, "");
      expect((await called(["export", lead, "-o", out, ...options])).code).toBe(0);
      return readFileSync(out);
    };
    const width = (png: Buffer) => png.readUInt32BE(16);
    const [one, two, four] = [
      await bytes("1.png", "--scale", "1"),
      await bytes("2.png"),
      await bytes("4.png", "--scale", "4"),
    ];
    expect([width(two) / width(one), width(four) / width(one)]).toEqual([2, 4]);
    expect(await bytes("again.png", "--scale", "1")).toEqual(one);
    const pdf = await bytes("a.pdf", "--lens", "data");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await bytes("b.pdf", "--lens", "data")).toEqual(pdf);
  });

  it.each([
    [
      ["--lens", "x-ray"],
      "--lens takes process, data, systems, departments, bottlenecks or improvements, not “x-ray”.",
    ],
    [["--scale", "3"], "--scale says nothing about a SVG picture: it is for png."],
    [["--heat-of", "mood"], "--heat-of takes delay, wait, load, queue or cost, not “mood”."],
    [["--author", ""], "--author is empty."],
    [["--only", "load,,"], "--only takes ids of nodes with commas between them"],
  ])("says what is wrong with %j", async (options, words) => {
    const { code, err } = await called(["export", lead, "--to", "svg", ...options]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it("says to which formats an option is something", async () => {
    const { code, err } = await called(["convert", lead, given("lead.csv", ""), "--dark"]);
    expect([code, err.split("\n")[0]]).toEqual([
      2,
      "--dark says nothing about a Table (CSV): it is for svg, png and pdf.",
    ]);
  });

  it.each([
    ["", "It is not JSON."],
    ["[]", "These are not the results of a run."],
    [
      '{"process": "Lead flow", "seed": 1, "replications": 1, "steps": {"load": {"wait": 1}}}',
      "steps.load.shareOfDelay",
    ],
    [JSON.stringify({ ...NO_RESULTS, steps: { elsewhere: STEP } }), "with a step “elsewhere”"],
    [JSON.stringify({ ...NO_RESULTS, bottlenecks: [{ rank: 1 }] }), "bottlenecks.0.steps"],
    [JSON.stringify({ ...NO_RESULTS, steps: [] }), "steps: These are not"],
  ])("does not take %j for results", async (text, words) => {
    const { code, err } = await called(["export", lead, "--to", "svg", "--heat", "--results", given("bad.json", text)]);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  it("cannot colour a process by a run that cannot be run, but counts no hand-offs instead", async () => {
    const broken = given("broken.process.json", lacking(lead));
    expect((await called(["export", broken, "--to", "svg", "--heat"])).code).toBe(1);
    expect((await called(["export", broken, "--to", "svg", "--lens", "departments"])).code).toBe(0);
  });
});
