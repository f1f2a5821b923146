import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { formatOf } from "../io/formats.ts";
import { json } from "../io/json.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";

/** What the system's words for trouble with files mean. */
const TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file or folder.",
  EISDIR: "It is a folder, not a file.",
  ENOTDIR: "A part of its path is a file, not a folder.",
  EACCES: "Permission to it is denied.",
  EPERM: "Permission to it is denied.",
  EROFS: "The disk can only be read.",
  ENOSPC: "There is no space left on the disk.",
  EDQUOT: "There is no space left for you on the disk.",
  EMFILE: "Too many files are open.",
  ELOOP: "Its links lead in a circle.",
  ENAMETOOLONG: "Its name is too long.",
  ERR_FS_FILE_TOO_LARGE: "It is too large.",
  ERR_STRING_TOO_LONG: "It is too large.",
  ERR_INVALID_ARG_VALUE: "Its name holds a character that no file's name can hold.",
  EAGAIN: "Nothing is piped in.",
};

/**
 * Reads a process from a file: in the format that its name ends in, or as a process file where no format claims the name.
 *
 * @param path - `-` reads what is piped in.
 * @returns The process, or what prevents reading it: trouble with the file, no text, no JSON, no process.
 */
export function readProcess(path: string): Result<Process> {
  try {
    const read = (formatOf(path, "read")?.read ?? json.read)(readFileSync(path === "-" ? 0 : path));
    return read.ok ? { ok: true, value: read.process, problems: read.remarks } : read;
  } catch (error) {
    const words = troubleWords(error);
    if (words === undefined) throw error;
    return { ok: false, problems: [unreadable(words)] };
  }
}

function unreadable(words: string): Problem {
  const mend = "Give a file that can be read.";
  return { severity: "error", code: "unreadable", path: "", message: `It cannot be read. ${words}`, mend };
}

/** A file could not be written; the message says which and why. */
export class WriteError extends Error {}

/**
 * Writes a file whole or not at all: an old file stays as it was if the disk is full.
 *
 * @throws WriteError if the system refuses.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeInPieces(path, (write) => write(content));
}

/**
 * Writes a file whole or not at all, piece by piece, for texts that are too long to be held at once.
 *
 * @param fill - Given a function that writes one piece.
 * @throws WriteError if the system refuses.
 */
export function writeInPieces(path: string, fill: (write: (piece: string | Uint8Array) => void) => void): void {
  let part: string | undefined;
  let file: number | undefined;
  try {
    const target = existsSync(path) ? realpathSync(path) : path;
    const before = existsSync(target) ? statSync(target) : undefined;
    // A device or a pipe is written to; only a file can be replaced.
    const whole = before === undefined || before.isFile();
    if (whole) part = `${target}.${process.pid}.part`;
    const open = openSync(part ?? target, "w", before?.mode ?? 0o666);
    file = open;
    fill((piece) => writeFileSync(open, piece));
    closeSync(open);
    file = undefined;
    if (part !== undefined) renameSync(part, target);
  } catch (error) {
    if (file !== undefined) closeSync(file);
    if (part !== undefined) rmSync(part, { force: true });
    const words = troubleWords(error);
    if (words === undefined) throw error;
    throw new WriteError(`“${path}” could not be written. ${words}`);
  }
}

/**
 * Writes several files into a folder, which is made if there is none; other files in it stay.
 *
 * @throws WriteError if the system refuses.
 */
export function writeFolder(path: string, files: Readonly<Record<string, string>>): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const words = troubleWords(error);
    if (words === undefined) throw error;
    throw new WriteError(`The folder “${path}” could not be made. ${words}`);
  }
  for (const [name, text] of Object.entries(files)) writeWhole(join(path, name), text);
}

/** What a failed system call means, as a sentence; undefined if the error is not the system's. */
export function troubleWords(error: unknown): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code !== "string") return undefined;
  if (TROUBLE[code] !== undefined) return TROUBLE[code];
  return "syscall" in (error as object) ? `The system says “${message}”.` : undefined;
}
