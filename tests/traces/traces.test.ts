import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DEMANDING } from "./demanding.ts";
import { PLAIN } from "./processes.ts";
import { traceOf } from "./trace.ts";

// Each file begins with how its times were worked out by hand. `UPDATE=1 npx vitest run tests/traces` writes what the
// engine does below that; read the difference before committing it.
const TRACED = [...PLAIN, ...DEMANDING];
const folder = import.meta.dirname;
const fileOf = (name: string) => join(folder, `${name}.txt`);

it("has a process for each trace and a trace for each process", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  expect(files.sort()).toEqual(TRACED.map(({ name }) => `${name}.txt`).sort());
});

it.each(TRACED)("goes as worked out by hand: $name", ({ name, process, stop }) => {
  const file = fileOf(name);
  const written = existsSync(file) ? readFileSync(file, "utf8") : "";
  const comments = written.split("\n").filter((line) => line.startsWith("#"));
  expect(comments).not.toEqual([]);
  const now = `${comments.join("\n")}\n${traceOf(process, stop)}`;
  if (globalThis.process.env.UPDATE === "1") writeFileSync(file, now);
  else expect(now).toBe(written);
});
