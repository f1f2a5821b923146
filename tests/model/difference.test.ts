import { expect, it } from "vitest";
import { differenceWords } from "../../src/model/difference.ts";
import { add, patch, remove } from "../../src/model/edit.ts";
import { step, tiny } from "../builders.ts";

it.each([
  ["nothing changed", tiny],
  ["“Quote” added", add(tiny, "nodes", step("quote", { name: "Quote" }))],
  ["2 nodes added", add(add(tiny, "nodes", step("a")), "nodes", step("b"))],
  ["“call” removed and 2 flows removed", remove(tiny, "nodes", ["call"])],
  ["“First call” changed", patch(tiny, "nodes", "call", { name: "First call" })],
  ["“call” moved", patch(tiny, "nodes", "call", { x: 8, y: 8 })],
  ["called “Leads” and “Sales” added", { ...add(tiny, "departments", { id: "sales", name: "Sales" }), name: "Leads" }],
  ["settings changed", { ...tiny, currency: "EUR" }],
] as const)("says: %s", (words, after) => {
  expect(differenceWords(tiny, after)).toBe(words);
});

it("tells four things and how many more there are", () => {
  const after = {
    ...tiny,
    departments: [{ id: "a", name: "A" }],
    teams: [{ id: "b", name: "B", people: 1 }],
    systems: [{ id: "c", name: "C" }],
    data: [{ id: "d", name: "D" }],
    stages: [{ id: "e", name: "E" }],
    fields: [{ id: "f", name: "F", type: "number" as const }],
  };
  expect(differenceWords(tiny, after)).toBe("“A” added, “B” added, “C” added, “D” added and 2 more changes");
});
