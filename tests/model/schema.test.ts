import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { VERSION } from "../../src/model/migrations.ts";
import { jsonSchema } from "../../src/model/schema.ts";

const file = fileURLToPath(new URL(`../../public/schema/process.v${VERSION}.json`, import.meta.url));
const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`;

if (process.env.UPDATE) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

it("is published as it is (UPDATE=1 writes it anew)", () => {
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, "utf8")).toBe(text);
});

it("asks for format, version and name, and lets every list be left out", () => {
  expect(jsonSchema()).toMatchObject({
    required: ["format", "version", "name"],
    properties: { format: { const: "throughline" }, version: { const: VERSION }, nodes: { type: "array" } },
    additionalProperties: false,
  });
});

it("says of every field of the file what it is about", () => {
  const { properties } = jsonSchema() as { properties: Record<string, { description?: string; $ref?: string }> };
  const silent = Object.entries(properties).filter(([, { description, $ref }]) => !description && !$ref);
  expect(silent.map(([key]) => key)).toEqual([]);
});
