import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "../../src/io/json.ts";
import { emptyProcess } from "../../src/model/process.ts";
import { arbitraryDrawing, arbitraryProcess } from "../arbitrary.ts";
import { about, processOf, step, tiny } from "../builders.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const everything = fc.oneof(arbitraryDrawing(8), arbitraryProcess({ nodes: { max: 12 } }));

/** The problems with a file that is not read. */
function problems(file: Uint8Array | string) {
  const decoded = json.read(file);
  if (decoded.ok) throw new Error("it was read");
  return decoded.problems;
}

describe("writing", () => {
  it("writes format and version first, keys in the file's order, two spaces a level and no empty lists", () => {
    const process = processOf({
      simulation: { seed: 1 },
      nodes: [{ work: about(5), name: "Call", kind: "step", id: "call", extensions: { x: 1 }, department: "sales" }],
      departments: [{ name: "Sales", id: "sales" }],
    });
    expect(json.write(process)).toBe(`{
  "format": "throughline",
  "version": 1,
  "name": "Test",
  "departments": [
    {
      "id": "sales",
      "name": "Sales"
    }
  ],
  "nodes": [
    {
      "id": "call",
      "kind": "step",
      "name": "Call",
      "department": "sales",
      "work": {
        "dist": "exponential",
        "mean": 5,
        "unit": "min"
      },
      "extensions": {
        "x": 1
      }
    }
  ],
  "simulation": {
    "seed": 1
  }
}
`);
  });

  it("writes the shortest file for an empty process", () => {
    expect(JSON.parse(json.write(emptyProcess))).toEqual({
      format: "throughline",
      version: 1,
      name: "Untitled process",
    });
  });

  it("keeps where the schema is, as the first line", () => {
    const written = json.write({ ...tiny, $schema: "./process.v1.json" });
    expect(written).toMatch(/^\{\n {2}"\$schema": "\.\/process\.v1\.json",\n {2}"format"/);
  });

  it("refuses to write a number that is none, because no file can hold it", () => {
    expect(() => json.write(processOf({ nodes: [step("a", { x: Number.NaN })] }))).toThrow(/nodes\[0\]\.x/);
    expect(() => json.write(processOf({ nodes: [step("a", { cost: Number.POSITIVE_INFINITY })] }))).toThrow(RangeError);
  });
});

describe("reading what was written", () => {
  it("gives the same process again, whatever it is", () => {
    fc.assert(
      fc.property(everything, (process) => {
        expect(json.read(json.write(process))).toStrictEqual({ ok: true, process, remarks: [] });
        expect(json.read(bytes(json.write(process)))).toMatchObject({ ok: true, process });
      }),
    );
  });

  it("writes the same bytes again", () => {
    fc.assert(
      fc.property(everything, (process) => {
        const first = json.write(process);
        const again = json.read(first);
        expect(again.ok && json.write(again.process)).toBe(first);
      }),
    );
  });

  it("gives a zero without a sign", () => {
    const read = json.read('{"format":"throughline","version":1,"name":"x","notes":[{"id":"n","text":"","x":-0}]}');
    expect(read).toMatchObject({ ok: true, process: { notes: [{ x: 0 }] } });
  });

  it("keeps what other programs wrote, even under names that JavaScript objects own", () => {
    const text =
      '{"format":"throughline","version":1,"name":"x","extensions":{"__proto__":{"a":[1]},"constructor":null}}';
    const first = json.read(text);
    expect(first).toMatchObject({ ok: true, remarks: [] });
    const written = first.ok ? json.write(first.process) : "";
    expect(written).toContain('"__proto__": {\n      "a": [\n        1\n      ]\n    }');
    expect(written).toContain('"constructor": null');
  });
});

describe("reading bytes", () => {
  it("passes over the mark that some editors put before the first character", () => {
    const text = json.write(tiny);
    expect(json.read(bytes(`\uFEFF${text}`))).toMatchObject({ ok: true, process: tiny });
    expect(json.read(`\uFEFF${text}`)).toMatchObject({ ok: true, process: tiny });
  });

  it("takes UTF-16, with its mark or without", () => {
    const wide = Buffer.from(json.write(tiny), "utf16le");
    const marked = Buffer.from(`\uFEFF${json.write(tiny)}`, "utf16le");
    for (const file of [wide, marked, Buffer.from(wide).swap16(), Buffer.from(marked).swap16()])
      expect(json.read(new Uint8Array(file))).toMatchObject({ ok: true, process: tiny });
  });

  it("says what a file is that people take for text", () => {
    expect(problems(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))[0]).toMatchObject({
      message: "This is a packed file, as workbooks (.xlsx), documents and archives are, not text.",
    });
    expect(problems(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]))[0]).toMatchObject({
      message: "This is a PDF document, not text.",
    });
  });

  it("says when the bytes are no text in UTF-8", () => {
    expect(problems(new Uint8Array([0x7b, 0xff, 0x7d]))).toMatchObject([{ code: "not-text" }]);
  });

  it.each([
    ["", "Line 1, column 1: The file is empty."],
    ["  \n ", "Line 2, column 2: The file is empty."],
    ["{", "Line 1, column 2: The file ends in the middle of an object that began in line 1."],
    ['{\n"a": [\n1,', "Line 3, column 3: The file ends in the middle of a list that began in line 2."],
    ['{\n  "a": 1\n  "b": 2\n}', 'Line 3, column 3: A comma is missing before “"”.'],
    ['{"a" 1}', "Line 1, column 6: A colon is missing before “1”."],
    ['{"a": 1,}', "Line 1, column 9: A comma stands after the last field."],
    ['{"a": [1, 2,]}', "Line 1, column 13: A comma stands after the last entry."],
    ["{a: 1}", "Line 1, column 2: A field's name in double quotes should stand here, not “a”."],
    ['{"a": yes}', "Line 1, column 7: A value should stand here, not “yes”."],
    ["{\"a\": 'x'}", "Line 1, column 7: A value should stand here, not “'x'”."],
    ['{"a": }', "Line 1, column 7: A value should stand here, not “}”."],
    ['{"a": 012}', "Line 1, column 7: “012” is no number as JSON writes it."],
    ['{"a": .5}', "Line 1, column 7: “.5” is no number as JSON writes it."],
    ['{"a": 1.}', "Line 1, column 7: “1.” is no number as JSON writes it."],
    ['{"a": NaN}', "Line 1, column 7: A value should stand here, not “NaN”."],
    ['{"a": "x}', "Line 1, column 7: A text begins here and never ends."],
    ['{"a": "x\ny"}', "Line 1, column 9: A line break or tab stands in the middle of a text."],
    ['{"a": "x\u001fy"}', "Line 1, column 9: A line break or tab stands in the middle of a text."],
    ['{"a": "\\q"}', "Line 1, column 8: A backslash in a text begins nothing that JSON knows."],
    ['{"a": "\\u12g4"}', "Line 1, column 8: A backslash in a text begins nothing that JSON knows."],
    ['{"a": 1, "a": 2}', "Line 1, column 10: The field “a” stands twice in the same object."],
    ['{"a": 1}{"a": 1}', "Line 1, column 9: The file should end here, but “{” follows."],
    ['{"a": 1]', "Line 1, column 8: A comma is missing before “]”."],
  ])("says where %j stops being JSON", (text, message) => {
    expect(problems(text)).toMatchObject([{ code: "not-json", severity: "error", message }]);
  });

  it("finds a fault exactly where JSON.parse does", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      '"a"',
      "1",
      "-",
      "0",
      ".5",
      "e3",
      "true",
      "nul",
      "\\",
      "\\u00e9",
      " ",
      "\n",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(piece).map((pieces) => pieces.join("")),
        ),
        (text) => {
          const decoded = json.read(text);
          const faulty =
            !decoded.ok &&
            decoded.problems.some(({ code, message }) => code === "not-json" && !message.includes("twice"));
          const twice = !decoded.ok && decoded.problems.some(({ message }) => message.includes("twice"));
          if (twice) return;
          expect(faulty).toBe(!parses(text.replace(/^\uFEFF/, "")));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("tells nesting beyond all reason as a problem", () => {
    expect(problems("[".repeat(1_000_000))).toMatchObject([{ code: "not-json" }]);
    expect(problems("[".repeat(9_000) + "]".repeat(9_000))).toMatchObject([{ code: "not-a-process" }]);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
