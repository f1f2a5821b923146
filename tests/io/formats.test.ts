import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { rasterise } from "../../src/cli/rasterise.ts";
import type { FontFace } from "../../src/io/codec.ts";
import { FORMATS, formatOf } from "../../src/io/formats.ts";
import { EMBEDDED_FONTS } from "../../src/io/pdf/draw.ts";
import { drawingOf } from "../../src/layout/layout.ts";
import { tiny } from "../builders.ts";
import { EXAMPLES } from "./examples.ts";

const font = (face: FontFace) =>
  readFile(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${EMBEDDED_FONTS[face]}.ttf`));

const both = FORMATS.flatMap(({ id, read, write, losses }) => (read && write ? [{ id, read, write, losses }] : []));

it.each(both.filter(({ losses }) => losses === undefined))(
  "$id reads what it writes, as text and as bytes",
  async ({ read, write }) => {
    const written = await write(tiny, drawingOf(tiny));
    if (typeof written !== "string") throw new Error("what is read back is text");
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

it("tells formats by the longest ending that fits", () => {
  const named = (name: string, can: "read" | "write") => formatOf(name, can)?.id;
  expect(named("Leads.PROCESS.JSON", "read")).toBe("json");
  expect(named("leads.json", "read")).toBe("json");
  expect(named("leads.visio.csv", "write")).toBe("visio");
  expect(named("leads.csv", "write")).toBe("csv");
  expect(named("leads.machine.json", "write")).toBe("xstate-json");
  expect(named("leads.machine.ts", "read")).toBeUndefined();
  expect(named("leads", "read")).toBeUndefined();
});

it.each(FORMATS.flatMap(({ id, write }) => (write && id !== "event-log" && id !== "xes" ? [{ id, write }] : [])))(
  "$id is the same, byte for byte, whenever it is written",
  async ({ id, write }) => {
    // Pixels take their time.
    for (const { process } of id === "png" ? EXAMPLES.slice(0, 2) : EXAMPLES) {
      const [once, again] = [structuredClone(process), structuredClone(process)];
      expect(await write(once, drawingOf(once), { font, rasterise })).toEqual(
        await write(again, drawingOf(again), { font, rasterise }),
      );
    }
  },
);
