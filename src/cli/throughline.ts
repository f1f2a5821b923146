import { main } from "./main.ts";
import { terminal } from "./terminal.ts";

const { npm_lifecycle_event: script, INIT_CWD: home } = process.env;
// npm runs a script in the project's folder; files are named from where the person is.
if (script === "throughline" && home) process.chdir(home);

process.exitCode = await main(process.argv.slice(2), terminal(process.env));
