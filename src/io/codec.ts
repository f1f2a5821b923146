import type { Drawing } from "../model/geometry.ts";
import type { Problem } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import type { LoggedVisit } from "./event-log.ts";
import type { Look } from "./svg/look.ts";

/** The answer to reading a file: a process with remarks (what was kept aside, what is doubtful), or why there is none. */
export type Decoded =
  | { readonly ok: true; readonly process: Process; readonly remarks: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One format that processes come in or go out in. Formats that can be both read and written have both. */
export interface Codec {
  /** What the command line calls it, as in `--to svg`. */
  readonly id: string;
  /** What people call it, as in “Process file”. */
  readonly name: string;
  /** What its files end in, dot included. */
  readonly extension: string;
  /** What else files end in that it reads. */
  readonly also?: readonly string[];
  readonly mime: string;
  /**
   * Reads a file. It never throws, whatever is in it.
   *
   * @param file - Its bytes, or its text where somebody has decoded it already.
   */
  read?(file: Uint8Array | string): Decoded;
  /**
   * Writes a process.
   *
   * @param drawing - Where everything of it is, for formats that show it.
   * @param how - What else the format may need or heed.
   * @returns Text, or bytes.
   * @throws RangeError if the process holds what no file can, such as a number that is none: our own mistake.
   */
  write?(process: Process, drawing: Drawing, how?: Writing): Written | Promise<Written>;
  /** The same in several files by name, for formats that are a folder by nature. */
  folder?(process: Process): Readonly<Record<string, string>>;
  /** What keeps a process from being written, such as errors in it; left out = any can be. */
  obstacles?(process: Process): readonly Problem[];
  /** What of a process the format cannot hold, as sentences to read before it is written; left out = it holds all. */
  losses?(process: Process): readonly string[];
  /** What people may choose for this format. */
  readonly choices?: readonly Choice[];
}

/** What a written file is. */
export type Written = string | Uint8Array<ArrayBuffer>;

/** What people may choose about a picture. */
export type Choice = "lens" | "look" | "ground" | "heat" | "selection" | "scale" | "title";

/** What a format may need or heed besides the process. */
export interface Writing {
  readonly look?: Look;
  /** How many times larger a picture of pixels is than the drawing. @default 2 */
  readonly scale?: number;
  /** Makes pixels of an SVG, as a PNG file: the page and the command line have each their own way. */
  readonly rasterise?: (svg: string, scale: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Brings a TrueType font, for letters that the fonts of every PDF reader lack. */
  readonly font?: (face: FontFace) => Promise<Uint8Array>;
  /** Runs the process once more and tells every visit, for logs of events. */
  readonly replay?: (log: EventSink) => Promise<unknown>;
}

/** The cuts of the font that is embedded. */
export type FontFace = "regular" | "bold";

/** Takes the visits of a run, one by one. */
export interface EventSink {
  readonly push: (visit: LoggedVisit) => void;
}
