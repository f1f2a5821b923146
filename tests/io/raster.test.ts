import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { heatOf } from "../../src/analyse/heat.ts";
import type { Look } from "../../src/io/svg/look.ts";
import { writeSvg } from "../../src/io/svg.ts";
import { drawingOf } from "../../src/layout/layout.ts";
import { LENS_IDS } from "../../src/model/lens/view.ts";
import type { Process } from "../../src/model/process.ts";
import { EXAMPLES } from "./examples.ts";
import { looked, resultsOf } from "./looked.ts";

/** Arimo is as wide as Arial, letter by letter, and free. */
const fontFile = (face: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/arimo/${face}.ttf`));
const FONTS = {
  fontFiles: ["400Regular/Arimo_400Regular", "600SemiBold/Arimo_600SemiBold", "700Bold/Arimo_700Bold"].map(fontFile),
  loadSystemFonts: false,
  defaultFontFamily: "Arimo",
  sansSerifFamily: "Arimo",
};

interface Box {
  /** How many pixels have the full colour. */
  pixels: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const TEXT = /<text([^>]*) fill="#[0-9a-f]{6}"([^>]*)>(.*?)<\/text>/gs;

interface Inked {
  readonly text: string;
  readonly ink: Box | undefined;
}

/**
 * The ink of each text of a picture, in the picture's order, as drawn by a program that is not ours: every text is given
 * a colour of its own, which nothing else in the picture has, and its ink is where that colour is.
 */
function inkOf(svg: string): readonly Inked[] {
  const texts: string[] = [];
  const painted = svg.replace(TEXT, (_, before: string, after: string, words: string) => {
    const colour = texts.push(words.replace(/<[^>]*>/g, " ").trim());
    return `<text${before} fill="#${colour.toString(16).padStart(4, "0")}ff"${after}>${words}</text>`;
  });
  // Twice as large, so that the middle of every stroke has the full colour.
  const { width, pixels } = new Resvg(painted, { font: FONTS, fitTo: { mode: "zoom", value: 2 } }).render();
  const inks: (Box | undefined)[] = texts.map(() => undefined);
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 2] !== 255 || pixels[at]! > 1 || pixels[at + 3] !== 255) continue;
    const which = pixels[at]! * 256 + pixels[at + 1]! - 1;
    if (which < 0 || which >= texts.length) continue;
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    inks[which] ??= { pixels: 0, left: x, top: y, right: x, bottom: y };
    const box = inks[which];
    box.pixels++;
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x);
    box.bottom = Math.max(box.bottom, y);
  }
  return texts.map((text, i) => ({ text, ink: inks[i] }));
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const LOOKS: readonly (readonly [string, Look])[] = [
  ["with a title block", { titleLine: ["Version 2", "1 May 2026", "Ann Lee"] }],
  ["dark", { dark: true }],
];

describe.each(LOOKS)("every label of an SVG, drawn %s by another program", (_, look) => {
  it.each(EXAMPLES)("is there as ink, and lies on no other: $name", ({ process }) => {
    const inked = inkOf(bare(writeSvg(process, drawingOf(process), look)));
    expect(inked.length).toBeGreaterThan(process.nodes.length / 2);
    expect(wrong(inked)).toEqual([]);
  });
});

const THROUGH: readonly (readonly [string, (process: Process) => Look])[] = [
  ...LENS_IDS.map((lens) => [lens, (process: Process) => looked(lens, process)] as const),
  ["systems and heat", (process) => ({ ...looked("systems", process), heat: heatOf(process, resultsOf(process)) })],
];

describe.each(THROUGH.map(([name, look], i) => ({ name, look, i })))("through the lens $name, every label", (lens) => {
  // Every fourth example, others for each lens: all of them take minutes.
  it.each(EXAMPLES.filter((_, i) => i % 4 === lens.i % 4))("is there, and nothing covers it: $name", ({ process }) => {
    const svg = bare(writeSvg(process, drawingOf(process), lens.look(process)));
    const alone = inkOf(svg.replace(/<(?:rect|path|line|circle) [^>]*\/>/g, ""));
    const inked = inkOf(svg);
    expect(wrong(inked)).toEqual([]);
    const covered = inked.filter(({ ink }, i) => (ink?.pixels ?? 0) < 0.97 * (alone[i]?.ink?.pixels ?? 0));
    expect(covered.map(({ text }) => text)).toEqual([]);
  });
});

/** The picture without the process inside it, which draws nothing. */
const bare = (svg: string) => svg.replace(/<metadata.*?<\/metadata>/s, "");

/** Texts that are not there, and those that lie on another. */
function wrong(inked: readonly Inked[]): readonly string[] {
  return inked.flatMap(({ text, ink }, i) => {
    if (ink === undefined) return [`${text} is missing`];
    return inked
      .slice(i + 1)
      .flatMap((other) => (other.ink && overlap(ink, other.ink) ? [`${text} / ${other.text}`] : []));
  });
}
