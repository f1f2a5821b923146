import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compare } from "../src/experiment/compare.ts";
import { run } from "../src/experiment/run.ts";
import { json } from "../src/io/json.ts";
import { readSvg, writeSvg } from "../src/io/svg.ts";
import { drawingOf, layout } from "../src/layout/layout.ts";
import type { Result } from "../src/model/problem.ts";
import type { Process } from "../src/model/process.ts";
import { validate } from "../src/model/validate.ts";
import { effect, figures } from "./examples/figures.ts";
import { PLANTED } from "./examples/planted.ts";

const FOLDER = new URL("../examples/", import.meta.url);
const README = new URL("README.md", FOLDER);
const PICTURES = new URL("../docs/pictures/examples/", import.meta.url);
/** With UPDATE set, files take on today's layout, the README today's figures, and bottlenecks are proven, which takes minutes. */
const UPDATE = process.env.UPDATE !== undefined;

const files = readdirSync(FOLDER).filter((file) => file.endsWith(".process.json"));

const textOf = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");

function open(file: string): Process {
  const read = json.read(textOf(file));
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return read.process;
}

/** The process at the places that a new layout gives it. */
function laidOut(process: Process): Process {
  const bare = { ...process, nodes: process.nodes.map(({ x: _x, y: _y, ...node }) => node) };
  const { nodes } = layout(bare);
  return { ...bare, nodes: bare.nodes.map((node) => ({ ...node, x: nodes[node.id]!.x, y: nodes[node.id]!.y })) };
}

if (UPDATE) for (const file of files) writeFileSync(new URL(file, FOLDER), json.write(laidOut(open(file))));

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  expect(result.problems).toEqual([]);
  return result.value;
}

it("every example has its bottleneck named here, and every name its example", () => {
  expect(files.map((file) => file.replace(".process.json", "")).sort()).toEqual(Object.keys(PLANTED).sort());
});

describe.each(Object.entries(PLANTED))("the example %s", (name, planted) => {
  const file = `${name}.process.json`;
  const process = open(file);

  it("is written as the editor would write it", () => {
    expect(json.write(process)).toBe(textOf(file));
  });

  it("has no problem, not even a warning", () => {
    expect(validate(process)).toEqual([]);
  });

  it("begins with what it is, in a sentence for the gallery, and says that its times are illustrative", () => {
    expect(process.description).toMatch(/^[A-Z][^.]{30,220}\. /);
    expect(process.description).toContain("illustrative");
  });

  it("names departments, teams with hours and costs, systems, and data by its categories", () => {
    expect(process.departments.length).toBeGreaterThan(1);
    expect(process.systems.length).toBeGreaterThan(1);
    for (const team of process.teams) {
      expect(team).toMatchObject({ calendar: expect.any(String), costPerHour: expect.any(Number) });
    }
    const categories = new Set(process.data.map(({ category }) => category));
    categories.delete("other");
    expect(categories.size).toBeGreaterThanOrEqual(2);
    expect(process.targets.length).toBeGreaterThan(0);
  });

  it("opens drawn, as its layout says, without nodes on top of each other", () => {
    const drawing = drawingOf(process);
    expect(process).toEqual(laidOut(process));
    const places = Object.values(drawing.nodes);
    const clear = places.every((a, i) =>
      places
        .slice(i + 1)
        .every((b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y),
    );
    expect(clear).toBe(true);
  });

  it("goes into a picture, the one in the documents, and comes out of it whole", () => {
    const svg = writeSvg(process, drawingOf(process));
    const picture = new URL(`${name}.svg`, PICTURES);
    if (UPDATE) writeFileSync(picture, svg);
    expect(readFileSync(picture, "utf8")).toBe(svg);
    expect(readSvg(svg)).toMatchObject({ ok: true, process });
  });

  it("gets stuck where it was planted, is helped by what should help, and README says by how much", {
    timeout: 240_000,
  }, () => {
    const results = done(run(process, { prove: UPDATE }));
    const [worst] = results.bottlenecks;
    if (UPDATE) expect([worst?.team ?? worst?.system, worst?.proven]).toEqual([planted.short, true]);
    expect(worst?.steps).toContain(planted.step);
    expect(results.audit).toMatchObject({ conservation: true });
    expect(results.audit.littlesLaw.worst).toBeLessThan(1e-6);
    for (const { utilisation } of Object.values(results.teams)) {
      expect(utilisation.mean).toBeGreaterThan(0.5);
      expect(utilisation.mean).toBeLessThan(0.96);
    }

    const comparison = done(compare(process));
    expect([...planted.helps, ...planted.not].sort()).toEqual(process.scenarios.map(({ id }) => id).sort());
    expect(planted.helps.filter((id) => !effect(comparison, planted, id).helps)).toEqual([]);
    expect(planted.not.filter((id) => !effect(comparison, planted, id).hardly)).toEqual([]);
    const oneMore = comparison.scenarios.find(({ id }) => id === planted.more);
    expect(oneMore?.measures.cycleTime?.verdict).toBe("better");
    current(name, figures(process, results, comparison, planted));
  });
});

/** Compares a passage of the README with what it should say, or writes it where `UPDATE` is set. */
function current(name: string, text: string): void {
  const readme = readFileSync(README, "utf8");
  const passage = new RegExp(`(<!-- figures: ${name} -->\n)[^]*?(<!-- end -->)`);
  const updated = readme.replace(passage, (_, before, after) => `${before}${text}\n${after}`);
  if (UPDATE) writeFileSync(README, updated);
  else expect(readme).toBe(updated);
  expect(readme).toMatch(passage);
}
