import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Process } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { arbitraryDrawing, arbitraryProcess } from "../arbitrary.ts";
import { decision, fixed, flow, fork, join, paths, processOf, step, tiny } from "../builders.ts";
import { deciding, drawn, withStep, withWork } from "./checks/cases.ts";

describe("validate", () => {
  it("finds nothing wrong with the shortest process", () => {
    expect(validate(tiny)).toEqual([]);
  });

  it("finds no errors in processes that are right by construction", () => {
    fc.assert(
      fc.property(arbitraryProcess(), (process) => {
        expect(validate(process)).toEqual([]);
      }),
    );
  });

  it("answers whatever is drawn, errors first, each with a place, a sentence and what would mend it", () => {
    fc.assert(
      fc.property(arbitraryDrawing(), (process) => {
        const problems = validate(process);
        const severities = problems.map((problem) => problem.severity);
        expect(severities).toEqual([...severities].sort());
        for (const { code, message, mend } of problems) {
          expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
          for (const sentence of [message, mend]) expect(sentence).toMatch(/^[\p{Lu}“\d-].*[.”]$/su);
        }
      }),
    );
  });

  it("leaves alone what is unfinished as long as no record comes there", () => {
    const process = processOf({
      ...tiny,
      nodes: [...tiny.nodes, fork("f"), step("idle"), decision("d")],
      flows: [...tiny.flows, flow("f", "idle")],
    });
    expect(validate(process).map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      Array(3).fill("warning unreachable"),
    );
  });

  it("allows what looks alike but runs", () => {
    const running = [
      withWork({ dist: "mixture", parts: [{ weight: 1, of: { dist: "constant", value: 5 } }], unit: "min" }),
      withWork({ dist: "mixture", parts: [{ weight: 1, of: fixed(5) }] }),
      withStep({ queue: { limit: 0 } }),
      withStep({ link: "mailto:sales@example.com" }),
      deciding(flow("d", "won", { share: 1 / 3 }), flow("d", "lost", { share: 0.6666667 })),
      // In a block the slowest branch counts, so going round takes time although one branch takes none.
      drawn(
        [fork("f"), step("a"), join("j"), decision("d")],
        ...paths("s > f > a > j > d", "f > j"),
        flow("d", "f", { share: 0.5 }),
        flow("d", "e", { share: 0.5 }),
      ),
      {
        ...tiny,
        simulation: { start: "2026-01-05T09:00", stop: { after: { value: 1, unit: "wk" } }, warmUp: "auto", seed: -1 },
      } as Process,
      {
        ...tiny,
        scenarios: [
          {
            id: "s",
            name: "S",
            changes: [
              { set: "nodes/call/slots", to: 3 },
              { set: "nodes/call/work/value", to: 3 },
            ],
          },
        ],
      } as Process,
    ];
    for (const process of running) expect(validate(process)).toEqual([]);
  });

  it("tells only of the loop that has no way out, not of one that leads there", () => {
    const process = drawn(
      [step("a"), decision("d"), step("b"), step("c")],
      ...paths("s > a > d", "b > c > b"),
      flow("d", "a", { share: 0.5 }),
      flow("d", "b", { share: 0.5 }),
    );
    const told = validate(process).filter(({ code }) => code === "endless-loop");
    expect(told.map(({ node }) => node)).toEqual(["b"]);
  });

  it("counts being turned away as taking no time, so that a loop through it is one without time", () => {
    const process = drawn([step("a", { queue: { limit: 0 } })], ...paths("s > a > e"), flow("a", "a", { on: "full" }));
    expect(validate(process).map((problem) => problem.code)).toEqual(["zero-time-loop"]);
  });

  it("counts a block as taking no time if all of its branches can", () => {
    const process = drawn(
      [fork("f"), step("a", { work: fixed(0) }), join("j"), decision("d")],
      ...paths("s > f > a > j > d", "f > j"),
      flow("d", "f", { share: 0.5 }),
      flow("d", "e", { share: 0.5 }),
    );
    expect(validate(process).map((problem) => problem.code)).toEqual(["zero-time-loop"]);
  });

  it("has a test for every kind of problem that it tells of", () => {
    const sources = import.meta.glob<string>("/src/model/checks/*.ts", {
      query: "?raw",
      import: "default",
      eager: true,
    });
    const written = Object.values(sources).flatMap((source) => [
      ...source.matchAll(/(?:error|warning)\(\s*"([a-z-]+)"/g),
      ...source.matchAll(/"?[a-z-]+"?: "([a-z]+-[a-z-]+)",/g),
    ]);
    const tests = import.meta.glob<string>("./checks/*.test.ts", { query: "?raw", import: "default", eager: true });
    const tested = Object.values(tests).join("");
    expect(written.map(([, code]) => code).filter((code) => !tested.includes(`"${code}"`))).toEqual([]);
    expect(written.length).toBeGreaterThan(80);
  });
});
