import fc from "fast-check";
import type { Distribution } from "../../src/model/distribution.ts";

const unit = fc.constantFrom("s", "min", "h");
const amount = fc.integer({ min: 1, max: 60 });
const positive = fc.integer({ min: 1, max: 80 }).map((n) => n / 4);
const ordered = fc.tuple(amount, amount, amount).map((three) => [...three].sort((a, b) => a - b) as typeof three);
const weights = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: length, maxLength: length })
    .map(([first = 0, ...rest]) => [first + 1, ...rest]);

const simple: readonly fc.Arbitrary<Distribution>[] = [
  fc.record({ dist: fc.constant("constant" as const), value: amount, unit }),
  fc.record({ dist: fc.constant("exponential" as const), mean: amount, unit }),
  ordered.chain(([min, , max]) =>
    fc.record({ dist: fc.constant("uniform" as const), min: fc.constant(min), max: fc.constant(max), unit }),
  ),
  ...(["triangular", "pert"] as const).map((dist) =>
    ordered.chain(([min, mode, max]) => unit.map((unit) => ({ dist, min, mode, max, unit }))),
  ),
  ...(["normal", "lognormal", "gamma"] as const).map((dist) =>
    fc.record({ dist: fc.constant(dist), mean: amount, sd: positive, unit }),
  ),
  fc.record({ dist: fc.constant("erlang" as const), k: fc.integer({ min: 1, max: 5 }), mean: amount, unit }),
  fc.record({ dist: fc.constant("weibull" as const), shape: positive, scale: amount, unit }),
  ordered.chain(([min, , max]) =>
    fc.record({
      dist: fc.constant("beta" as const),
      min: fc.constant(min),
      max: fc.constant(max),
      alpha: positive,
      beta: positive,
      unit,
    }),
  ),
  fc.integer({ min: 1, max: 9 }).chain((tenth) =>
    fc.record({
      dist: fc.constant("hyperexponential" as const),
      share: fc.constant([tenth / 10, 1 - tenth / 10]),
      mean: fc.tuple(amount, amount).map((two) => [...two]),
      unit,
    }),
  ),
  fc
    .array(amount, { minLength: 1, maxLength: 4 })
    .chain((values) => unit.map((unit) => ({ dist: "empirical" as const, values, unit }))),
  fc.array(amount, { minLength: 1, maxLength: 4 }).chain((values) =>
    fc.record({
      dist: fc.constant("empirical" as const),
      values: fc.constant(values),
      weights: weights(values.length),
      unit,
    }),
  ),
];

/** Every kind of distribution of a time that is never always 0, a mixture of two others included. */
export const arbitraryTime: fc.Arbitrary<Distribution> = fc.oneof(
  { weight: 12, arbitrary: fc.oneof(...simple) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.oneof(...simple), fc.oneof(...simple))
      .map(([weight, a, b]) => ({
        dist: "mixture" as const,
        parts: [
          { weight, of: a },
          { weight: 1, of: b },
        ],
      })),
  },
);
