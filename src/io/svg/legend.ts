import type { Heat } from "../../analyse/heat.ts";
import type { Point } from "../../model/geometry.ts";
import type { LegendEntry } from "../../model/lens/view.ts";
import { textWidth, wrap } from "../../model/text.ts";
import { element } from "./element.ts";
import { HEAT, type Look, mix, type Palette } from "./look.ts";
import { swatchShape } from "./swatches.ts";
import { textBlock } from "./text.ts";

const BAND = { width: 26, height: 14 };
const FONT = { size: 11, leading: 15 };
const TITLE = 12;
const SWATCH = 22;
const GAP = { beside: 22, inside: 7, below: 5 };
/** Lines longer than this are hard to follow. */
const WIDEST = 900;

/** The legend of a picture: how much room it takes, and how it is drawn at a place. */
export interface Legend {
  readonly width: number;
  readonly height: number;
  readonly draw: (at: Point, palette: Palette) => string;
}

/**
 * What explains a picture: what its lens is called, what its signs mean, its colours, and what is to be said of it.
 *
 * @param room - How wide it may get, in pixels.
 * @returns Undefined where there is nothing to explain.
 */
export function legendOf(
  { title, view, heat, said = [], source }: Look,
  stages: boolean,
  room: number,
): Legend | undefined {
  const width = Math.min(WIDEST, room);
  // Stages that lie among each other have no bands to explain.
  const entries = (view?.legend ?? []).filter(({ swatch }) => swatch.kind !== "band" || stages);
  const parts = [
    ...flowing(entries, width),
    ...(heat === undefined ? [] : [scale(heat)]),
    ...said.map((words) => sentence(words, width, "ink")),
    ...(source === undefined ? [] : [sentence(source, width, "muted")]),
  ];
  if (parts.length === 0) return undefined;
  return stacked(title === undefined ? parts : [heading(title), ...parts]);
}

function stacked(parts: readonly Legend[]): Legend {
  return {
    width: Math.max(...parts.map(({ width }) => width)),
    height: parts.reduce((sum, { height }) => sum + height + GAP.below, 0) - GAP.below,
    draw: ([x, y], palette) => {
      let top = y;
      const drawn = parts.map((part) => {
        const at = top;
        top += part.height + GAP.below;
        return part.draw([x, at], palette);
      });
      return element("g", {}, ...drawn);
    },
  };
}

function heading(title: string): Legend {
  const type = { size: TITLE, weight: 700 };
  return {
    width: textWidth(title, TITLE),
    height: 16,
    draw: ([x, y], { ink }) => textBlock([title], x, y + 12, 0, { ...type, fill: ink }),
  };
}

function sentence(words: string, room: number, colour: "ink" | "muted"): Legend {
  const lines = wrap(words, room, FONT.size);
  return {
    width: Math.max(...lines.map((line) => textWidth(line, FONT.size))),
    height: lines.length * FONT.leading,
    draw: ([x, y], palette) => textBlock(lines, x, y + 11, FONT.leading, { size: FONT.size, fill: palette[colour] }),
  };
}

/** Entries side by side, as many in a row as there is room for. */
function flowing(entries: readonly LegendEntry[], room: number): readonly Legend[] {
  const rows: Legend[][] = [];
  let left = 0;
  for (const each of entries.map((it) => entry(it, room))) {
    if (rows.length === 0 || each.width > left) {
      rows.push([]);
      left = room;
    }
    rows.at(-1)?.push(each);
    left -= each.width + GAP.beside;
  }
  return rows.map((row) => ({
    width: row.reduce((sum, { width }) => sum + width + GAP.beside, -GAP.beside),
    height: Math.max(...row.map(({ height }) => height)),
    draw: ([x, y], palette) => {
      let at = x;
      return row
        .map((each) => {
          const from = at;
          at += each.width + GAP.beside;
          return each.draw([from, y], palette);
        })
        .join("");
    },
  }));
}

function entry({ swatch, text }: LegendEntry, room: number): Legend {
  const lines = wrap(text, room - SWATCH - GAP.inside, FONT.size);
  return {
    width: SWATCH + GAP.inside + Math.max(...lines.map((line) => textWidth(line, FONT.size))),
    height: Math.max(18, lines.length * FONT.leading),
    draw: ([x, y], palette) =>
      swatchShape(swatch, { x, y: y + 2, width: SWATCH, height: 14 }, palette) +
      textBlock(lines, x + SWATCH + GAP.inside, y + 13, FONT.leading, { size: FONT.size, fill: palette.ink }),
  };
}

/** The colours of heat, from calm to pressed. */
function scale({ low, high }: Heat): Legend {
  const before = textWidth(low, FONT.size) + GAP.inside;
  const bands = high === "" ? 0 : HEAT.length;
  return {
    width: before + bands * BAND.width + (high === "" ? 0 : GAP.inside + textWidth(high, FONT.size)),
    height: 18,
    draw: ([x, y], palette) => {
      const words = (text: string, left: number) =>
        textBlock([text], left, y + 13, 0, { size: FONT.size, fill: palette.ink });
      const fills = HEAT.map((fill, i) => (i === 0 ? mix(fill, palette.card, palette.calm) : fill)).slice(0, bands);
      const swatches = fills.map((fill, i) => {
        const at = { ...BAND, x: x + before + i * BAND.width, y: y + 2 };
        return element("rect", { ...at, fill, stroke: palette.border, "stroke-width": 0.8 });
      });
      const end = high === "" ? "" : words(high, x + before + bands * BAND.width + GAP.inside);
      return words(low, x) + swatches.join("") + end;
    },
  };
}
