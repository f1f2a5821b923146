import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { main } from "../../src/cli/main.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { json } from "../../src/io/json.ts";
import type { Process } from "../../src/model/process.ts";
import { ROOT } from "../sources.ts";

/** How a call of the program ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Calls the real program in a process of its own.
 *
 * @param input - What is piped in; nothing by default.
 */
export function throughline(args: readonly string[], input = ""): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "src/cli/throughline.ts", ...args], { cwd: ROOT });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** Makes the same call inside this process, which is quicker where many calls are tried. */
export async function called(args: readonly string[]): Promise<Ended> {
  const wrote = { out: "", err: "" };
  const plain = (text: string) => text;
  const paint = { bold: plain, dim: plain, red: plain, yellow: plain };
  const terminal: Terminal = {
    out: (text) => {
      wrote.out += text;
    },
    err: (text) => {
      wrote.err += text;
    },
    progress: () => {},
    onOut: paint,
    onErr: paint,
  };
  return { code: await main(args, terminal), ...wrote };
}

/** An example's path in the project. */
export function example(name: string): string {
  return join("examples", `${name}.process.json`);
}

const folder = mkdtempSync(join(tmpdir(), "throughline-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file to try, and says where it is. */
export function given(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A path where there is nothing. */
export function nowhere(): string {
  return join(folder, "nowhere");
}

/** The process in a file that is known to hold one. */
export function read(path: string): Process {
  const result = json.read(readFileSync(path));
  if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.problems)}`);
  return result.process;
}

/** The text of a process file that cannot run, because the flows out of its first step are missing. */
export function lacking(path: string): string {
  const process = read(path);
  const step = process.nodes.find(({ kind }) => kind === "step");
  return json.write({ ...process, flows: process.flows.filter(({ from }) => from !== step?.id) });
}
