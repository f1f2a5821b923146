import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "../../src/io/json.ts";
import { readSvg, writeSvg } from "../../src/io/svg.ts";
import { layout } from "../../src/layout/layout.ts";
import { flowLabel } from "../../src/model/flow-label.ts";
import { type Drawing, NO_DRAWING } from "../../src/model/geometry.ts";
import type { Process } from "../../src/model/process.ts";
import { decision, end, flow, fork, join, paths, processOf, start, step, wait } from "../builders.ts";
import { brokenRules } from "./picture-rules.ts";
import { elements, parseXml, textOf, type Xml } from "./xml.ts";

/** Every kind of node, with what surrounds them. */
const everything: Process = processOf({
  name: "Everything there is",
  description: "A process with each kind of node.",
  departments: [
    { id: "sales", name: "Sales", color: "#2563eb" },
    { id: "service", name: "Customer Service" },
  ],
  teams: [{ id: "reps", name: "Sales reps", people: 2 }],
  nodes: [
    start("new", { name: "New lead", department: "sales" }),
    step("call", { name: "Call every lead that has left a number", department: "sales", team: "reps" }),
    decision("fits", { name: "Does it fit?", department: "sales" }),
    fork("both", { name: "At once", department: "service" }),
    step("set-up", { name: "Set up", department: "service", automation: "automated" }),
    step("train", { name: "Train", department: "service" }),
    join("done", { name: "All done", department: "service" }),
    wait("month", { name: "A month later" }),
    end("won", { name: "Customer", department: "service", outcome: "success" }),
    end("lost", { name: "Lost", department: "sales", outcome: "failure" }),
  ],
  flows: [
    ...paths("new > call > fits", "both > set-up > done", "both > train > done", "done > month > won"),
    flow("fits", "both", { share: 0.25, label: "Yes" }),
    flow("fits", "lost", { share: 0.75 }),
    flow("call", "lost", { id: "cold", on: "gives-up" }),
  ],
  notes: [
    { id: "placed", text: "Written where it was put", x: 20, y: 10 },
    { id: "loose", text: "Without a place" },
  ],
});

const drawn = (process: Process, look = {}) => writeSvg(process, layout(process), look);
const named = (xml: Xml, name: string) => elements(xml).filter((element) => element.name === name);
const words = (text: string) => text.replace(/\s+/g, "");

describe("an SVG", () => {
  const xml = parseXml(drawn(everything));

  it("is an image with a title and a description for people who hear it", () => {
    expect(xml.name).toBe("svg");
    expect(xml.attributes.role).toBe("img");
    const [title, desc] = [named(xml, "title")[0]!, named(xml, "desc")[0]!];
    expect(xml.attributes["aria-labelledby"]).toBe(`${title.attributes.id} ${desc.attributes.id}`);
    expect(textOf(title)).toBe("Everything there is");
    expect(textOf(desc)).toContain("A process with each kind of node.");
  });

  it("is built of nothing but shapes and text with attributes that every program knows", () => {
    expect(brokenRules(xml)).toEqual([]);
  });

  it("writes every name, label and note as text", () => {
    const written = words(named(xml, "text").map(textOf).join("\n"));
    const said = [
      ...everything.nodes.map(({ name }) => name),
      ...everything.departments.map(({ name }) => name),
      ...everything.flows.map((each) => flowLabel(each, everything)),
      ...everything.notes.map(({ text }) => text),
      ...everything.teams.map(({ name }) => name),
    ];
    expect(said.filter((text) => !written.includes(words(text)))).toEqual([]);
  });

  it("places every line of text absolutely", () => {
    const lines = named(xml, "tspan");
    expect(lines.length).toBeGreaterThan(everything.nodes.length);
    expect(
      lines.filter(
        ({ attributes }) => !(Number.isFinite(Number(attributes.x)) && Number.isFinite(Number(attributes.y))),
      ),
    ).toEqual([]);
  });

  it("has room for everything that is drawn", () => {
    const [x, y, width, height] = xml.attributes.viewBox!.split(" ").map(Number) as [number, number, number, number];
    const notes = named(xml, "tspan").filter((line) =>
      everything.notes.some(({ text }) => text.includes(textOf(line))),
    );
    expect(notes.length).toBeGreaterThanOrEqual(everything.notes.length);
    for (const { attributes } of [...named(xml, "rect"), ...notes]) {
      expect(Number(attributes.x)).toBeGreaterThanOrEqual(x);
      expect(Number(attributes.y)).toBeGreaterThanOrEqual(y);
      expect(Number(attributes.x) + Number(attributes.width ?? 0)).toBeLessThanOrEqual(x + width + 0.01);
      expect(Number(attributes.y) + Number(attributes.height ?? 0)).toBeLessThanOrEqual(y + height + 0.01);
    }
  });

  it("ends every flow in an arrowhead of its own", () => {
    const closed = named(xml, "path").filter(({ attributes }) => /^M\S+ \S+ L\S+ \S+ L\S+ \S+ Z$/.test(attributes.d!));
    expect(closed.length).toBeGreaterThanOrEqual(everything.flows.length);
  });

  it("is the same, byte for byte, whenever it is written", () => {
    expect(drawn(everything)).toBe(drawn(structuredClone(everything)));
  });

  it("has no ground behind it where a transparent one is wanted", () => {
    const page = (text: string) =>
      named(parseXml(text), "rect").filter(({ attributes }) => attributes.width === xml.attributes.width);
    expect(page(drawn(everything))).toHaveLength(1);
    expect(page(drawn(everything, { transparent: true }))).toHaveLength(0);
  });

  it("shows an empty process as an empty page with its name", () => {
    const empty = processOf({ name: "Nothing yet" });
    expect(textOf(named(parseXml(drawn(empty)), "text")[0]!)).toBe("Nothing yet");
  });

  it("refuses a drawing of another process", () => {
    expect(() => writeSvg(everything, layout(processOf({})))).toThrow(RangeError);
  });
});

/** A drawing by hand, so that this picture changes only when the way pictures are drawn does. */
const byHand: { readonly process: Process; readonly drawing: Drawing } = {
  process: processOf({
    name: "By hand",
    description: "What a picture is made of.",
    departments: [{ id: "sales", name: "Sales", color: "#2563eb" }],
    nodes: [
      start("new", { name: "New lead", department: "sales" }),
      step("call", { name: "Call", department: "sales", automation: "automated" }),
      end("won", { name: "Won", department: "sales", outcome: "success" }),
    ],
    flows: [flow("new", "call"), flow("call", "won", { label: "Reached" }), flow("call", "call", { id: "again" })],
  }),
  drawing: {
    ...NO_DRAWING,
    nodes: {
      new: { x: 0, y: 64, width: 136, height: 44 },
      call: { x: 200, y: 50, width: 176, height: 72 },
      won: { x: 480, y: 64, width: 136, height: 44 },
    },
    lanes: { sales: { x: -72, y: 0, width: 720, height: 160 } },
    routes: {
      "new-call": [
        [136, 86],
        [200, 86],
      ],
      "call-won": [
        [376, 86],
        [480, 86],
      ],
      again: [
        [330, 50],
        [330, 24],
        [246, 24],
        [246, 50],
      ],
    },
    labels: { "call-won": [424, 86] },
  },
};

it("looks as it did when somebody last looked at it", async () => {
  const heat = { low: "calm", high: "pressed", steps: { call: { level: 0.9, text: "90 %", badge: "3.1 waiting" } } };
  const picture = writeSvg(byHand.process, byHand.drawing, { heat });
  await expect(picture).toMatchFileSnapshot("../golden/by-hand.svg");
});

describe("heat in an SVG", () => {
  const heat = {
    low: "calm",
    high: "most of the delay",
    steps: { call: { level: 1, text: "61 % of all delay", badge: "4.2 waiting" }, train: { text: "no delay" } },
  };

  it.each([false, true])("is told by a colour, a figure and a legend (dark: %s)", (dark) => {
    const xml = parseXml(drawn(everything, { dark, heat }));
    const written = named(xml, "text").map(textOf);
    expect(written).toEqual(
      expect.arrayContaining(["61 % of all delay", "4.2 waiting", "no delay", "calm", "most of the delay"]),
    );
    // One step at full heat, and the legend's own swatch.
    expect(named(xml, "rect").filter(({ attributes }) => attributes.fill === "#0a326a")).toHaveLength(2);
  });

  it("hatches the steps that a run said nothing about", () => {
    const hatched = (look: object) =>
      named(parseXml(drawn(everything, look)), "path").filter(
        ({ attributes }) => attributes["stroke-opacity"] === "0.3",
      );
    expect(hatched({ heat })).toHaveLength(1);
    expect(hatched({})).toHaveLength(0);
  });
});

const hostile = [
  "</text><script>alert(1)</script>",
  '"><image href=\'javascript:alert(1)\' onload="alert(1)"/>',
  '</metadata><metadata id="throughline-process">{}</metadata>',
  '<!ENTITY a "b">&a;&#0;]]>',
  "\u0000\u0008\u001b[31m\ufffe\uffff\ud800 and \udc00",
  "\r\n\t tabs and lines",
  "שלום 👋🏽 नमस्ते 漢字",
];

describe("a process with hostile names", () => {
  const withName = (name: string): Process => ({
    ...everything,
    name,
    description: name,
    departments: everything.departments.map((each) => ({ ...each, name, color: name })),
    teams: everything.teams.map((each) => ({ ...each, name })),
    nodes: everything.nodes.map((each) => ({ ...each, name, description: name })),
    flows: everything.flows.map((each) => ({ ...each, label: name })),
    notes: everything.notes.map((each) => ({ ...each, text: name })),
  });

  it.each(hostile)("is drawn as harmless, well-formed text: %j", (name) => {
    const plain = elements(parseXml(drawn(everything))).map((element) => element.name);
    const allowed = new Set(plain);
    const xml = parseXml(drawn(withName(name)));
    expect(elements(xml).filter((element) => !allowed.has(element.name))).toEqual([]);
    expect(named(xml, "metadata")).toHaveLength(1);
    expect(
      elements(xml)
        .flatMap(({ attributes }) => Object.keys(attributes))
        .filter((key) => /^on|href/.test(key)),
    ).toEqual([]);
  });

  it.each(hostile)("comes back from its picture unharmed: %j", (name) => {
    expect(readSvg(drawn(withName(name)))).toEqual(json.read(json.write(withName(name))));
  });

  it("gives well-formed XML whatever the names are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (name) => {
        parseXml(drawn(withName(name)));
      }),
      { numRuns: 50 },
    );
  });
});
