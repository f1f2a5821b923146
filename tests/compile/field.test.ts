import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encode, fieldsOf, testOf } from "../../src/compile/field.ts";
import type { Field } from "../../src/model/process.ts";
import { COMPARISONS, type FieldValue, meets, type Rule } from "../../src/model/rule.ts";
import { FIELDS } from "../arbitrary/rules.ts";

/** Values of records, and values that rules may ask for although no record has them. */
const anyValue: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constantFrom<FieldValue>(0, -0, 1, 2.5, 70, -3),
  fc.constantFrom<FieldValue>("Referral", "Trade show", "Web", "Nowhere", "", "1"),
  fc.boolean(),
);

const comparison: fc.Arbitrary<Rule> = fc.record({
  field: fc.constantFrom(...FIELDS.map(({ id }) => id)),
  is: fc.constantFrom(...COMPARISONS),
  to: fc.oneof(anyValue, fc.array(anyValue, { maxLength: 3 })),
});

/** Any rule that the schema lets through, sensible or not. */
const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: comparison },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie("rule"), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie("rule"), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie("rule") }) },
  ),
})).rule;

const VALUES: Readonly<Record<string, fc.Arbitrary<FieldValue | undefined>>> = {
  value: fc.constantFrom(undefined, 0, 1, 2.5, 70, -3),
  source: fc.constantFrom(undefined, "Referral", "Trade show", "Web"),
  returning: fc.constantFrom(undefined, true, false),
};

describe("a rule lowered to a test on numbers", () => {
  it("answers as the rule does on the values, whatever the rule, also where a value is unknown", () => {
    fc.assert(
      fc.property(anyRule, fc.record(VALUES), fc.nat(3), (rule, record, base) => {
        const known = Object.fromEntries(
          Object.entries(record).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
        );
        const numbers = FIELDS.map((field) =>
          record[field.id] === undefined ? NaN : encode(field, record[field.id]!),
        );
        const values = Float64Array.from([...Array(base).fill(99), ...numbers]);
        expect(testOf(rule, FIELDS)(values, base)).toBe(meets(rule, known));
      }),
      { numRuns: 2000 },
    );
  });

  it("needs every field that it asks for to be carried", () => {
    expect(() => testOf({ field: "size", is: "=", to: 1 }, FIELDS)).toThrow("size");
  });
});

describe("a value as a number", () => {
  const [number, choice, boolean] = FIELDS as readonly [Field, Field, Field];

  it("is itself, the place of an option, or 1 for yes", () => {
    expect(encode(number, 2.5)).toBe(2.5);
    expect(["Referral", "Trade show", "Web"].map((value) => encode(choice, value))).toEqual([0, 1, 2]);
    expect([false, true].map((value) => encode(boolean, value))).toEqual([0, 1]);
  });

  it("is none for what the field cannot hold", () => {
    const wrong: readonly (readonly [Field, FieldValue])[] = [
      [number, "1"],
      [number, true],
      [choice, "Nowhere"],
      [choice, 0],
      [boolean, 1],
      [boolean, "true"],
    ];
    expect(wrong.map(([field, value]) => encode(field, value))).toEqual(wrong.map(() => Number.NaN));
  });
});

describe("the fields that a rule asks for", () => {
  it("are found however deep they stand", () => {
    const at = (field: string): Rule => ({ field, is: "=", to: 1 });
    expect(fieldsOf({ all: [at("a"), { any: [at("b"), { not: { all: [at("c")] } }] }] })).toEqual(["a", "b", "c"]);
    expect(fieldsOf({ any: [] })).toEqual([]);
  });
});
