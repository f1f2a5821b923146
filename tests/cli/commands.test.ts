import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { json } from "../../src/io/json.ts";
import { called, example, given, lacking, nowhere, read } from "./throughline.ts";

const lead = example("lead-flow");

describe("validate", () => {
  it("finds nothing wrong with an example", async () => {
    const out = `“${read(lead).name}” is in order.\n`;
    expect(await called(["validate", lead])).toEqual({ code: 0, out, err: "" });
  });

  it("lists problems as JSON, each with its place and what would mend it", async () => {
    const { code, out } = await called(["validate", given("broken.json", lacking(lead)), "--json"]);
    expect(code).toBe(1);
    const { ok, problems } = JSON.parse(out);
    expect(ok).toBe(false);
    expect(problems.length).toBeGreaterThan(0);
    for (const { path, message, mend } of problems) expect([path, message, mend]).not.toContain("");
  });
});

describe("machine", () => {
  it("prints a machine with a state for each node", async () => {
    const { code, out, err } = await called(["machine", lead]);
    expect([code, err]).toEqual([0, ""]);
    const { states } = JSON.parse(out);
    for (const { id } of read(lead).nodes) expect(states).toHaveProperty([id]);
  });
});

describe("layout", () => {
  it("prints where every node, lane and flow is", async () => {
    const { code, out, err } = await called(["layout", lead, "--json"]);
    expect([code, err]).toEqual([0, ""]);
    const { nodes, lanes, routes } = JSON.parse(out);
    const process = read(lead);
    expect(Object.keys(nodes)).toEqual(process.nodes.map(({ id }) => id));
    expect(Object.keys(routes)).toEqual(process.flows.map(({ id }) => id));
    const lane = { y: expect.any(Number), height: expect.any(Number) };
    for (const { id } of process.departments) expect(lanes[id]).toEqual(lane);
  });

  it("writes the places, and nothing else, into the file", async () => {
    const to = given("laid-out.process.json", "what was there before");
    expect(await called(["layout", lead, "-o", to])).toEqual({ code: 0, out: "", err: "" });
    const { nodes } = JSON.parse((await called(["layout", lead, "--json"])).out);
    const before = read(lead);
    const places = before.nodes.map((node) => ({ ...node, x: nodes[node.id].x, y: nodes[node.id].y }));
    expect(read(to)).toEqual({ ...before, nodes: places });
    expect(readdirSync(dirname(to)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("prints the file with its places where “-” is to be written", async () => {
    const to = given("printed.process.json", "");
    await called(["layout", lead, "-o", to]);
    const out = readFileSync(to, "utf8");
    expect(await called(["layout", lead, "-o", "-"])).toEqual({ code: 0, out, err: "" });
  });

  it("lays out what cannot run, too", async () => {
    const { code, out } = await called(["layout", given("unrunnable.json", lacking(lead)), "--json"]);
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(out).nodes)).toHaveLength(read(lead).nodes.length);
  });

  it("says why a file could not be written", async () => {
    const to = join(nowhere(), "out.json");
    const { code, err } = await called(["layout", lead, "-o", to]);
    expect(code).toBe(1);
    expect(err).toBe(`“${to}” could not be written. There is no such file or folder.\n`);
  });

  it.runIf(existsSync("/dev/full"))("says so if the disk is full", async () => {
    const { code, err } = await called(["layout", lead, "-o", "/dev/full"]);
    expect(code).toBe(1);
    expect(err).toBe("“/dev/full” could not be written. There is no space left on the disk.\n");
  });
});

describe("export", () => {
  it("writes a picture", async () => {
    const to = given("lead.svg", "");
    expect(await called(["export", lead, "--to", "svg", "-o", to])).toEqual({ code: 0, out: "", err: "" });
    const svg = readFileSync(to, "utf8");
    expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg /);
    for (const { name } of read(lead).departments) expect(svg).toContain(name);
  });

  it("writes pictures that can be read like files", async () => {
    const picture = given("again.svg", (await called(["export", lead, "--to", "svg"])).out);
    expect((await called(["export", picture, "--to", "json"])).out).toBe(json.write(read(lead)));
  });

  it("writes the same process as a file", async () => {
    const { code, out } = await called(["export", lead, "--to", "json"]);
    expect(code).toBe(0);
    expect(json.read(out)).toMatchObject({ ok: true, process: read(lead) });
  });
});

describe("what a long run writes in the end", () => {
  it.each([
    ["simulate", "--log"],
    ["report", "-o"],
  ])("is refused before the run where it cannot be written: %s", async (name, option) => {
    const to = join(nowhere(), "out");
    // Errors of the file itself are told only where it is read, which is later.
    const { code, out, err } = await called([name, given("not-read.json", "{"), option, to]);
    expect([code, out, err]).toEqual([1, "", `“${to}” could not be written. There is no such file or folder.\n`]);
    expect((await called([name, lead, option, dirname(lead)])).err).toContain("It is a folder, not a file.");
  });

  it("is printed by report where “-” is to be written", async () => {
    const brief = given("brief.process.json", json.write({ ...read(lead), scenarios: [] }));
    const { code, out } = await called(["report", brief, "--replications", "2", "--records", "100", "-o", "-"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>/);
    expect(existsSync("-")).toBe(false);
  });
});
