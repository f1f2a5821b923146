import {
  accessSync,
  closeSync,
  constants,
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
import { dirname, join } from "node:path";
import { formatOf } from "../io/formats.ts";
import { json } from "../io/json.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { UsageError } from "./command.ts";

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

/** Whether two paths lead to one file. What is piped in or printed is none. */
export function isSameFile(one: string, other: string): boolean {
  const at = [one, other].map((path) => (path !== "-" && existsSync(path) ? realpathSync(path) : undefined));
  return at[0] !== undefined && at[0] === at[1];
}

/**
 * Fails at once where what a long run finds could not be written in the end.
 *
 * @param source - The file that is read, which the outcome must not replace.
 * @throws WriteError if the system would refuse.
 * @throws UsageError if both are the same file.
 */
export function expectWritable(path: string, source: string): void {
  if (isSameFile(path, source)) throw new UsageError(`“${path}” is the file that is read: give another one to write.`);
  try {
    const before = existsSync(path) ? statSync(path) : undefined;
    if (before?.isDirectory()) throw new WriteError(`“${path}” could not be written. ${TROUBLE.EISDIR}`);
    // A file is replaced, which its folder has to allow; a device or a pipe is written to.
    accessSync(before === undefined || before.isFile() ? dirname(path) : path, constants.W_OK);
  } catch (error) {
    throw refusalOf(path, error);
  }
}

/** What to throw where the system refuses to write a file; what is none of its errors is thrown on. */
function refusalOf(path: string, error: unknown): unknown {
  const words = troubleWords(error);
  return words === undefined ? error : new WriteError(`“${path}” could not be written. ${words}`);
}

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
    throw refusalOf(path, error);
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
