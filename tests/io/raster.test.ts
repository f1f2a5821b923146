import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import type { Look } from "../../src/io/svg/look.ts";
import { writeSvg } from "../../src/io/svg.ts";
import { drawingOf } from "../../src/layout/layout.ts";
import { textWidth } from "../../src/model/text.ts";
import { EXAMPLES } from "./examples.ts";

const FONTS = { loadSystemFonts: true, defaultFontFamily: "Liberation Sans", sansSerifFamily: "Liberation Sans" };

function pixelsOf(svg: string) {
  const picture = new Resvg(svg, { font: FONTS, fitTo: { mode: "original" } }).render();
  return { width: picture.width, height: picture.height, pixels: picture.pixels };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where two pictures of one size differ; undefined where they do not. */
function difference(a: ReturnType<typeof pixelsOf>, b: ReturnType<typeof pixelsOf>): Box | undefined {
  let [left, top, right, bottom] = [a.width, a.height, -1, -1];
  for (let at = 0; at < a.pixels.length; at += 4) {
    const by = [0, 1, 2].map((channel) => Math.abs(a.pixels[at + channel]! - b.pixels[at + channel]!));
    if (Math.max(...by) < 40) continue;
    const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return right < 0 ? undefined : { left, top, right, bottom };
}

const TEXT = /<text[^>]*>.*?<\/text>/gs;

/** A window on a picture: only that part of it is drawn. */
function windowed(svg: string, { left, top, right, bottom }: Box): string {
  const [width, height] = [right - left, bottom - top];
  const root = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="Arial, Helvetica, sans-serif">`;
  return svg.replace(/<svg[^>]*>/, root);
}

/** Where a text can be at the most: as wide as it is measured, on either side of its anchor. */
function around(text: string): Box {
  const size = Number(/font-size="([\d.]+)"/.exec(text)?.[1]);
  const spans = [...text.matchAll(/<tspan x="([-\d.]+)" y="([-\d.]+)">([^<]*)</g)].map(([, x, y, words = ""]) => {
    const width = Math.ceil(textWidth(words, size)) + 4;
    return { left: Number(x) - width, right: Number(x) + width, top: Number(y) - size - 2, bottom: Number(y) + size };
  });
  const [lefts, tops] = [spans.map(({ left }) => left), spans.map(({ top }) => top)];
  const [rights, bottoms] = [spans.map(({ right }) => right), spans.map(({ bottom }) => bottom)];
  const box = [Math.min(...lefts), Math.min(...tops), Math.max(...rights), Math.max(...bottoms)].map(Math.round);
  return { left: box[0]!, top: box[1]!, right: box[2]!, bottom: box[3]! };
}

/** The ink of each text of a picture: what is gone when only that text is taken out. Texts set upwards are left aside. */
function inkOf(svg: string): readonly { readonly text: string; readonly box: Box | undefined }[] {
  return [...svg.matchAll(TEXT)].flatMap(({ 0: text, index }) => {
    if (svg.slice(0, index).endsWith('rotate(-90)">')) return [];
    const here = around(text);
    const box = difference(pixelsOf(windowed(svg, here)), pixelsOf(windowed(svg.replace(text, ""), here)));
    const found = box && {
      left: box.left + here.left,
      right: box.right + here.left,
      top: box.top + here.top,
      bottom: box.bottom + here.top,
    };
    return [{ text: text.replace(/<[^>]*>/g, " ").trim(), box: found }];
  });
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const LOOKS: readonly (readonly [string, Look])[] = [
  ["light", { titleLine: ["Version 2", "1 May 2026", "Ann Lee"] }],
  ["dark", { dark: true }],
];

describe.each(LOOKS)("every label of an SVG, drawn %s by another program", (_, look) => {
  it.each(EXAMPLES)("is there as ink, and lies on no other: $name", ({ process }) => {
    const ink = inkOf(writeSvg(process, drawingOf(process), look).replace(/<metadata.*?<\/metadata>/s, ""));
    expect(ink.length).toBeGreaterThan(process.nodes.length / 2);
    expect(ink.filter(({ box }) => box === undefined).map(({ text }) => text)).toEqual([]);
    const onAnother = ink.flatMap((a, i) =>
      ink.slice(i + 1).flatMap((b) => (a.box && b.box && overlap(a.box, b.box) ? [`${a.text} / ${b.text}`] : [])),
    );
    expect(onAnother).toEqual([]);
  });
});
