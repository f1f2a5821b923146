import { number } from "../model/format.ts";
import type { Field, Process } from "../model/process.ts";
import type { History } from "./history.ts";

/** A field of a record, as people read it. */
export interface Carried {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

/**
 * What a record carries, field by field.
 *
 * @param process - The one that was run.
 */
export function carriedBy({ fields }: Process, { carried }: History, record: number): readonly Carried[] {
  return fields.map((field, i) => {
    const { id, name } = field;
    return { id, name, value: wordOf(field, carried[i]?.[record] ?? Number.NaN) };
  });
}

function wordOf(field: Field, value: number): string {
  if (Number.isNaN(value)) return "unknown";
  if (field.type === "boolean") return value === 1 ? "yes" : "no";
  return field.type === "choice" ? (field.options[value]?.value ?? "unknown") : number(value);
}
