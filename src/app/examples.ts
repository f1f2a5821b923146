import { json } from "../io/json.ts";
import { show } from "./files.ts";

const texts = import.meta.glob<string>("/examples/*.process.json", { query: "?raw", import: "default" });

/** A process that comes with the app. */
export interface Example {
  /** Its file's name without the ending, as in "lead-flow". */
  readonly id: string;
  /** What a menu shows, as in "Lead flow". */
  readonly name: string;
}

/** The example that a newcomer sees first. */
export const FIRST_EXAMPLE = "sales-force-automation";

/** Every example, the first one first, then by name. */
export const EXAMPLES: readonly Example[] = Object.keys(texts)
  .map((path) => path.replace(/^.*\/|\.process\.json$/g, ""))
  .sort((a, b) => Number(b === FIRST_EXAMPLE) - Number(a === FIRST_EXAMPLE) || a.localeCompare(b))
  .map((id) => ({ id, name: (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll("-", " ") }));

/**
 * Opens an example as a new document.
 *
 * @throws RangeError if there is no such example.
 */
export async function openExample(id: string): Promise<void> {
  const load = texts[`/examples/${id}.process.json`];
  if (!load) throw new RangeError(`there is no example “${id}”`);
  await show(`The example “${id}”`, json.read(await load()));
}
