import type { NodeKind, ProcessNode } from "./process.ts";
import { textWidth, wrap } from "./text.ts";

/** How the nodes of one kind are drawn: the same on the canvas, in layout and in every picture. */
export interface Shape {
  readonly outline: "pill" | "box" | "diamond" | "gateway";
  /** Unless a long word needs more. */
  readonly width: number;
  readonly minHeight: number;
  /** Room for the name inside the outline, in pixels; 0 where the name stands below it. */
  readonly textWidth: number;
  /** The room that is made for longer words, at the most; what is longer still is broken. */
  readonly longest: number;
}

/** The shape of each kind of node. */
export const SHAPES: Readonly<Record<NodeKind, Shape>> = {
  start: { outline: "pill", width: 136, minHeight: 44, textWidth: 86, longest: 176 },
  step: { outline: "box", width: 176, minHeight: 72, textWidth: 148, longest: 236 },
  decision: { outline: "diamond", width: 176, minHeight: 88, textWidth: 104, longest: 168 },
  fork: { outline: "gateway", width: 48, minHeight: 48, textWidth: 0, longest: 0 },
  join: { outline: "gateway", width: 48, minHeight: 48, textWidth: 0, longest: 0 },
  wait: { outline: "pill", width: 136, minHeight: 44, textWidth: 86, longest: 176 },
  end: { outline: "pill", width: 136, minHeight: 44, textWidth: 86, longest: 176 },
};

/** Size and leading of a node's name, in pixels. */
export const NAME_FONT = { size: 13, leading: 17, weight: 600 } as const;

/** The lines that a node's name breaks into, as drawn. */
export function nameLines(node: ProcessNode): readonly string[] {
  const room = roomOf(node);
  return room === 0 ? [node.name] : wrap(node.name, room, NAME_FONT.size);
}

/** Room for a node's name: what its kind has, or more where a word would be broken otherwise. */
function roomOf({ kind, name }: ProcessNode): number {
  const { textWidth: usual, longest } = SHAPES[kind];
  const words = name.split(/[^\S\u00a0\u202f]+/).map((word) => textWidth(word, NAME_FONT.size));
  const needed = words.reduce((most, width) => Math.max(most, Math.min(width, longest)), usual);
  return usual === 0 ? 0 : usual + Math.ceil((needed - usual) / GROWTH) * GROWTH;
}

/** Nodes get wider in steps of so many pixels. */
const GROWTH = 8;

interface Size {
  readonly width: number;
  readonly height: number;
}

const sizes = new WeakMap<ProcessNode, Size>();

/** The room that a node takes up, in pixels at zoom 1: it grows with the lines of its name, and with long words. */
export function nodeSize(node: ProcessNode): Size {
  const size = sizes.get(node) ?? measured(node);
  sizes.set(node, size);
  return size;
}

function measured(node: ProcessNode): Size {
  const { outline, width: usual, minHeight, textWidth: room } = SHAPES[node.kind];
  if (outline === "gateway") return { width: usual, height: minHeight };
  const wider = roomOf(node) - room;
  // The corners of a diamond take their share of what is added.
  const width = usual + (outline === "diamond" ? Math.ceil((wider * usual) / room / GROWTH) * GROWTH : wider);
  const text = nameLines(node).length * NAME_FONT.leading;
  // A box keeps a row below its name for team and work; a diamond loses half of its height to its slopes.
  const high = outline === "box" ? text + 38 : outline === "diamond" ? text * 2 + 20 : text + 20;
  return { width, height: Math.max(minHeight, Math.ceil(high / 4) * 4) };
}

/** How the names of documents and systems beside steps are set, in pixels: size, leading, and how wide a line gets. */
export const THING_FONT = { size: 11, leading: 14, room: 96 } as const;

/** The lines that the name of a document or system breaks into. */
export function thingLines(name: string): readonly string[] {
  return wrap(name, THING_FONT.room, THING_FONT.size);
}

/** The room that a document (with a wave at its foot) or a cylinder (with a lid) takes up, in pixels at zoom 1. */
export function thingSize(name: string): { readonly width: number; readonly height: number } {
  return { width: THING_FONT.room + 16, height: thingLines(name).length * THING_FONT.leading + 22 };
}
