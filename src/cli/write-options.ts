import type { Writing } from "../io/codec.ts";
import { UsageError, type Values } from "./command.ts";

/** The options of commands that write a process in another format; they only matter to pictures. */
export const WRITE_OPTIONS = {
  dark: { type: "boolean", help: "a picture for dark pages" },
  transparent: { type: "boolean", help: "a picture without a ground" },
  author: { type: "string", value: "NAME", help: "names the author in the title of a picture" },
  revision: { type: "string", value: "TEXT", help: "names the version in the title, as in “2.1”" },
  date: { type: "string", value: "DATE", help: "puts a date into the title; without it there is none" },
} as const;

/** What the options say about how to write. */
export function writeOptions(values: Values<typeof WRITE_OPTIONS>): Writing {
  for (const key of ["author", "revision", "date"] as const)
    if (values[key] === "") throw new UsageError(`--${key} is empty.`);
  const block = [values.revision, values.date, values.author].filter((part) => part !== undefined);
  return {
    look: {
      ...(values.dark ? { dark: true } : {}),
      ...(values.transparent ? { transparent: true } : {}),
      ...(block.length === 0 ? {} : { titleLine: block }),
    },
  };
}
