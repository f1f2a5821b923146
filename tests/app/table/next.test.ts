import fc from "fast-check";
import { expect, it } from "vitest";
import { nextWords, writeNext } from "../../../src/app/table/next.ts";
import { readRule, ruleText } from "../../../src/app/table/rule-text.ts";
import type { Process } from "../../../src/model/process.ts";
import { validate } from "../../../src/model/validate.ts";
import { arbitraryRule, FIELDS } from "../../arbitrary/rules.ts";
import { decision, end, fixed, flow, paths, processOf, start, step } from "../../builders.ts";

const process = processOf({
  fields: FIELDS,
  nodes: [start("new"), step("call"), decision("fits"), end("won"), end("lost")],
  flows: [
    ...paths("new > call > fits"),
    flow("fits", "won", { label: "Big", when: { field: "value", is: ">=", to: 50 }, delay: fixed(3) }),
    flow("fits", "lost", { otherwise: true }),
  ],
});
const nodeOf = (of: Process, id: string) => of.nodes.find((node) => node.id === id)!;
const words = (of: Process, id: string) => nextWords(nodeOf(of, id), of);
function after(id: string, text: string, on: Process = process): Process {
  const result = writeNext(on, nodeOf(on, id), text);
  if (!result.ok) throw new Error(result.message);
  return result.process;
}
const ways = (of: Process, from: string) => of.flows.filter((each) => each.from === from);

it("shows a rule as it is typed, beside the label", () => {
  expect(words(process, "fits")).toBe("won [Big · if Deal value >= 50], lost [otherwise]");
});

it("any rule reads as the same rule again, alone and in a cell", () => {
  fc.assert(
    fc.property(arbitraryRule, (rule) => {
      expect(readRule(ruleText(rule, process), process)).toEqual({ ok: true, rule });
      const given = { ...process, flows: process.flows.map((each) => (each.when ? { ...each, when: rule } : each)) };
      expect(after("fits", words(given, "fits"), given)).toEqual(given);
    }),
  );
});

it.each([
  [
    "deal VALUE>=50 and lead source = trade show",
    {
      all: [
        { field: "value", is: ">=", to: 50 },
        { field: "source", is: "=", to: "Trade show" },
      ],
    },
  ],
  [
    'value < 1 or source in (Web, "x") and returning = no',
    {
      any: [
        { field: "value", is: "<", to: 1 },
        {
          all: [
            { field: "source", is: "in", to: ["Web", "x"] },
            { field: "returning", is: "=", to: false },
          ],
        },
      ],
    },
  ],
  ["not (Returning = yes)", { not: { field: "returning", is: "=", to: true } }],
])("reads “%s”", (text, rule) => {
  expect(readRule(text, process)).toEqual({ ok: true, rule });
});

it.each([
  ["Deal size > 3", "There is no field “Deal size”. There are “Deal value”, “Lead source”, “Returning”."],
  ["value 3", "Write =, !=, <, <=, >, >= or in after “Deal value”."],
  ["value > ", "Write after the sign what “Deal value” is compared with."],
  ["value > much", "“much” is no number."],
  ["(value > 3", "A parenthesis is not closed."],
  ["value > 3 unless", "“unless” cannot be read at the end of the rule."],
])("says why “%s” is no rule, and leaves the process as it is", (text, message) => {
  expect(writeNext(process, nodeOf(process, "fits"), `won [if ${text}], lost`)).toEqual({ ok: false, message });
});

it("a changed rule keeps the delay of its flow, and the order of the cell is that in which rules are tried", () => {
  const turned = after("fits", "lost [if Deal value < 10], won [otherwise]");
  expect(ways(turned, "fits")).toEqual([
    flow("fits", "lost", { when: { field: "value", is: "<", to: 10 } }),
    flow("fits", "won", { otherwise: true, delay: fixed(3) }),
  ]);
});

it("without brackets a way keeps what it has, with empty ones it has nothing", () => {
  expect(after("fits", "won, lost")).toEqual(process);
  expect(ways(after("fits", "won [], lost"), "fits")[0]).toEqual(flow("fits", "won", { delay: fixed(3) }));
});

it("two rules may lead to the same place, and each is changed on its own", () => {
  const two = after("fits", "won [if value > 50], won [if returning = yes], lost");
  expect(ways(two, "fits").map(({ to, when }) => [to, when !== undefined])).toEqual([
    ["won", true],
    ["won", true],
    ["lost", false],
  ]);
  expect(validate(two).filter(({ severity }) => severity === "error")).toEqual([]);
  expect(after("fits", words(two, "fits"), two)).toEqual(two);
});

it("ways by rule on from a step go through a decision whose way without a rule is the otherwise; nothing of the old way is lost", () => {
  const plain = { ...process, flows: process.flows.filter(({ from }) => from !== "fits") };
  const late = {
    ...plain,
    flows: plain.flows.map((each) => (each.from === "call" ? { ...each, to: "won", delay: fixed(9) } : each)),
  };
  const made = after("call", "lost [if returning = yes], won", late);
  const chosen = made.nodes.find(({ name }) => name === "After call")!;
  expect(ways(made, "call").map(({ to }) => to)).toEqual([chosen.id]);
  expect(ways(made, chosen.id)).toMatchObject([
    { to: "lost", when: { field: "returning", is: "=", to: true } },
    { to: "won", otherwise: true, delay: fixed(9) },
  ]);
});
