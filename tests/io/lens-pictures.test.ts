import { describe, expect, it } from "vitest";
import { seenThrough } from "../../src/analyse/seen.ts";
import { readSvg, writeSvg } from "../../src/io/svg.ts";
import { drawingOf } from "../../src/layout/layout.ts";
import { lensOf } from "../../src/model/lens/lenses.ts";
import { systemColour } from "../../src/model/lens/systems.ts";
import { LENS_IDS, type LensId } from "../../src/model/lens/view.ts";
import { partOf } from "../../src/model/part.ts";
import type { Process } from "../../src/model/process.ts";
import { EXAMPLES } from "./examples.ts";
import { looked, resultsOf } from "./looked.ts";
import { brokenRules } from "./picture-rules.ts";
import { elements, parseXml, textOf } from "./xml.ts";

const sales = EXAMPLES.find(({ name }) => name === "sales-force-automation")!.process;
const draw = (lens: LensId, process: Process = sales, more = {}) =>
  writeSvg(process, drawingOf(process), { ...looked(lens, process, resultsOf(sales)), ...more });
const texts = (svg: string) =>
  elements(parseXml(svg))
    .filter(({ name }) => name === "text")
    .map((text) => textOf(text));
const shapes = (svg: string, key: string, value: string) =>
  elements(parseXml(svg)).filter(({ attributes }) => attributes[key] === value);

describe.each(LENS_IDS)("a picture through the lens %s", (lens) => {
  it.each([false, true])("keeps the rules of pictures (dark: %s)", (dark) => {
    for (const { process } of EXAMPLES)
      expect(brokenRules(parseXml(writeSvg(process, drawingOf(process), { ...looked(lens, process), dark })))).toEqual(
        [],
      );
  });

  it("is the same, byte for byte, whenever it is drawn, and opens again as the process", () => {
    const again = draw(lens, structuredClone(sales));
    expect(again).toBe(draw(lens));
    expect(readSvg(again)).toEqual({ ok: true, process: sales, remarks: [] });
  });

  it("has a legend under the lens's name, with all that the lens explains", () => {
    const { title, view, said, source } = looked(lens, sales);
    const written = texts(draw(lens)).join("\n").replace(/\s+/g, "");
    for (const words of [title!, ...view!.legend.map(({ text }) => text), ...said!, source ?? ""])
      expect(written).toContain(words.replace(/\s+/g, ""));
  });

  it("shows a selected part with the whole's figures, and no more than that", () => {
    const chosen = new Set([
      "lead-qualification",
      "proposal-generation",
      ...sales.nodes.slice(0, 4).map(({ id }) => id),
    ]);
    const part = partOf(sales, chosen);
    const written = texts(draw(lens, part));
    const others = sales.nodes.filter(({ id, kind }) => kind === "end" && !chosen.has(id));
    expect(others.length).toBeGreaterThan(0);
    for (const { name } of others) expect(written).not.toContain(name);
    expect(brokenRules(parseXml(draw(lens, part)))).toEqual([]);
  });

  it("says in words that there is nothing to show, where there is nothing", () => {
    const bare = { ...sales, departments: [], systems: [], data: [], stages: [], nodes: [], flows: [], teams: [] };
    const svg = writeSvg(bare, drawingOf(bare), looked(lens, bare, "none"));
    expect(brokenRules(parseXml(svg))).toEqual([]);
    const { nothing } = lensOf(lens);
    if (lens !== "process") expect(texts(svg)).toContain(nothing);
  });
});

it("data: each data item as a document, dashed lines to it, and what comes from outside in another colour", () => {
  const svg = draw("data");
  const written = texts(svg).map((text) => text.replace(/\s+/g, ""));
  for (const { name } of sales.data) expect(written).toContain(name.replace(/\s+/g, ""));
  expect(shapes(svg, "stroke-dasharray", "4 3").length).toBeGreaterThanOrEqual(sales.data.length);
  expect(shapes(svg, "stroke", "#c2410c").length).toBeGreaterThan(0);
});

it("data: of a part it says that what comes from outside is from outside of the part", () => {
  const part = partOf(sales, new Set(["proposal-generation"]));
  const { view } = seenThrough("data", { process: part, whole: sales });
  expect(view.legend.at(-1)?.text).toMatch(/^\d+ from outside of this part: no step here makes it before$/);
  expect(seenThrough("data", { process: sales, whole: sales }).view.legend.at(-1)?.text).toMatch(
    /nobody before makes it$/,
  );
});

it("systems: a cylinder for each in its colour, and the same colour at the steps that use it", () => {
  const svg = draw("systems");
  for (const { id, name } of sales.systems) {
    expect(texts(svg).map((text) => text.replace(/\s+/g, ""))).toContain(name.replace(/\s+/g, ""));
    const colour = systemColour(sales, id);
    // The lid and the body of the cylinder; the edge of a step and the legend.
    expect(shapes(svg, "stroke", colour).length).toBeGreaterThanOrEqual(2);
    expect(shapes(svg, "fill", colour).length).toBeGreaterThanOrEqual(2);
  }
});

it("departments: hand-offs heavy, with how often they happened", () => {
  const { view } = looked("departments", sales);
  const svg = draw("departments");
  // Each heavy line, and the one in the legend.
  expect(shapes(svg, "stroke-width", "3.4")).toHaveLength(view!.flows.size + 1);
  for (const { badge } of view!.flows.values()) expect(texts(svg)).toContain(badge!);
});

it("bottlenecks: the first is named where it is, with its share of the delay and who waits", () => {
  const results = resultsOf(sales);
  const svg = draw("bottlenecks");
  const worst = results.steps[results.bottlenecks[0]!.steps[0]!]!;
  expect(texts(svg)).toContain("Bottleneck");
  expect(texts(svg)).toContain(`${worst.queueLength.mean.toFixed(1)} waiting`);
  expect(texts(svg).filter((text) => text.endsWith("of delay"))).toHaveLength(
    sales.nodes.filter(({ kind }) => kind === "step").length,
  );
});

it("improvements: the rank of each at its node and in the legend, the rest counted", () => {
  const svg = draw("improvements");
  expect(texts(svg)).toContain("1 · 90 min sooner");
  expect(texts(svg)).toContain("1");
  expect(texts(svg)).toContain("1 change was tried with no gain that 2 replications could show.");
});

it("improvements: no more than eight are listed, and the rest is said to be there", () => {
  const results = resultsOf(sales);
  const one = results.improvements![0]!;
  const many = { ...results, improvements: Array.from({ length: 11 }, (_, i) => ({ ...one, rank: i + 1 })) };
  const { view, said } = looked("improvements", sales, many);
  expect(view!.legend).toHaveLength(8);
  expect(said).toEqual(["3 more changes are shown to help, less than these."]);
  expect([...view!.nodes.values()]).toEqual([{ stands: true, badge: "1 · 90 min sooner, +7" }]);
});

it("stages are bands only for who looks at the process itself", () => {
  const staged = EXAMPLES.find(({ process }) => Object.keys(drawingOf(process).stages).length > 0)!.process;
  const first = staged.stages[0]!.name;
  const written = (lens: LensId) => texts(writeSvg(staged, drawingOf(staged), looked(lens, staged))).join("\n");
  expect(written("process")).toContain(first);
  expect(written("data").split("\n")).not.toContain(first);
});
