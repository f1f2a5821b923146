import { readdirSync, readFileSync } from "node:fs";
import { json } from "../../src/io/json.ts";
import type { Process } from "../../src/model/process.ts";

const FOLDER = new URL("../../examples/", import.meta.url);

/** Every process of the gallery. */
export const EXAMPLES: readonly { readonly name: string; readonly process: Process }[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".process.json"))
  .map((file) => {
    const read = json.read(readFileSync(new URL(file, FOLDER)));
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
    return { name: file.replace(".process.json", ""), process: read.process };
  });
