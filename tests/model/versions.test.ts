import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { json } from "../../src/io/json.ts";
import { MIGRATIONS, type RawFile, VERSION } from "../../src/model/migrations.ts";

// One file for each version, with everything that the version can hold. They are written once, by hand, and never changed.
const fileOf = (version: number) => new URL(`../golden/process.v${version}.process.json`, import.meta.url);
const textOf = (version: number) => readFileSync(fileOf(version), "utf8");
const rawOf = (version: number) => JSON.parse(textOf(version)) as RawFile;
const VERSIONS = Array.from({ length: VERSION }, (_, i) => i + 1);

it("keeps a file of every version there has been, and of no other", () => {
  expect(VERSIONS.map((version) => [version, rawOf(version).version])).toEqual(VERSIONS.map((each) => [each, each]));
  expect(existsSync(fileOf(VERSION + 1))).toBe(false);
});

it.each(VERSIONS)("reads the file of version %i as that of the newest, whole", (version) => {
  const read = json.read(textOf(version));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.remarks).toEqual([]);
  expect(json.write(read.process)).toBe(textOf(VERSION));
});

it("has a file before and after each migration", () => {
  const lifted = MIGRATIONS.map(({ lift }, i) => ({ ...lift(rawOf(i + 1)), version: i + 2 }));
  expect(lifted).toEqual(MIGRATIONS.map((_, i) => rawOf(i + 2)));
});

it("refuses a file from a version that is still to come, and says so", () => {
  const read = json.read(textOf(VERSION).replace(`"version": ${VERSION}`, `"version": ${VERSION + 1}`));
  expect(read).toMatchObject({ ok: false, problems: [{ path: "version" }] });
});
