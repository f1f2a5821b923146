import { json } from "../io/json.ts";
import type { Process } from "../model/process.ts";
import { show } from "./files.ts";

// Only the names are part of the page; the examples themselves are fetched when they are opened.
const names = import.meta.glob<string>("/examples/*.process.json", { import: "name", eager: true });
const texts = import.meta.glob<string>("/examples/*.process.json", { query: "?raw", import: "default" });

/** A process that comes with the app. */
export interface Example {
  /** Its file's name without the ending, as in "lead-flow". */
  readonly id: string;
  /** The name of the process, as in "Lead flow". */
  readonly name: string;
}

/** The example that a newcomer sees first. */
export const FIRST_EXAMPLE = "sales-force-automation";

/** Every example, the first one first, then by name. */
export const EXAMPLES: readonly Example[] = Object.entries(names)
  .map(([path, name]) => ({ id: path.replace(/^.*\/|\.process\.json$/g, ""), name }))
  .sort((a, b) => Number(b.id === FIRST_EXAMPLE) - Number(a.id === FIRST_EXAMPLE) || a.name.localeCompare(b.name));

/** Brings the texts of all examples. */
export const loadExamples = () => Promise.all(Object.values(texts).map((load) => load()));

/**
 * Opens an example as a new document.
 *
 * @throws RangeError if there is no such example.
 */
export async function openExample(id: string): Promise<void> {
  await show(`The example “${id}”`, json.read(await textOf(id)));
}

/**
 * The process of an example, without opening it.
 *
 * @throws RangeError if there is no such example, or it cannot be read: our own mistake.
 */
export async function exampleProcess(id: string): Promise<Process> {
  const read = json.read(await textOf(id));
  if (!read.ok) throw new RangeError(`the example “${id}” cannot be read`);
  return read.process;
}

async function textOf(id: string): Promise<string> {
  const load = texts[`/examples/${id}.process.json`];
  if (!load) throw new RangeError(`there is no example “${id}”`);
  return load();
}
