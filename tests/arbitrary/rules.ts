import fc from "fast-check";
import type { Field } from "../../src/model/process.ts";
import type { Rule } from "../../src/model/rule.ts";

/** One field of each type. */
export const FIELDS: readonly Field[] = [
  { id: "value", name: "Deal value", type: "number", sample: { dist: "uniform", min: 0, max: 100 } },
  {
    id: "source",
    name: "Lead source",
    type: "choice",
    options: [
      { value: "Referral", weight: 2 },
      { value: "Trade show", weight: 1 },
      { value: "Web", weight: 1 },
    ],
  },
  { id: "returning", name: "Returning", type: "boolean", share: 0.3 },
];

const source = fc.constantFrom("Referral", "Trade show", "Web");

const comparison: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    field: fc.constant("value"),
    is: fc.constantFrom("=", "!=", "<", "<=", ">", ">="),
    to: fc.integer({ min: 0, max: 100 }),
  }),
  fc.record({ field: fc.constant("source"), is: fc.constantFrom("=", "!="), to: source }),
  fc.record({ field: fc.constant("source"), is: fc.constant("in"), to: fc.uniqueArray(source, { minLength: 1 }) }),
  fc.record({ field: fc.constant("returning"), is: fc.constantFrom("=", "!="), to: fc.boolean() }),
);

/** A rule on `FIELDS`, now and then made of others. */
export const arbitraryRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: comparison },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie("rule"), { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie("rule"), { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie("rule") }) },
  ),
})).rule;
