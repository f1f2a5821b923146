import fc from "fast-check";
import { Window } from "happy-dom";
import { beforeAll, expect, it } from "vitest";
import { mermaid, mermaidStates } from "../../src/io/mermaid.ts";
import type { Process } from "../../src/model/process.ts";
import { arbitraryProcess } from "../arbitrary.ts";
import { decision, end, flow, processOf, start, step } from "../builders.ts";
import { EXAMPLES } from "./examples.ts";

/** Mermaid itself, which cleans labels by means of a page. */
let parse: (text: string) => Promise<{ readonly diagramType: string } | false>;

beforeAll(async () => {
  const window = new Window();
  Object.assign(globalThis, { window, document: window.document });
  const { default: itself } = await import("mermaid");
  parse = (text) => itself.parse(text);
});

const typeOf = async (text: string) => (await parse(text)) || { diagramType: "none" };

async function expectParsed(process: Process): Promise<void> {
  expect(await typeOf(mermaid.write(process))).toMatchObject({ diagramType: "flowchart-v2" });
  expect(await typeOf(mermaidStates.write(process))).toMatchObject({ diagramType: "stateDiagram" });
}

it("Mermaid takes the flowchart and the state diagram of every example", async () => {
  for (const { process } of EXAMPLES) await expectParsed(process);
});

it("Mermaid does not take everything", async () => {
  await expect(parse("flowchart LR\n  a[[")).rejects.toThrow();
});

/** Names that mean something to Mermaid, to YAML, or to a page. */
const NAMES = [
  "end",
  "graph",
  "subgraph x",
  "state",
  "[*]",
  "--> b",
  "%% no remark",
  "%%{init: {}}%%",
  "---",
  "classDef a fill:#f00",
  "click n0 href",
  ":::warm",
  'a "quoted" name',
  "`code` and **bold**",
  "<script>alert(1)</script>",
  "a|b; c: d, {e} [f] (g)",
  "#35; &amp; &lt;",
  "note right of s1",
  "fork <<fork>>",
  "direction TB",
  "\\",
  "$$x^2$$",
  "__proto__",
  "o",
  "x",
  "é 漢字 שלום 👋🏽",
  "\u202eright to left\u202c",
  "a\u0000b\ud800c\u2028d",
  "line\nbreak\r\nand\ttab",
  "",
  " ",
  "1. a list",
  "- another",
  "x".repeat(300),
];

const named = (process: Process, name: () => string): Process => ({
  ...process,
  name: name(),
  departments: process.departments.map((each) => ({ ...each, name: name() })),
  nodes: process.nodes.map((each) => ({ ...each, name: name() })),
  flows: process.flows.map((each) => ({ ...each, label: name() })),
});

/** One of each shape: Mermaid takes its time to read. */
const small = processOf({
  departments: [{ id: "sales", name: "" }],
  nodes: [start("a"), step("b", { department: "sales" }), decision("c"), end("d")],
  flows: [flow("a", "b"), flow("b", "c"), flow("c", "b", { share: 0.2 }), flow("c", "d", { share: 0.8 })],
});

it.each(NAMES)("Mermaid takes a process in which everything is called %j", async (name) => {
  await expectParsed(named(small, () => name));
});

it("Mermaid takes random processes with any names", async () => {
  const name = fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: "binary", maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(arbitraryProcess({ nodes: { max: 14 } }), fc.infiniteStream(name), async (process, names) => {
      await expectParsed(named(process, () => names.next().value));
    }),
    { numRuns: 20 },
  );
});
