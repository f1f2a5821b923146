import { readdirSync, readFileSync } from "node:fs";
import { json } from "../src/io/json.ts";
import type { Process } from "../src/model/process.ts";

const FOLDER = new URL("../tests/layout/real/", import.meta.url);

/** Lane diagrams from BPMN files that npm packages ship: see the README beside them. */
export function realDiagrams(): readonly Process[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".process.json"));
  return files.sort().map((file) => {
    const read = json.read(readFileSync(new URL(file, FOLDER), "utf8"));
    if (!read.ok) throw new Error(`${file}: ${read.problems[0]?.message}`);
    return read.process;
  });
}
