import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { replay } from "../experiment/replay.ts";
import type { Codec, FontFace, Writing } from "../io/codec.ts";
import { FORMATS, formatOf } from "../io/formats.ts";
import { EMBEDDED_FONTS } from "../io/pdf/draw.ts";
import { list } from "../model/format.ts";
import type { Process } from "../model/process.ts";
import { type ExitCode, UsageError } from "./command.ts";
import { isSameFile, writeFolder, writeWhole } from "./files.ts";
import { pictureOf } from "./picture.ts";
import { printable } from "./printable.ts";
import { printProblems } from "./problems.ts";
import { boxesIn, rasterise } from "./rasterise.ts";
import type { Terminal } from "./terminal.ts";
import { wallClock } from "./wall-clock.ts";
import type { Wanted } from "./write-options.ts";

/** What the command line calls the formats that it can write. */
export const WRITTEN = FORMATS.filter(({ write }) => write !== undefined);
const IDS = WRITTEN.map(({ id }) => id);

/** The format that `--to` names. */
function formatCalled(id: string): Codec {
  const format = WRITTEN.find((each) => each.id === id);
  if (!format) throw new UsageError(`--to takes ${list(IDS, "or")}, not “${id}”.`);
  return format;
}

/**
 * The format that `--to` names, or the ending of the file that is to be written.
 *
 * @throws UsageError if neither says one.
 */
export function formatFor(to: string | undefined, output: string | undefined): Codec {
  if (to !== undefined) return formatCalled(to);
  if (output === undefined || output === "-")
    throw new UsageError(
      `--to is missing; it takes ${list(IDS, "or")}. The name of a file to write may say it by its ending.`,
    );
  const format = formatOf(output, "write");
  if (format) return format;
  const endings = list(
    WRITTEN.map(({ extension }) => extension),
    "or",
  );
  throw new UsageError(`The name “${output}” does not say the format: end it in ${endings}, or use --to.`);
}

/**
 * Writes a process in a format, and says on stderr what that cannot hold.
 *
 * @param file - Where the process is from, for what is said of it.
 * @param to - A file; a folder for formats that are one, if it ends in “/” or is there; “-” or undefined prints.
 */
export async function writeProcess(
  file: string,
  process: Process,
  format: Codec,
  to: string | undefined,
  wanted: Wanted,
  terminal: Terminal,
): Promise<ExitCode> {
  const output = to === "-" ? undefined : to;
  const obstacles = format.obstacles?.(process) ?? [];
  printProblems(file, obstacles, terminal);
  if (obstacles.length > 0) {
    terminal.err(`${format.name} can only be written of a process without errors.\n`);
    return 1;
  }
  if (output !== undefined && format.losses && isSameFile(output, file))
    throw new UsageError(
      `“${output}” is the file that is read, and ${format.name} may not hold all of it: name another.`,
    );
  for (const loss of format.losses?.(process) ?? []) terminal.err(`${terminal.onErr.dim(printable(loss))}\n`);
  if (output !== undefined && isFolder(output)) {
    if (!format.folder) throw new UsageError(`${format.name} is one file, but “${output}” is a folder.`);
    writeFolder(output, format.folder(process));
    return 0;
  }
  const { picture, file: from = file, problems } = await pictureOf(process, wanted, terminal);
  printProblems(from, problems, terminal);
  if (!picture) return 1;
  const { drawing, look } = picture;
  const how = { look, scale: wanted.scale, rasterise: rasteriser(terminal), font, replay: replayOf(process) };
  const written = await format.write?.(picture.process, drawing, how);
  if (written === undefined) throw new UsageError(`${format.name} can be read, but not written.`);
  if (output !== undefined) writeWhole(output, written);
  else if (typeof written === "string") terminal.out(written);
  else throw new UsageError(`${format.name} is not text: name a file for it.`);
  return 0;
}

/** Makes pixels, and says which letters they cannot show. */
const rasteriser = (terminal: Terminal): NonNullable<Writing["rasterise"]> => {
  return (svg, scale) => {
    const boxes = boxesIn(svg);
    if (boxes !== undefined) terminal.err(`${terminal.onErr.dim(printable(boxes))}\n`);
    return rasterise(svg, scale);
  };
};

function isFolder(path: string): boolean {
  return path.endsWith("/") || (existsSync(path) && statSync(path).isDirectory());
}

async function font(face: FontFace): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${EMBEDDED_FONTS[face]}.ttf`));
}

/** The first replication of a run, visit by visit. */
const replayOf = (process: Process): NonNullable<Writing["replay"]> => {
  return async (log) => replay(process, {}, log, undefined, wallClock());
};
