/** Something that nobody should be able to hurt us with, and what the file calls itself. */
export interface Hostile {
  readonly what: string;
  readonly file: string | Uint8Array;
}

const MEGABYTES = 10_000_000;
const process = (inside: string) => `{"format":"throughline","version":1,"name":"x",${inside}}`;
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><metadata id="throughline-process">${inside}</metadata></svg>`;

/** Files that are cut short, nested, swollen, or up to no good. None of them holds a process that can be opened. */
export const CORPUS: readonly Hostile[] = [
  { what: "nothing", file: "" },
  { what: "nothing but a mark of its encoding", file: "\uFEFF" },
  { what: "bytes that are no text", file: new Uint8Array([0xff, 0xc0, 0x80, 0x00, 0x9f]) },
  ...["a", "[", '"', "|", ",", "\n"].map((character) => ({
    what: `ten megabytes of ${JSON.stringify(character)}`,
    file: character.repeat(MEGABYTES),
  })),
  { what: "more than can be read at all", file: new Uint8Array(30_000_000).fill(97) },
  { what: "lists in lists", file: process(`"nodes":${"[".repeat(50_000)}${"]".repeat(50_000)}`) },
  { what: "objects in objects, well-formed", file: process(`"a":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`) },
  { what: "a prototype as a list", file: process('"__proto__":{"nodes":[]},"nodes":{"__proto__":[]}') },
  { what: "an id that objects own", file: process('"nodes":[{"id":"__proto__","kind":"step","name":"x"}]') },
  {
    what: "a place that is further out than anything can be drawn",
    file: process('"nodes":[{"id":"a","kind":"step","name":"x","x":1e308,"y":-1e308}]'),
  },
  { what: "a note as far out", file: process('"notes":[{"id":"n","text":"x","x":1e17,"y":0}]') },
  { what: "a number that is too large to hold", file: process('"teams":[{"id":"t","name":"t","people":1e999}]') },
  { what: "a number that is none", file: process('"nodes":[{"id":"a","kind":"step","name":"x","x":NaN}]') },
  { what: "null instead of lists", file: process('"nodes":null,"flows":null,"teams":null') },
  { what: "a cell of a megabyte", file: `Step,Team\n${"x".repeat(1_000_000)},Sales\n` },
  { what: "a version from the future", file: '{"format":"throughline","version":999,"name":"x"}' },
  {
    what: "an entity bomb",
    file: `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${"bcdefghij".replace(/./g, (letter, i: number) => `<!ENTITY ${letter} "${`&${"abcdefghij"[i]};`.repeat(10)}">`)}]>${svg("&j;")}`,
  },
  { what: "an entity that reads a file", file: `<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg("&x;")}` },
  { what: "metadata opened again and again", file: "<metadata ".repeat(100_000) },
  { what: "metadata that never closes", file: svg("{").replaceAll("</metadata>", "") },
  { what: "a table of a hundred thousand rows", file: `Step,Team\n${"Call,Sales\n".repeat(100_000)}` },
  { what: "a table whose rows are all called the same", file: `Step,Work\n${"Call,soon\n".repeat(4900)}` },
  {
    what: "a table in which a hundred thousand ways lead somewhere, and one nowhere",
    file: `Step,Next\n${Array.from({ length: 4900 }, (_, i) => `S${i},"${Array.from({ length: 20 }, (_, j) => `S${(i * 7 + j * 13) % 4900}`).join(", ")}"`).join("\n")}\nT,nowhere\n`,
  },
  { what: "a time without end", file: "Step,Work\nCall,1e400 min\n" },
  { what: "a workbook", file: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]) },
  { what: "a picture in pixels", file: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) },
  { what: "a table of ten thousand columns", file: `Step${",x".repeat(10_000)}\nCall\n` },
  { what: "a quote that never ends", file: `Step,Team\n"${"x".repeat(1_000_000)}` },
  { what: "a cell of brackets", file: `Step,Next\nCall,"${"[".repeat(19_000)}]"\n` },
  { what: "a heading of pipes", file: `${"|".repeat(200_000)}\n${"|-".repeat(100_000)}\n` },
  { what: "a rule that nearly is one", file: `|a|\n${"|---".repeat(4000)}x\n` },
];

/** What stands where a link should, and is none that may be followed. */
export const BAD_LINKS = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
];
