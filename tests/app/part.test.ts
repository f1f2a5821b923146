import fc from "fast-check";
import { expect, it } from "vitest";
import { withPart } from "../../src/app/part.ts";
import { idsOf } from "../../src/model/edit/ids.ts";
import { partOf } from "../../src/model/part.ts";
import { LISTS } from "../../src/model/process.ts";
import { arbitraryProcess } from "../arbitrary.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

const process = processOf({
  departments: [{ id: "sales", name: "Sales" }],
  calendars: [{ id: "office", name: "Office", week: {} }],
  teams: [
    { id: "sdr", name: "Sales development", people: 2, calendar: "office" },
    { id: "other", name: "Others", people: 1 },
  ],
  nodes: [
    start("in"),
    step("call", { team: "sdr", department: "sales", x: 10, y: 20 }),
    step("mail", { team: "other" }),
    end("out"),
  ],
  flows: paths("in > call > mail > out"),
});

it("takes along what the chosen nodes name, and what that names, and nothing else", () => {
  const part = partOf(process, new Set(["in", "call"]));
  expect(part.nodes.map(({ id }) => id)).toEqual(["in", "call"]);
  expect(part.flows.map(({ id }) => id)).toEqual(["in-call"]);
  expect(part.teams.map(({ id }) => id)).toEqual(["sdr"]);
  expect(part.calendars.map(({ id }) => id)).toEqual(["office"]);
  expect(part.departments.map(({ id }) => id)).toEqual(["sales"]);
});

it("adds the part again under new ids, beside the old, doing the same work", () => {
  const part = partOf(process, new Set(["call", "mail"]));
  const { process: both, added } = withPart(process, part, { x: 32, y: 32 });
  expect(both.teams).toBe(process.teams);
  const copy = both.nodes.find(({ id }) => id === added[0]);
  expect(copy).toMatchObject({ kind: "step", name: "call 2", team: "sdr", department: "sales", x: 42, y: 52 });
  const flow = both.flows.at(-1);
  expect([flow?.from, flow?.to]).toEqual(added);
});

it("brings missing teams into another process", () => {
  const part = partOf(process, new Set(["call"]));
  const { process: other } = withPart(processOf({}), part, { x: 0, y: 0 });
  expect(other.teams.map(({ id }) => id)).toEqual(["sdr"]);
  expect(other.calendars.map(({ id }) => id)).toEqual(["office"]);
});

it("gives what it brings another id where something else has that one, and everything still names it", () => {
  const part = partOf(process, new Set(["call"]));
  const into = processOf({ teams: [{ id: "sales", name: "Sales people", people: 1 }] });
  const { process: result } = withPart(into, part, { x: 0, y: 0 });
  expect(result.departments).toEqual([{ id: "sales-2", name: "Sales" }]);
  expect(result.nodes[0]).toMatchObject({ department: "sales-2", team: "sdr" });
});

it("never gives an id twice, whatever is copied into whatever", () => {
  fc.assert(
    fc.property(arbitraryProcess(), arbitraryProcess(), (from, into) => {
      const part = partOf(from, new Set(from.nodes.slice(0, 4).map(({ id }) => id)));
      const { process: result } = withPart(into, part, { x: 0, y: 0 });
      const count = LISTS.reduce((sum, list) => sum + result[list].length, 0);
      expect(idsOf(result).size).toBe(count);
    }),
    { numRuns: 100 },
  );
});
