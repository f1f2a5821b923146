import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Terminal } from "./terminal.ts";

/** How a command ended: fine, with something wrong in a file, or asked for wrongly. */
export type ExitCode = 0 | 1 | 2;

/** An option of a command, and what help says about it. */
export type Option = NonNullable<ParseArgsConfig["options"]>[string] & {
  /** What stands for its value in help, where it takes one, as in "N". */
  readonly value?: string;
  readonly required?: boolean;
  readonly help: string;
};

/** The values that parseArgs gives for options: text, or whether a switch is on. */
export type Values<Options extends Readonly<Record<string, Option>>> = {
  readonly [Name in keyof Options]?: Options[Name]["type"] extends "boolean" ? boolean : string;
};

/** One command of the program: what help says and what it does. */
export interface Command {
  readonly name: string;
  /** What follows the name besides options, as in "FILE". */
  readonly takes: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /**
   * @param args - What follows the command's name.
   * @throws UsageError if they are not what the command takes.
   */
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** The command was called in a way it does not know; the message says what is wrong. */
export class UsageError extends Error {}

/** A command whose arguments are read by the rules of its own options. */
export function command<const Options extends Readonly<Record<string, Option>>>(parts: {
  readonly name: string;
  readonly takes: string;
  readonly summary: string;
  readonly options: Options;
  /** How many arguments it takes besides options. */
  readonly most: number;
  run(args: readonly string[], values: Values<Options>, terminal: Terminal): ExitCode | Promise<ExitCode>;
}): Command {
  const { most, run, ...rest } = parts;
  return {
    ...rest,
    run: async (args, terminal) => {
      const { values, positionals } = read(args, parts.options);
      const extra = positionals[most];
      if (extra !== undefined) throw new UsageError(`“${extra}” is one argument too many.`);
      return run(positionals, values as Values<Options>, terminal);
    },
  };
}

function read(args: readonly string[], options: Readonly<Record<string, Option>>) {
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const empty = Object.entries(read.values).find(([, value]) => value === "");
    if (empty) throw new UsageError(`--${empty[0]} is empty.`);
    return read;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("ERR_PARSE_ARGS")) throw error;
    throw new UsageError(parsingWords(message));
  }
}

/** What Node says of wrong arguments, in a sentence of ours. */
function parsingWords(message: string): string {
  const [, option, written] = /^Option '([^']+)' argument is ambiguous.*use '(--[\w-]+=)/s.exec(message) ?? [];
  if (option !== undefined)
    return `The value of ${option} is missing; one that begins with a dash is written as in ${written}-x.`;
  const [first = message] = message.split(/\n|(?<=')\. /);
  return first.replace(/'([^']*)'/g, "“$1”").replace(/\.?$/, ".");
}

/** The only argument of a command that reads a file; `-` stands for what is piped in. */
export function fileArgument([file]: readonly string[]): string {
  if (file === undefined || file === "") throw new UsageError("The FILE is missing; “-” reads what is piped in.");
  return file;
}

/**
 * Reads an option that is a whole number.
 *
 * @param least - The smallest that makes sense.
 * @returns Undefined where the option was not given.
 */
export function wholeNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} takes a whole number of at least ${least}, not “${text}”.`);
}

/**
 * Reads an option that is a share, such as 0.05.
 *
 * @returns Above 0 and below 1; undefined where the option was not given.
 */
export function share(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number > 0 && number < 1) return number;
  throw new UsageError(`--${name} takes a share between 0 and 1, such as 0.05, not “${text}”.`);
}
