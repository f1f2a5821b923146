import { type Distribution, type DistributionKind, MINUTES } from "../distribution.ts";
import { exact } from "../format.ts";
import type { Problem } from "../problem.ts";
import { isAlwaysZero } from "../zero-time.ts";
import { type Amount, amounts } from "./amounts.ts";
import { type Check, capital, error, isCount, within } from "./check.ts";

/** Longer than any process takes, and short enough to reckon with: ten thousand years, in minutes. */
const LONGEST = 10_000 * 365.25 * 1440;

type Of<D extends DistributionKind> = Extract<Distribution, { readonly dist: D }>;
/** What is wrong with a parameter: its key, what is wrong, and what would mend it. */
type Fault = readonly [key: string, what: string, mend: string];

/** Times and numbers whose parameters describe no distribution. */
export const checkDistributions: Check = function* ({ process }) {
  for (const amount of amounts(process)) yield* check(amount, amount.distribution.unit !== undefined);
};

function* check(amount: Amount, hasUnit: boolean): Iterable<Problem> {
  const { distribution, at, what, isTime, mustPass } = amount;
  const faults = [
    ...unitFaults(distribution, isTime, hasUnit),
    ...PARAMETERS[distribution.dist](distribution as never, isTime),
  ];
  for (const [key, wrong, mend] of faults) {
    yield error(key === "unit" ? "unit" : "distribution", within(at, key), `${capital(what)} ${wrong}.`, mend);
  }
  if (distribution.dist === "mixture") {
    for (const [i, { of }] of distribution.parts.entries()) {
      const part = { ...amount, distribution: of, at: within(at, "parts", i, "of"), mustPass: false };
      yield* check(part, hasUnit || of.unit !== undefined);
    }
  }
  if (faults.length > 0) return;
  if (isTime && isTooLong(distribution)) {
    yield error(
      "too-long",
      at,
      `${capital(what)} is longer than ten thousand years.`,
      "Write a shorter time, or another unit.",
    );
  }
  if (mustPass && isAlwaysZero(distribution)) {
    yield error(
      "no-time-between",
      at,
      `${capital(what)} is always 0, so there would be no end of them at one instant.`,
      "Write a time above 0.",
    );
  }
}

function unitFaults(distribution: Distribution, isTime: boolean, hasUnit: boolean): readonly Fault[] {
  // The parts of a mixture may have units of their own; then it needs none, and each part is asked.
  if (isTime && !hasUnit && distribution.dist !== "mixture")
    return [["unit", "is a time without a unit", "Add “unit”: s, min, h, d or wk."]];
  if (!isTime && distribution.unit !== undefined)
    return [["unit", "is a plain number, but has a unit of time", "Take the unit away."]];
  return [];
}

function isTooLong(distribution: Distribution): boolean {
  const minutes = MINUTES[distribution.unit ?? "min"];
  const numbers = Object.values(distribution).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter((each) => typeof each === "number") : typeof value === "number" ? [value] : [],
  );
  return numbers.some((value) => value * minutes > LONGEST);
}

const above = (key: string, value: number): readonly Fault[] =>
  value > 0 ? [] : [[key, `has the ${word(key)} ${exact(value)}`, "Write a number above 0."]];
const atLeast = (key: string, value: number): readonly Fault[] =>
  value >= 0 ? [] : [[key, `has the ${word(key)} ${exact(value)}`, "Write 0 or a number above."]];
const notNegative = (key: string, value: number, isTime: boolean): readonly Fault[] =>
  isTime && value < 0 ? [[key, `goes below 0: its ${word(key)} is ${exact(value)}`, "Write 0 or a number above."]] : [];

const WORDS: Readonly<Record<string, string>> = {
  sd: "standard deviation",
  min: "minimum",
  max: "maximum",
  k: "number of stages",
  values: "least value",
};

function word(key: string): string {
  return WORDS[key] ?? key;
}

function ordered(
  { min, max, mode = min }: { readonly min: number; readonly mode?: number; readonly max: number },
  isTime: boolean,
): readonly Fault[] {
  if (max < min) return [["max", `has the maximum ${exact(max)} below its minimum ${exact(min)}`, "Swap the two."]];
  if (mode < min || mode > max) {
    return [
      [
        "mode",
        `has the mode ${exact(mode)}, outside ${exact(min)} to ${exact(max)}`,
        "Write a mode between the minimum and the maximum.",
      ],
    ];
  }
  return notNegative("min", min, isTime);
}

function weighted(key: string, weights: readonly number[]): readonly Fault[] {
  if (weights.some((weight) => !(weight >= 0))) return [[key, "has a negative weight", "Write weights of 0 or above."]];
  return weights.some((weight) => weight > 0)
    ? []
    : [[key, "has no weight above 0", "Give at least one a weight above 0."]];
}

/** What each kind of distribution asks of its parameters. */
const PARAMETERS: { readonly [D in DistributionKind]: (distribution: Of<D>, isTime: boolean) => readonly Fault[] } = {
  constant: ({ value }, isTime) => notNegative("value", value, isTime),
  exponential: ({ mean }) => above("mean", mean),
  uniform: ordered,
  triangular: ordered,
  pert: ordered,
  normal: ({ mean, sd }, isTime) => [...notNegative("mean", mean, isTime), ...atLeast("sd", sd)],
  lognormal: ({ mean, sd }) => [...above("mean", mean), ...atLeast("sd", sd)],
  gamma: ({ mean, sd }) => [...above("mean", mean), ...atLeast("sd", sd)],
  erlang: ({ k, mean }) => [
    ...(isCount(k) ? [] : [["k", `has ${exact(k)} stages`, "Write a whole number from 1."] as const]),
    ...above("mean", mean),
  ],
  weibull: ({ shape, scale }) => [...above("shape", shape), ...above("scale", scale)],
  beta: (beta, isTime) => [...ordered(beta, isTime), ...above("alpha", beta.alpha), ...above("beta", beta.beta)],
  hyperexponential: ({ share, mean }) => {
    if (share.length !== mean.length || share.length === 0) {
      return [["share", `has ${share.length} shares for ${mean.length} means`, "Write one share for each mean."]];
    }
    const faults = [...weighted("share", share), ...mean.flatMap((each) => above("mean", each)).slice(0, 1)];
    const sum = share.reduce((before, each) => before + each, 0);
    if (faults.length > 0 || Math.abs(sum - 1) <= 1e-6) return faults;
    return [
      ["share", `has shares that add up to ${exact(Number(sum.toFixed(6)))}`, "Change them so that they add up to 1."],
    ];
  },
  empirical: ({ values, weights }, isTime) => {
    if (values.length === 0) return [["values", "has no values", "Write at least one."]];
    const least = notNegative(
      "values",
      values.reduce((a, b) => Math.min(a, b)),
      isTime,
    );
    if (least.length > 0) return least;
    if (weights === undefined) return [];
    if (weights.length !== values.length) {
      return [
        ["weights", `has ${weights.length} weights for ${values.length} values`, "Write one weight for each value."],
      ];
    }
    return weighted("weights", weights);
  },
  mixture: ({ parts }) => {
    if (parts.length === 0) return [["parts", "is a mixture of nothing", "Write at least one part."]];
    return weighted(
      "parts",
      parts.map((part) => part.weight),
    );
  },
};
