import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { FontFace } from "../../src/io/codec.ts";
import { EMBEDDED_FONTS } from "../../src/io/pdf/draw.ts";
import { pdf } from "../../src/io/pdf.ts";
import type { Look } from "../../src/io/svg/look.ts";
import { writeSvg } from "../../src/io/svg.ts";
import { drawingOf } from "../../src/layout/layout.ts";
import type { Process } from "../../src/model/process.ts";
import { end, paths, processOf, start, step } from "../builders.ts";
import { EXAMPLES } from "./examples.ts";
import { looked } from "./looked.ts";
import { elements, parseXml, textOf } from "./xml.ts";

const font = (face: FontFace) =>
  readFile(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${EMBEDDED_FONTS[face]}.ttf`));

interface Text {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly font: string;
}

/** A PDF as another program reads it. */
async function opened(process: Process, look: Look = {}) {
  const data = await pdf.write(process, drawingOf(process), { look, font });
  const file = await getDocument({ data: data.slice(), verbosity: 0 }).promise;
  const page = await file.getPage(1);
  await page.getOperatorList();
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item): Text[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , , x = 0, y = 0] = item.transform as number[];
    const { name } = page.commonObjs.get(item.fontName) as { name: string };
    return [{ words: item.str, x, y, width: item.width, font: name }];
  });
  const [, , width = 0, height = 0] = page.view;
  const { info } = await file.getMetadata();
  return { pages: file.numPages, width, height, texts, info: info as Readonly<Record<string, unknown>> };
}

const squeezed = (text: string) => text.replace(/\s/g, "");

/** What the picture says, line by line. */
const linesOf = (svg: string) =>
  elements(parseXml(svg))
    .filter(({ name }) => name === "tspan")
    .map((line) => squeezed(textOf(line)))
    .filter((line) => line !== "")
    .sort();

describe("a PDF", () => {
  it.each(EXAMPLES)("is one page on which every label is text, in the picture's lines: $name", async ({ process }) => {
    const svg = writeSvg(process, drawingOf(process));
    const { pages, width, height, texts, info } = await opened(process);
    expect(pages).toBe(1);
    const [, wide, high] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.map(Number);
    expect([width, height]).toEqual([expect.closeTo(wide!, 0), expect.closeTo(high!, 0)]);
    expect(texts.map(({ words }) => squeezed(words)).sort()).toEqual(linesOf(svg));
    for (const { x, y } of texts) {
      expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
    }
    expect(info.Title).toBe(process.name);
  });

  it("shows what a lens shows", async () => {
    const { process } = EXAMPLES[0]!;
    const look = looked("systems", process);
    const { texts } = await opened(process, look);
    expect(texts.map(({ words }) => squeezed(words)).sort()).toEqual(
      linesOf(writeSvg(process, drawingOf(process), look)),
    );
  });

  it("writes Greek and Cyrillic in letters of their own, bold where the picture is, no wider than its lines", async () => {
    const process = processOf({
      name: "Продажи и Πωλήσεις",
      departments: [{ id: "d", name: "Отдел продаж" }],
      nodes: [
        start("in", { department: "d" }),
        step("a", { name: "Позвонить покупателю", department: "d" }),
        end("out"),
      ],
      flows: paths("in > a > out"),
    });
    const { texts } = await opened(process);
    const title = texts.find(({ words }) => words === "Продажи и Πωλήσεις")!;
    expect(title.font).toMatch(/Bold/);
    const [call, buyer] = [
      texts.find(({ words }) => words === "Позвонить")!,
      texts.find(({ words }) => words === "покупателю")!,
    ];
    expect([call.font, buyer.font]).toEqual([title.font, title.font]);
    // A step's name has 148 pixels.
    for (const { width } of [call, buyer]) expect(width).toBeLessThan(148);
  });

  it("is the same, byte for byte, with embedded letters too", async () => {
    const process = processOf({ name: "Ёлка", nodes: [start("in"), end("out")], flows: paths("in > out") });
    const write = () => pdf.write(structuredClone(process), drawingOf(process), { font });
    expect(await write()).toEqual(await write());
  });

  it("says before writing which names it has no letters for", () => {
    const process = processOf({ name: "漢字", nodes: [start("in", { name: "שלום" })] });
    expect(pdf.losses(process).join(" ")).toContain("no font in the PDF");
    const held = processOf({ name: "10\u00a0000 € – Łódź, Αθήνα\n2\u202f%", systems: [{ id: "s", name: "CRM" }] });
    expect(pdf.losses(held)).toHaveLength(1);
    expect(pdf.losses({ ...held, systems: [{ id: "s", name: "顧客" }] }).join(" ")).toContain("“顧客”");
  });
});
