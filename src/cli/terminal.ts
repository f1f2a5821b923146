import { writeSync } from "node:fs";

/** Where a command writes. Tests and pipes get plain text; a person at a terminal gets colour and progress. */
export interface Terminal {
  /** Writes what was asked for. */
  out(text: string): void;
  /** Writes what went wrong, or what to know besides. */
  err(text: string): void;
  /** Shows how far the work is, in a line that is written over; an empty text takes it away. */
  progress(text: string): void;
  /** How results and messages are set off. */
  readonly onOut: Paint;
  readonly onErr: Paint;
}

/** Sets a text off from others; where there is no colour, gives it back as it is. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
}

/**
 * The terminal, pipe or file that the program was started with.
 *
 * @param environment - `NO_COLOR` (https://no-color.org) turns colours off.
 */
export function terminal(environment: Readonly<Record<string, string | undefined>>): Terminal {
  const colour = !environment.NO_COLOR && environment.TERM !== "dumb";
  let shown = "";
  const progress = (text: string) => {
    if (!process.stderr.isTTY || text === shown) return;
    shown = text;
    process.stderr.write(`\r\u001b[K${text}`);
  };
  return {
    out: (text) => {
      progress("");
      writeAll(1, text);
    },
    err: (text) => {
      progress("");
      writeAll(2, text);
    },
    progress,
    onOut: paint(colour && process.stdout.isTTY === true),
    onErr: paint(colour && process.stderr.isTTY === true),
  };
}

/** The reader of a pipe has gone, as `head` does when it has seen enough: there is nobody left to write to. */
export class NobodyReads extends Error {}

/** Writes everything before it returns, so that nothing is lost when the program ends and a full disk is noticed here. */
function writeAll(to: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(to, bytes, from);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") throw new NobodyReads();
      // A pipe that does not block is full for now: try until its reader has caught up.
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function paint(colour: boolean): Paint {
  const as = (start: number, end: number) => (text: string) =>
    colour ? `\u001b[${start}m${text}\u001b[${end}m` : text;
  return { bold: as(1, 22), dim: as(2, 22), red: as(31, 39), yellow: as(33, 39) };
}
