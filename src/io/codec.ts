import type { Drawing } from "../model/geometry.ts";
import type { Problem } from "../model/problem.ts";
import type { Process } from "../model/process.ts";

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
   * @throws RangeError if the process holds what no file can, such as a number that is none: our own mistake.
   */
  write?(process: Process, drawing: Drawing): string;
  /** What of a process the format cannot hold, as sentences to read before it is written; left out = it holds all. */
  losses?(process: Process): readonly string[];
}
