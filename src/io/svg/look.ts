import type { Heat } from "../../analyse/heat.ts";
import type { Seen } from "../../analyse/seen.ts";
import type { Associations } from "../../model/geometry.ts";

/** How a picture is to look, and what of the process and its last run it shows. */
export interface Look extends Partial<Pick<Seen, "title" | "view" | "said" | "source">> {
  /** @default false */
  readonly dark?: boolean;
  /** Leaves out the ground behind the picture. @default false */
  readonly transparent?: boolean;
  /** Left out = the plain process. */
  readonly heat?: Heat;
  /** The documents and systems that the view of the lens wants beside the steps. */
  readonly things?: Associations;
  /** What stands below the name besides the description, as in ["Version 2", "1 May 2026", "Ann Lee"]. */
  readonly titleLine?: readonly string[];
}

/** The colours of a picture, all as #rrggbb. */
export interface Palette {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly border: string;
  readonly note: string;
  readonly good: string;
  readonly bad: string;
  readonly accent: string;
  /** What comes from outside, and the first bottleneck. */
  readonly hot: string;
  /** How much of a department's colour its lane takes on, from 0 to 1. */
  readonly tint: number;
  /** How much of the calmest heat a step takes on: full yellow would draw the eye to where there is no delay. */
  readonly calm: number;
}

const LIGHT: Palette = {
  paper: "#ffffff",
  card: "#ffffff",
  ink: "#1c2430",
  muted: "#566071",
  line: "#5f6b7c",
  border: "#8390a2",
  note: "#fff6d6",
  good: "#1a7f4b",
  bad: "#b3362d",
  accent: "#2563a8",
  hot: "#c2410c",
  tint: 0.07,
  calm: 0.34,
};

const DARK: Palette = {
  paper: "#14181f",
  card: "#1f2630",
  ink: "#eceff4",
  muted: "#a9b3c2",
  line: "#9aa7b8",
  border: "#77859a",
  note: "#3a3520",
  good: "#5cc98f",
  bad: "#f08a80",
  accent: "#7db4f0",
  hot: "#fb923c",
  tint: 0.12,
  calm: 0.22,
};

/** The palette for a look. */
export function paletteOf(look: Look): Palette {
  return look.dark ? DARK : LIGHT;
}

/** The five steps of heat, from calm to pressed (cividis: it reads the same for colour-blind people and in print). */
export const HEAT = ["#f6dd4c", "#bbaf71", "#8a8577", "#5c5f6e", "#0a326a"] as const;

/** Which of the five steps a level of heat is in, from 0. */
function bandOf(level: number): number {
  return Math.min(HEAT.length - 1, Math.max(0, Math.floor(level * HEAT.length)));
}

/** The colour of a level of heat, and the one that reads well on it. */
export function heatColours(level: number): { readonly fill: string; readonly ink: string } {
  const band = bandOf(level);
  return { fill: HEAT[band] ?? HEAT[0], ink: band < 3 ? "#12161d" : "#ffffff" };
}

/** The same on the cards of a palette, where the calmest heat is a tint. */
export function heatOn(level: number, palette: Palette): { readonly fill: string; readonly ink: string } {
  if (bandOf(level) > 0) return heatColours(level);
  return { fill: mix(HEAT[0], palette.card, palette.calm), ink: palette.ink };
}

const DEPARTMENT_COLOURS = ["#3b82f6", "#0d9488", "#b45309", "#8b5cf6", "#be3a6e", "#4d7c0f", "#0e7490", "#6b7280"];

/** A department's colour: its own where it is written as #rrggbb, else one by its place in the list. */
export function departmentColour(color: string | undefined, index: number): string {
  if (color !== undefined && /^#[0-9a-f]{6}$/i.test(color)) return color.toLowerCase();
  return DEPARTMENT_COLOURS[index % DEPARTMENT_COLOURS.length] ?? "#6b7280";
}

/**
 * Mixes two colours in sRGB.
 *
 * @param share - How much of `over` there is, from 0 to 1.
 * @example
 * mix("#000000", "#ffffff", 0.5); // "#808080"
 */
export function mix(over: string, under: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) => Math.round(channel(over, at) * share + channel(under, at) * (1 - share)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
