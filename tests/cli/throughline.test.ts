import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { run } from "../../src/experiment/run.ts";
import { ROOT } from "../sources.ts";
import { called, example, given, lacking, nowhere, read, throughline } from "./throughline.ts";

const lead = example("lead-flow");
const short = ["--replications", "2", "--records", "100"];

describe("the program", () => {
  it("prints the bottleneck first, then every step and team, and ends with 0", async () => {
    const { code, out, err } = await throughline(["simulate", example("sales-force-automation"), ...short]);
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n")[0]).toMatch(/^Bottleneck: /);
    const { nodes, teams } = read(example("sales-force-automation"));
    for (const { name } of [...nodes.filter(({ kind }) => kind === "step"), ...teams]) expect(out).toContain(name);
  });

  it("prints with --json just what run() answers, to the byte, for a file that is piped in", async () => {
    const args = ["simulate", "-", "--json", "--seed", "7", ...short];
    const { code, out, err } = await throughline(args, readFileSync(lead, "utf8"));
    expect([code, err]).toEqual([0, ""]);
    const results = run(read(lead), { seed: 7, replications: 2, records: 100, prove: true });
    expect(results.ok && `${JSON.stringify(results.value, null, 2)}\n`).toBe(out);
    expect(JSON.parse(out)).toMatchObject({ seed: 7, replications: 2, records: { arrived: { mean: 100 } } });
  });

  it("prints nothing but the place of what is wrong where a file has errors, and ends with 1", async () => {
    const { code, out, err } = await throughline(["simulate", given("lacking.process.json", lacking(lead)), "--json"]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^error .*lacking\.process\.json nodes\[\d+\].*: .+\n {2}.+$/m);
  });

  it("shows the right usage where it is called wrongly, and ends with 2", async () => {
    const { code, out, err } = await throughline(["simulate", lead, "--jsn"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^Unknown option “--jsn”\.\nUsage: npm run throughline -- simulate FILE /);
  });

  it("ends in peace when nobody reads on, as with “| head”", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "src/cli/throughline.ts", "help"], { cwd: ROOT });
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (text) => {
      err += text;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, err]).toEqual([0, ""]);
  });
});

describe("a file that is no process", () => {
  it.each([
    ["is not there", nowhere, /no such file/],
    ["is a folder", () => ROOT, /folder, not a file/],
    ["is empty", () => given("empty.json", ""), /error/],
    ["is not text", () => given("binary.json", new Uint8Array([0x7b, 0xff, 0xfe, 0x00])), /UTF-8/],
    ["is not JSON", () => given("not.json", "{ “name”: 1 }"), /Line 1, column 3/],
    ["is a list", () => given("list.json", "[]"), /error/],
    ["is of a newer version", () => given("new.json", '{"format":"throughline","version":99,"name":"x"}'), /version/],
  ])("is answered in words by every command if it %s", async (_, file, words) => {
    const path = file();
    for (const call of [["simulate"], ["compare"], ["validate"], ["machine"], ["layout"], ["export", "--to", "svg"]]) {
      const { code, out, err } = await called([...call, path]);
      expect(code).toBe(1);
      expect(err).toMatch(words);
      expect(err + out).not.toMatch(/^\s+at /m);
      expect(err).not.toContain("Throughline made a mistake");
    }
  });

  it("cannot steer the terminal with what it holds", async () => {
    const path = given("steer.json", '{"format":"throughline","version":1,"name":"x","\\u001b[2J":1}');
    const { out, err } = await called(["validate", path]);
    expect(err).toContain("[2J");
    expect(out + err).not.toContain("\u001b");
  });
});

describe("wrong usage", () => {
  it.each([
    [[], "Usage:"],
    [["simulated"], "There is no command “simulated”."],
    [["simulate"], "The FILE is missing"],
    [["simulate", lead, lead], "one argument too many"],
    [["simulate", lead, "--seed"], "argument missing"],
    [["simulate", lead, "--seed", "half"], "--seed takes a whole number"],
    [["simulate", lead, "--seed", "-1"], "The value of --seed is missing; one that begins with a dash is written as"],
    [["simulate", lead, "--seed=-1"], "--seed takes a whole number of at least 0, not “-1”."],
    [["simulate", lead, "--by", ""], "--by is empty."],
    [["simulate", lead, "--log", "-"], "--log takes the name of a file"],
    [["simulate", lead, "--log", lead], "is the file that is read: give another one to write."],
    [["report", lead, "-o", join("examples", "..", lead)], "is the file that is read: give another one to write."],
    [["layout", lead, "--json", "-o", "-"], "give one of them"],
    [["simulate", lead, "--replications", "0"], "--replications takes a whole number of at least 1"],
    [["simulate", lead, "--precision", "5"], "--precision takes a share between 0 and 1, such as 0.05, not “5”."],
    [["simulate", lead, "--precision", "0.05", "--replications", "3"], "give one of them"],
    [["compare"], "The FILE is missing"],
    [["export", lead], "--to is missing"],
    [["export", lead, "--to", "gif"], "event-log or xes, not “gif”."],
    [["help", "me"], "There is no command “me”."],
  ])("is answered with the right usage: %j", async (args, words) => {
    const { code, out, err } = await called(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
    expect(err).toContain("Usage: npm run throughline --");
  });
});

describe("help", () => {
  it("lists every command", async () => {
    const { code, out } = await called(["help"]);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${name} .*${summary}$`, "m"));
  });

  it("tells the options of a command, also when the command is asked", async () => {
    const asked = await called(["help", "simulate"]);
    expect(asked.out).toContain("--replications N");
    expect(await called(["simulate", "--help"])).toEqual(asked);
  });

  it("tells the version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await called(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});
