import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../../../src/io/formats.ts";
import { json } from "../../../src/io/json.ts";
import { linkOf, readLink } from "../../../src/io/link.ts";
import { writeSvg } from "../../../src/io/svg.ts";
import { readTable, writeTable } from "../../../src/io/table.ts";
import { layout } from "../../../src/layout/layout.ts";
import { validate } from "../../../src/model/validate.ts";
import { end, paths, processOf, start, step } from "../../builders.ts";
import { EXAMPLES } from "../examples.ts";
import { BAD_LINKS, CORPUS } from "./corpus.ts";

const READERS = FORMATS.flatMap(({ id, read }) => (read ? [{ id, read }] : []));

/** What one answer of a reader must be: a process that can be written again, or sentences. */
function expectAnswer(answer: ReturnType<(typeof READERS)[number]["read"]>): void {
  if (answer.ok) {
    expect(json.read(json.write(answer.process)).ok).toBe(true);
    validate(answer.process);
    return;
  }
  expect(answer.problems.length).toBeGreaterThan(0);
  expect(answer.problems.length).toBeLessThanOrEqual(500);
  for (const { message } of answer.problems) {
    expect(message).toMatch(/\S+ \S+/);
    expect(message.length).toBeLessThan(2000);
  }
}

describe.each(READERS)("$id", ({ read }) => {
  it.each(CORPUS)("answers in words: $what", ({ file }) => {
    expectAnswer(read(file));
  });

  it("answers whatever bytes it is given", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectAnswer(read(bytes))));
  });
});

/** Files of ours in every format that can be read. */
const OURS = EXAMPLES.slice(0, 2).flatMap(({ process }) => [
  json.write(process),
  writeSvg(process, layout(process)),
  writeTable(process, "csv"),
  writeTable(process, "markdown"),
  writeTable(process, "visio"),
]);

it("answers files of ours that are cut short, doubled or mutated, in whatever format they are read", () => {
  const spoiled = fc.constantFrom(...OURS).chain((text) =>
    fc.oneof(
      fc.nat({ max: text.length }).map((at) => text.slice(0, at)),
      fc.nat({ max: text.length }).map((at) => text.slice(at)),
      fc.constant(text + text),
      fc
        .tuple(
          fc.nat({ max: text.length }),
          fc.nat({ max: 40 }),
          fc.oneof(fc.string(), fc.constantFrom("\u0000", "[[", "]", '"', "|", "–")),
        )
        .map(([at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone)),
    ),
  );
  fc.assert(fc.property(spoiled, fc.constantFrom(...READERS), (text, { read }) => expectAnswer(read(text))));
});

it.each([
  ["of one name", `Step,Team\n${"Call,Sales\n".repeat(4900)}`],
  [
    "with twenty ways out each",
    `Step,Next\n${Array.from({ length: 4900 }, (_, i) => `S${i},"${Array.from({ length: 20 }, (_, j) => `S${(i * 7 + j * 13) % 4900}`).join(", ")}"`).join("\n")}`,
  ],
])("reads and writes as many rows as a table may have, %s, without keeping anybody waiting", (_, text) => {
  const read = readTable(text);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const again = readTable(writeTable(read.process, "csv"));
  // Where each row was given what it lacked, there are more rows than are read.
  if (again.ok) expect(again.process.flows).toHaveLength(read.process.flows.length);
  else expect(again.problems[0]?.code).toBe("too-many-rows");
});

it.each(BAD_LINKS)("warns of the link %j, and writes it nowhere as one", (link) => {
  const process = processOf({ nodes: [start("in"), step("a", { link }), end("out")], flows: paths("in > a > out") });
  const read = json.read(json.write(process));
  expect(read.ok && validate(read.process).some(({ path }) => path.includes("link"))).toBe(true);
  expect(writeSvg(process, layout(process))).not.toMatch(/href/);
});

describe("a link", () => {
  it.each(EXAMPLES)("carries the whole process, in what chats pass on: $name", async ({ process }) => {
    const link = await linkOf(process);
    expect(link).toMatch(/^process=[\w-]+$/);
    expect(link.length).toBeLessThan(16_000);
    expect(await readLink(`#${link}`)).toEqual({ ok: true, process, remarks: [] });
  });

  it("is answered in words when it is not whole", async () => {
    const link = await linkOf(EXAMPLES[0]!.process);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: link.length - 1 }), fc.string({ maxLength: 4 }), async (at, put) => {
        expectAnswer(await readLink(link.slice(0, at) + put));
      }),
      { numRuns: 60 },
    );
    expectAnswer(await readLink("#process="));
    expectAnswer(await readLink("#elsewhere"));
  });

  it("is not unpacked beyond what a process takes", async () => {
    const bomb = await linkOf(processOf({ name: "a".repeat(12_000_000) }));
    expect(bomb.length).toBeLessThan(30_000);
    const answer = await readLink(bomb);
    expect(!answer.ok && answer.problems[0]?.message).toBe(
      "The link unpacks to more than 8 MB, which no process takes.",
    );
  });
});
