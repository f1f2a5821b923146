import { z } from "zod";
import type { Immutable } from "./immutable.ts";

/** Any value that JSON has. */
export const json = z.json().meta({ id: "Json", description: "Anything that JSON can hold" });

/** Every object of the file may carry what other programs wrote there; it is kept and written back. */
export const extensions = z.exactOptional(
  z.record(z.string(), json).meta({ id: "Extensions", description: "What other programs wrote here; it is kept" }),
);

/** What other programs wrote into an object of the file, by field. */
export type Extensions = Immutable<NonNullable<z.infer<typeof extensions>>>;

/** Names that JavaScript objects own: as ids they would break every table keyed by id. */
const RESERVED: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype"]);

/** Whether a text may be an id: 1–64 characters and no name that JavaScript objects own. */
export function isId(text: string): boolean {
  return text.length >= 1 && text.length <= 64 && !RESERVED.has(text);
}

/** A name for use inside the file: unique in the whole of it. */
export const id = z.string().min(1).max(64).refine(isId).meta({
  id: "Id",
  description: "An id has 1 to 64 characters and is no name that JavaScript objects own, such as “constructor”.",
});
/** The id of something else in the file. */
export const ref = z.string();
/** What people write. */
export const text = z.string();
/** A number of things; `validate` sees to it that it is whole. */
export const count = z.number();

/** A place on the drawing, in pixels. Further out no program draws, and routes that long are no longer found. */
export const coordinate = z
  .number()
  .min(-1_000_000)
  .max(1_000_000)
  .describe("In pixels, no further than a million to either side");
