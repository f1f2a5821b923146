import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { replay } from "../experiment/replay.ts";
import type { Codec, Writing } from "../io/codec.ts";
import { FORMATS } from "../io/formats.ts";
import { drawingOf } from "../layout/layout.ts";
import { list } from "../model/format.ts";
import type { Process } from "../model/process.ts";
import { type ExitCode, UsageError } from "./command.ts";
import { writeFolder, writeWhole } from "./files.ts";
import { printable } from "./printable.ts";
import { printProblems } from "./problems.ts";
import type { Terminal } from "./terminal.ts";
import { wallClock } from "./wall-clock.ts";

/** What the command line calls the formats that it can write. */
export const WRITTEN = FORMATS.filter(({ write }) => write !== undefined);
const IDS = WRITTEN.map(({ id }) => id);

/** The format that `--to` names. */
export function formatCalled(id: string): Codec {
  const format = WRITTEN.find((each) => each.id === id);
  if (!format) throw new UsageError(`--to takes ${list(IDS, "or")}, not “${id}”.`);
  return format;
}

/**
 * Writes a process in a format, and says on stderr what that cannot hold.
 *
 * @param file - Where the process is from, for what is said of it.
 * @param output - A file; a folder for formats that are one, if it ends in “/” or is there; undefined prints.
 */
export async function writeProcess(
  file: string,
  process: Process,
  format: Codec,
  output: string | undefined,
  how: Writing,
  terminal: Terminal,
): Promise<ExitCode> {
  if (format.pageOnly !== undefined) throw new UsageError(format.pageOnly);
  const obstacles = format.obstacles?.(process) ?? [];
  printProblems(file, obstacles, terminal);
  if (obstacles.length > 0) {
    terminal.err(`${format.name} can only be written of a process without errors.\n`);
    return 1;
  }
  for (const loss of format.losses?.(process) ?? []) terminal.err(`${terminal.onErr.dim(printable(loss))}\n`);
  if (output !== undefined && isFolder(output)) {
    if (!format.folder) throw new UsageError(`${format.name} is one file, but “${output}” is a folder.`);
    writeFolder(output, format.folder(process));
    return 0;
  }
  const written = await format.write?.(process, drawingOf(process), { ...how, font, replay: replayOf(process) });
  if (written === undefined) throw new UsageError(`${format.name} can be read, but not written.`);
  if (output !== undefined) writeWhole(output, written);
  else if (typeof written === "string") terminal.out(written);
  else throw new UsageError(`${format.name} is not text: name a file for it with -o.`);
  return 0;
}

function isFolder(path: string): boolean {
  return path.endsWith("/") || (existsSync(path) && statSync(path).isDirectory());
}

async function font(): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"));
}

/** The first replication of a run, visit by visit. */
const replayOf = (process: Process): NonNullable<Writing["replay"]> => {
  return async (log) => replay(process, {}, log, undefined, wallClock());
};
