import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { json } from "../../src/io/json.ts";
import { MIGRATIONS, type Migration, migrated, VERSION } from "../../src/model/migrations.ts";
import { parseProcess } from "../../src/model/parse.ts";
import { validate } from "../../src/model/validate.ts";
import { tiny } from "../builders.ts";

const file = (parts: object) => ({ format: "throughline", version: 1, name: "Test", ...parts });
const node = (more: object) => file({ nodes: [{ id: "call", kind: "step", name: "Call", ...more }] });

/** The problems with a file, shortened to what matters. */
function told(input: unknown) {
  const { ok, problems } = parseProcess(input);
  return {
    ok,
    problems: problems.map(({ severity, code, path, message, mend }) => ({ severity, code, path, message, mend })),
  };
}

describe("what a file says it is", () => {
  it.each([
    [null, "A process file is an object, but this is null."],
    [[], "A process file is an object, but this is an empty list."],
    ["x", "A process file is an object, but this is the text “x”."],
    [{}, "“format” should be “throughline”, but is missing."],
    [{ format: "bpmn" }, "“format” should be “throughline”, but is the text “bpmn”."],
    [{ format: "throughline" }, "“version” should be 1, but is missing."],
    [{ format: "throughline", version: "1" }, "“version” should be 1, but is the text “1”."],
    [{ format: "throughline", version: 0 }, "“version” should be 1, but is the number 0."],
    [{ format: "throughline", version: 2 }, "The file has version 2; this Throughline reads versions up to 1."],
    [{ format: "throughline", version: 1 }, "“name” is missing."],
  ])("is asked first: %j", (input, message) => {
    expect(told(input)).toMatchObject({ ok: false, problems: [{ severity: "error", message }] });
  });
});

describe("fields", () => {
  it.each([
    [file({ name: 5 }), "name", "“name” should be a text, but is the number 5."],
    [file({ nodes: {} }), "nodes", "“nodes” should be a list, but is an object."],
    [
      file({ nodes: [null] }),
      "nodes[0]",
      "Entry 1 of “nodes” should be an object with “id”, “kind” and “name”, but is null.",
    ],
    [file({ nodes: [{}] }), "nodes[0].kind", "Entry 1 of “nodes” has no “kind”."],
    [file({ nodes: [{ kind: "stepp" }] }), "nodes[0].kind", "“kind” cannot be the text “stepp”."],
    [node({ work: 5 }), "nodes[0].work", "“work” should be a distribution"],
    [node({ work: { dist: "normal", mean: 5, unit: "min" } }), "nodes[0].work.sd", "“work” has no “sd”."],
    [node({ work: { dist: "gauss", mean: 5 } }), "nodes[0].work.dist", "“dist” cannot be the text “gauss”."],
    [node({ work: { mean: 5, unit: "min" } }), "nodes[0].work.dist", "“work” has no “dist”."],
    [node({ work: { by: [], otherwis: 1 } }), "nodes[0].work.otherwise", "“work” has no “otherwise”."],
    [
      node({ work: { dist: "constant", value: "5", unit: "min" } }),
      "nodes[0].work.value",
      "“value” should be a number, but is the text “5”.",
    ],
    [
      node({ work: { dist: "constant", value: 5, unit: "minutes" } }),
      "nodes[0].work.unit",
      "“unit” cannot be “minutes”.",
    ],
    [
      node({ cost: Number.POSITIVE_INFINITY }),
      "nodes[0].cost",
      "“cost” should be a number, but is a number too large to hold.",
    ],
    [node({ id: "" }), "nodes[0].id", "“id” cannot be “”."],
    [node({ id: "__proto__" }), "nodes[0].id", "“id” cannot be “__proto__”."],
    [node({ id: "x".repeat(65) }), "nodes[0].id", `“id” cannot be “${"x".repeat(40)}…”.`],
    [
      file({ nodes: [{ id: "s", kind: "start", name: "S", arrivals: {} }] }),
      "nodes[0].arrivals.every",
      "“arrivals” has no “every”.",
    ],
    [
      file({ nodes: [{ id: "s", kind: "start", name: "S", arrivals: { at: [1, "2"] } }] }),
      "nodes[0].arrivals.at[1]",
      "Entry 2 of “at” should be a number, but is the text “2”.",
    ],
    [
      file({ nodes: [{ id: "s", kind: "start", name: "S", arrivals: { rates: [{ perHour: 5 }] } }] }),
      "nodes[0].arrivals.rates[0].for",
      "Entry 1 of “rates” has no “for”.",
    ],
    [
      file({ flows: [{ id: "f", from: "a", to: "b", when: { field: "x", is: "==", to: 1 } }] }),
      "flows[0].when.is",
      "“is” cannot be “==”.",
    ],
    [
      file({ flows: [{ id: "f", from: "a", to: "b", when: { all: [{ field: "x", is: "=" }] } }] }),
      "flows[0].when.all[0].to",
      "Entry 1 of “all” has no “to”.",
    ],
    [
      file({ flows: [{ id: "f", from: "a", to: "b", when: { field: "x", is: "=", to: null } }] }),
      "flows[0].when.to",
      "“to” should be a number, a text, true or false or a list, but is null.",
    ],
    [file({ simulation: { stop: { record: 5 } } }), "simulation.stop.records", "“stop” has no “records”."],
    [file({ simulation: { warmUp: "automatic" } }), "simulation.warmUp", "“warmUp” cannot be “automatic”."],
    [
      file({ fields: [{ id: "f", name: "F", type: "boolean", share: "half" }] }),
      "fields[0].share",
      "“share” should be a number, but is the text “half”.",
    ],
  ])("are told by their place, what was found and what is expected: %j", (input, path, message) => {
    const { ok, problems } = told(input);
    expect(ok).toBe(false);
    expect(problems.find((problem) => problem.path === path)?.message).toContain(message);
  });

  it("that are misspelt are kept aside, with the word that was meant; what is lacking then is told when it is checked", () => {
    const parsed = parseProcess(node({ work: { dist: "constant", value: 5, units: "min" } }));
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    expect(parsed.problems).toMatchObject([{ path: "nodes[0].work.units", severity: "warning" }]);
    expect(parsed.problems[0]?.mend).toContain("If you meant “unit”, write that.");
    expect(validate(parsed.value).some(({ path }) => path === "nodes[0].work.unit")).toBe(true);
  });

  it("says what would mend a misspelt word", () => {
    const { problems } = told(node({ automation: "automatic" }));
    expect(problems).toMatchObject([{ path: "nodes[0].automation", mend: "Write “automated”." }]);
  });

  it("names the node or flow that a problem is about", () => {
    expect(parseProcess(node({ cost: "free" })).problems).toMatchObject([{ node: "call" }]);
    expect(parseProcess(file({ flows: [{ id: "f", from: 1, to: "b" }] })).problems).toMatchObject([{ flow: "f" }]);
  });

  it("opens a file with numbers out of range, which validation then tells", () => {
    const result = parseProcess(node({ work: { dist: "exponential", mean: -5, unit: "min" } }));
    expect(result.ok && validate(result.value).some((problem) => problem.code === "distribution")).toBe(true);
  });

  it("tells at most two hundred problems", () => {
    const { problems } = told(file({ nodes: Array(1000).fill(0) }));
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.message).toBe("There are 800 more like these.");
  });
});

describe("fields that are not known", () => {
  it("are kept among the extensions of their object, with a warning", () => {
    const result = parseProcess(node({ owner: "Ada", extensions: { x: 1 }, pateince: 5 }));
    expect(result).toMatchObject({
      ok: true,
      value: { nodes: [{ extensions: { x: 1, owner: "Ada", pateince: 5 } }] },
      problems: [
        { severity: "warning", code: "unknown-field-kept", path: "nodes[0].owner", node: "call" },
        { path: "nodes[0].pateince", mend: expect.stringContaining("If you meant “patience”") },
      ],
    });
  });

  it("are kept even if JavaScript objects own their name", () => {
    const result = parseProcess(
      JSON.parse('{"format":"throughline","version":1,"name":"x","__proto__":{"a":1},"toString":2}'),
    );
    if (!result.ok) throw new Error("it was not read");
    expect(Object.entries(result.value.extensions ?? {})).toEqual([
      ["__proto__", { a: 1 }],
      ["toString", 2],
    ]);
    expect(json.write(result.value)).toContain('"__proto__": {');
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it("are kept wherever they stand, and are there when the file is written and read again", () => {
    const golden = JSON.parse(readFileSync(new URL("../golden/process.v1.process.json", import.meta.url), "utf8"));
    const places = objectsIn(golden).filter((path) => !path.includes("extensions") && path.at(-1) !== "set");
    expect(places.length).toBeGreaterThan(80);
    for (const path of places) {
      const spoiled = structuredClone(golden);
      path.reduce((at, key) => at[key], spoiled).zzz = { deep: [1, null] };
      const read = json.read(JSON.stringify(spoiled));
      if (!read.ok) throw new Error(`${path.join(".")}: ${read.problems[0]?.message}`);
      expect(read.remarks.map(({ code }) => code)).toEqual(["unknown-field-kept"]);
      const again = json.read(json.write(read.process));
      expect(again).toEqual({ ok: true, process: read.process, remarks: [] });
      const kept = path.reduce((at, key) => at[key], JSON.parse(json.write(read.process))).extensions;
      expect(kept.zzz).toEqual({ deep: [1, null] });
    }
  });

  it("are errors if the extensions hold the same name already", () => {
    expect(told(node({ owner: "Ada", extensions: { owner: "Bob" } }))).toMatchObject({
      ok: false,
      problems: [{ code: "unknown-field", path: "nodes[0].owner" }],
    });
  });

  it("leave where the schema is alone", () => {
    expect(parseProcess(file({ $schema: "./process.v1.json" }))).toMatchObject({ ok: true, problems: [] });
  });
});

describe("deep and large files", () => {
  const deep = (levels: number, wrap: (inner: unknown) => unknown) => {
    let value: unknown = 1;
    for (let i = 0; i < levels; i++) value = wrap(value);
    return value;
  };

  it.each([
    ["lists", (inner: unknown) => [inner]],
    ["rules", (inner: unknown) => ({ not: inner })],
    ["mixtures", (inner: unknown) => ({ dist: "mixture", parts: [{ weight: 1, of: inner }] })],
  ])("are answered, not crashed on: %s ten thousand levels deep", (_, wrap) => {
    const inside = deep(10_000, wrap);
    for (const input of [
      inside,
      node({ work: inside }),
      file({ extensions: { inside } }),
      file({ flows: [{ id: "f", from: "a", to: "b", when: inside }] }),
    ]) {
      expect(told(input).ok).toBe(false);
    }
    expect(told(node({ work: inside })).problems).toMatchObject([{ code: "too-deep" }]);
  });

  it("are read as deep as anybody needs", () => {
    const when = deep(150, (inner) => ({ not: inner === 1 ? { all: [] } : inner }));
    expect(told(file({ flows: [{ id: "f", from: "a", to: "b", when }] })).ok).toBe(true);
  });

  it("are told from objects that hold themselves", () => {
    const circle: Record<string, unknown> = file({});
    circle.extensions = { circle };
    expect(told(circle).problems).toMatchObject([{ code: "too-deep" }]);
  });
});

describe("migrations", () => {
  it("make the version: one more than their number", () => {
    expect(VERSION).toBe(MIGRATIONS.length + 1);
  });

  it("lift a file step by step, from its version on", () => {
    const toys: readonly Migration[] = [
      { name: "titles are names", lift: ({ title, ...rest }) => ({ ...rest, name: title }) },
      { name: "names shout", lift: ({ name, ...rest }) => ({ ...rest, name: `${name}!` }) },
    ];
    expect(migrated({ title: "Leads" }, 1, toys)).toEqual({ name: "Leads!" });
    expect(migrated({ name: "Leads" }, 2, toys)).toEqual({ name: "Leads!" });
    expect(migrated({ name: "Leads" }, 3, toys)).toEqual({ name: "Leads" });
  });

  it("leave the newest version as it is", () => {
    expect(parseProcess(JSON.parse(json.write(tiny)))).toMatchObject({ ok: true, value: tiny, problems: [] });
  });
});

/** The way to every object inside a value, the value itself included. */
function objectsIn(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, each]) =>
    objectsIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? inside : [path, ...inside];
}
