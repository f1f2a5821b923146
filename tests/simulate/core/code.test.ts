import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as layout from "../../../src/simulate/core/layout.ts";
import { assemble, codeFile } from "./assemble.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

it("carries the core that its source compiles to", async () => {
  const code = codeFile(await assemble());
  const path = "src/simulate/core/code.ts";
  if (process.env.UPDATE) writeFileSync(new URL(`../../../${path}`, import.meta.url), code);
  expect(read(path) === code, "UPDATE=1 writes it anew").toBe(true);
});

/** The parts of each structure in the core's source: numbers of 64 bits, and others. */
function structures(source: string) {
  return new Map(
    [...source.matchAll(/export class (\w+) \{([^}]*)\}/g)].map(([, name, body]) => {
      const parts = [...body!.matchAll(/^ {2}(\w+): (\w+);/gm)].map(([, part, type]) => ({ part, type }));
      const floats = parts.filter(({ type }) => type === "f64").map(({ part }) => part);
      const ints = parts.filter(({ type }) => type !== "f64").map(({ part }) => part);
      return [name!, { floats, ints, order: parts.map(({ part }) => part) }] as const;
    }),
  );
}

it.each([
  ["Spread", layout.SPREADS],
  ["Pool", layout.POOLS],
  ["Node", layout.NODES],
  ["Flow", layout.FLOWS],
  ["Way", layout.WAYS],
  ["Span", layout.SPANS],
  ["Source", layout.SOURCES],
  ["Field", layout.FIELDS],
  ["Arrival", layout.ARRIVALS],
  ["Visit", layout.VISITS],
  ["Token", layout.TOKENS],
] as const)("knows the parts of a %s in the order in which the core reads them", (name, { floats, ints }) => {
  expect(structures(read("core/tables.ts")).get(name)).toEqual({ floats, ints, order: [...floats, ...ints] });
});
