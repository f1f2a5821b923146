import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "../../src/io/json.ts";
import { parseProcess } from "../../src/model/parse.ts";
import { processSchema } from "../../src/model/process.ts";
import { conform } from "../../src/model/read/conform.ts";
import { validate } from "../../src/model/validate.ts";
import { arbitraryDrawing, arbitraryProcess } from "../arbitrary.ts";

const file = (parts: object) => ({ format: "throughline", version: 1, name: "Test", ...parts });

/** Changes one thing somewhere in a value: takes it away, doubles it or puts something else in its place. */
function mutated(value: unknown, picks: readonly number[], something: unknown): unknown {
  const [pick = 0, ...rest] = picks;
  if (typeof value !== "object" || value === null || rest.length === 0) return something;
  const keys = Object.keys(value);
  const key = keys[pick % Math.max(1, keys.length)];
  if (key === undefined) return something;
  const inner = (value as Record<string, unknown>)[key];
  const change = pick % 5;
  if (Array.isArray(value)) {
    if (change === 0) return value.toSpliced(Number(key), 1);
    if (change === 1) return [...value, inner];
    return value.with(Number(key), mutated(inner, rest, something));
  }
  if (change === 0) return Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
  if (change === 1) return { ...value, [`${key}x`]: inner };
  return { ...value, [key]: mutated(inner, rest, something) };
}

describe("any bytes given as a process file", () => {
  const written = fc
    .oneof(arbitraryProcess({ nodes: { max: 15 } }), arbitraryDrawing(8))
    .map((process) => json.write(process));
  const almostRight = fc
    .tuple(written, fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 8 }), fc.anything({ withBigInt: false }))
    .map(([text, picks, something]) => JSON.stringify(mutated(JSON.parse(text), picks, something) ?? null));
  const damaged = fc
    .tuple(written, fc.nat(), fc.nat({ max: 20 }), fc.string({ maxLength: 4 }))
    .map(([text, at, gone, more]) => {
      const cut = at % text.length;
      return text.slice(0, cut) + more + text.slice(cut + gone);
    });
  const bytes = fc.oneof(
    { weight: 6, arbitrary: almostRight },
    { weight: 3, arbitrary: damaged },
    { weight: 1, arbitrary: written.map((text) => text.slice(0, text.length / 2)) },
    { weight: 1, arbitrary: written.map((text) => text + text) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string() },
  );

  it("answer with a process or with problems, never with an exception", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          bytes.map((text) => new TextEncoder().encode(text)),
          fc.uint8Array(),
        ),
        (input) => {
          const decoded = json.read(input);
          if (!decoded.ok) {
            expect(decoded.problems.length).toBeGreaterThan(0);
            return;
          }
          validate(decoded.process);
          expect(json.read(json.write(decoded.process))).toMatchObject({
            ok: true,
            process: decoded.process,
            remarks: [],
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are read as zod reads them: what conforms is valid, and what is valid conforms", () => {
    fc.assert(
      fc.property(almostRight, (text) => {
        const { format: _, version: __, ...rest } = Object(JSON.parse(text));
        const { value, problems } = conform(processSchema, rest);
        const fits = !problems.some(({ severity }) => severity === "error");
        // zod's records drop “__proto__”, and its strict objects refuse what we keep: compare without strangers.
        expect(processSchema.safeParse(fits ? value : rest).success).toBe(fits);
      }),
      { numRuns: 200 },
    );
  });

  it("may be any value at all, not only what JSON holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.anything().map((value) => file({ nodes: value })),
          fc.anything().map((value) => file({ nodes: [{ id: "call", kind: "step", name: "Call", work: value }] })),
        ),
        (value) => {
          expect(typeof parseProcess(value).ok).toBe("boolean");
        },
      ),
    );
  });
});
