import { expect, it } from "vitest";
import { FORMATS } from "../../src/io/formats.ts";
import { drawingOf } from "../../src/layout/layout.ts";
import { tiny } from "../builders.ts";

const both = FORMATS.flatMap(({ id, read, write, losses }) => (read && write ? [{ id, read, write, losses }] : []));

it.each(both.filter(({ losses }) => losses === undefined))(
  "$id reads what it writes, as text and as bytes",
  ({ read, write }) => {
    const written = write(tiny, drawingOf(tiny));
    expect(read(written)).toEqual({ ok: true, process: tiny, remarks: [] });
    expect(read(new TextEncoder().encode(written))).toEqual({ ok: true, process: tiny, remarks: [] });
  },
);

it.each(FORMATS)("$id does something, and is told apart from the others", ({ id, name, extension, read, write }) => {
  expect(read ?? write).toBeDefined();
  expect(
    FORMATS.filter((other) => other.id === id || other.name === name || other.extension === extension),
  ).toHaveLength(1);
});
