import { readFileSync } from "node:fs";
import { type ExitCode, UsageError } from "./command.ts";
import { programHelp, usage } from "./commands/help.ts";
import { COMMANDS } from "./commands.ts";
import { troubleWords, WriteError } from "./files.ts";
import { printable } from "./printable.ts";
import { NobodyReads, type Terminal } from "./terminal.ts";

/**
 * Runs the command that the arguments ask for and says in words whatever goes wrong.
 *
 * @param args - What was typed after the program's name.
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    return explain(error, terminal);
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (name === undefined) {
    terminal.err(programHelp(COMMANDS));
    return 2;
  }
  if (name === "--version") {
    terminal.out(`${version()}\n`);
    return 0;
  }
  if (name === "--help" || name === "-h") return dispatch(["help"], terminal);
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) {
    terminal.err(`There is no command “${printable(name)}”.\n\n${programHelp(COMMANDS)}`);
    return 2;
  }
  const options = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (options.includes("--help") || options.includes("-h")) return dispatch(["help", name], terminal);
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`${printable(error.message)}\nUsage: ${usage(command)}\n`);
    return 2;
  }
}

/** Says why a command could not be done; what is no trouble with files is a mistake in the program. */
function explain(error: unknown, terminal: Terminal): ExitCode {
  try {
    if (error instanceof NobodyReads) return 0;
    if (error instanceof WriteError) terminal.err(`${printable(error.message)}\n`);
    else if (troubleWords(error) !== undefined)
      terminal.err(`The output could not be written. ${troubleWords(error)}\n`);
    else {
      const words = printable(error instanceof Error ? error.message : String(error));
      terminal.err(`Throughline made a mistake, not you: ${words}\nPlease report it with the file it happened with.\n`);
    }
  } catch {
    // Nobody reads what goes wrong either.
  }
  return 1;
}

function version(): string {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { readonly version: string }).version;
}
