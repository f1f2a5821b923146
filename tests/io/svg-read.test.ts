import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "../../src/io/json.ts";
import { readSvg, writeSvg } from "../../src/io/svg.ts";
import { drawingOf, layout } from "../../src/layout/layout.ts";
import type { Process } from "../../src/model/process.ts";
import { tiny } from "../builders.ts";

const everything: Process = { ...tiny, name: 'Everything: <&> "quoted"', description: "Lines\nand more" };
const drawn = (process: Process) => writeSvg(process, layout(process));

describe("reading an SVG", () => {
  it("opens the process it was made from", () => {
    const read = readSvg(drawn(everything));
    expect(read.ok && read.process).toEqual(everything);
    expect(readSvg(new TextEncoder().encode(drawn(everything)))).toEqual(read);
  });

  it("draws the same picture again", () => {
    const picture = writeSvg(everything, drawingOf(everything));
    const read = readSvg(picture);
    expect(read.ok && writeSvg(read.process, drawingOf(read.process))).toBe(picture);
  });

  it("finds the process in a file that another program has written anew", () => {
    const rewritten = drawn(everything)
      .replace('<metadata id="throughline-process">', "<metadata\n id='throughline-process' >")
      .replaceAll("&quot;", '"');
    expect(readSvg(rewritten)).toEqual(readSvg(drawn(everything)));
  });

  const plain = drawn(everything);
  const [, carried = ""] = /<metadata id="throughline-process">(.*?)<\/metadata>/s.exec(plain)!;
  const around = (metadata: string) => plain.replace(/<metadata.*<\/metadata>/s, () => metadata);
  it.each([
    ["with a prefix before every element", plain.replace(/<(\/?)(\w)/g, "<$1svg:$2")],
    [
      "with metadata of its own inside ours, as Inkscape does",
      around(
        `<metadata id="throughline-process">${carried}<rdf:RDF><cc:Work rdf:about=""><dc:title>x</dc:title></cc:Work></rdf:RDF></metadata>`,
      ),
    ],
    [
      "with metadata of its own before ours",
      around(
        `<metadata id="m"><rdf:RDF/></metadata><metadata/><metadata id="throughline-process">${carried}</metadata>`,
      ),
    ],
    ["with other ids", around(`<metadata id="metadata7">${carried}</metadata>`)],
    [
      "with other attributes, in another order",
      around(`<metadata xml:space="preserve" inkscape:label="x" id = "throughline-process"\n>${carried}</metadata\n>`),
    ],
    ["with our text in a section", around(`<metadata id="m"><![CDATA[${json.write(everything)}]]></metadata>`)],
    [
      "with the metadata at its end",
      plain.replace(/<metadata.*<\/metadata>/s, "").replace("</svg>", () => `<metadata>${carried}</metadata></svg>`),
    ],
    ["in UTF-16", new Uint8Array(Buffer.from(`\uFEFF${plain}`, "utf16le"))],
  ])("finds the process in a file that another program has written %s", (_, file) => {
    expect(readSvg(file)).toEqual({ ok: true, process: everything, remarks: [] });
  });

  it.each([
    "",
    "<svg/>",
    "<svg><metadata>something else</metadata></svg>",
    '<svg><metadata id="throughline-process">{</svg>',
    "<metadata ".repeat(50_000),
    "<metadata>".repeat(50_000),
  ])("says that there is no process where there is none: %.40j", (text) => {
    const read = readSvg(text);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problems[0]?.code).toBe("svg-without-process");
  });

  it("never throws, whatever the file holds", () => {
    const picture = drawn(everything);
    fc.assert(
      fc.property(fc.nat(picture.length), fc.nat(picture.length), fc.string(), (from, to, between) => {
        const read = readSvg(picture.slice(0, from) + between + picture.slice(to));
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
