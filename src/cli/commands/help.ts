import { type Command, command, type ExitCode, UsageError } from "../command.ts";
import { table } from "../table.ts";

const PROGRAM = "npm run throughline --";

/** What the program can do, or how one command is called. */
export function helpOn(commands: readonly Command[]): Command {
  const help: Command = command({
    name: "help",
    takes: "[COMMAND]",
    summary: "Tells how the program, or one of its commands, is called.",
    options: {},
    most: 1,
    run([name], _, terminal): ExitCode {
      const found = [...commands, help].find((each) => each.name === name);
      if (name !== undefined && !found) throw new UsageError(`There is no command “${name}”.`);
      terminal.out(found ? commandHelp(found) : programHelp([...commands, help]));
      return 0;
    },
  });
  return help;
}

/** How a command is called, in one line. */
export function usage({ name, takes, options }: Command): string {
  const written = Object.entries(options).map(([option, { short, value, required }]) => {
    const words = `${short ? `-${short}` : `--${option}`}${value ? ` ${value}` : ""}`;
    return required ? words : `[${words}]`;
  });
  return [PROGRAM, name, takes, ...written].filter((part) => part !== "").join(" ");
}

/** The program in a few lines: its commands and how to learn more. */
export function programHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, takes, summary }) => [`${name} ${takes}`, summary]);
  return `Draw a CRM process, run it, and see where it gets stuck.

Usage: ${PROGRAM} COMMAND …

${indented(rows)}

“${PROGRAM} help COMMAND” tells a command's options. FILE is a process file (.process.json);
“-” reads what is piped in. Exit codes: 0 fine, 1 the file has errors or cannot be read, 2 wrong usage.
`;
}

function commandHelp(command: Command): string {
  const rows = Object.entries(command.options).map(([name, { short, value, help }]) => [
    `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
    help,
  ]);
  const options = rows.length === 0 ? "" : `\n${indented(rows)}\n`;
  return `${command.summary}\n\nUsage: ${usage(command)}\n${options}`;
}

function indented(rows: readonly (readonly string[])[]): string {
  return table([{ name: "" }, { name: "" }], rows)
    .slice(1)
    .map((line) => `  ${line}`)
    .join("\n");
}
