import type { Distribution, DistributionKind } from "../../../model/distribution.ts";
import type { NumberRange } from "../../words/read-number.ts";

/** How one parameter of a distribution is typed. */
export interface Parameter {
  /** Its name in the process file. */
  readonly key: string;
  readonly label: string;
  readonly range: NumberRange;
  /** Whether it is several numbers; some lists may be left empty. */
  readonly list?: "some" | "any";
  /** Whether it is measured in the distribution's unit, so that without one it may be below 0. */
  readonly amount?: true;
  /** Whether it is a number without a unit, whatever the distribution is of. */
  readonly plain?: true;
}

const POSITIVE: NumberRange = { above: 0 };
const NONE_BELOW: NumberRange = { min: 0 };
const mean: Parameter = { key: "mean", label: "Mean", range: POSITIVE };
const sd: Parameter = { key: "sd", label: "Std. deviation", range: NONE_BELOW };
const min: Parameter = { key: "min", label: "Least", range: NONE_BELOW, amount: true };
const mode: Parameter = { key: "mode", label: "Most likely", range: NONE_BELOW, amount: true };
const max: Parameter = { key: "max", label: "Most", range: NONE_BELOW, amount: true };

/** What is typed for each kind of distribution, in the order of the fields. */
export const PARAMETERS: Readonly<Record<DistributionKind, readonly Parameter[]>> = {
  constant: [{ key: "value", label: "Value", range: NONE_BELOW, amount: true }],
  exponential: [mean],
  uniform: [min, max],
  triangular: [min, mode, max],
  pert: [min, mode, max],
  normal: [{ ...mean, range: NONE_BELOW, amount: true }, sd],
  lognormal: [mean, sd],
  gamma: [mean, sd],
  erlang: [{ key: "k", label: "Phases", range: { min: 1, whole: true }, plain: true }, mean],
  weibull: [
    { key: "shape", label: "Shape", range: POSITIVE, plain: true },
    { key: "scale", label: "Scale", range: POSITIVE },
  ],
  beta: [
    min,
    max,
    { key: "alpha", label: "Alpha", range: POSITIVE, plain: true },
    { key: "beta", label: "Beta", range: POSITIVE, plain: true },
  ],
  hyperexponential: [
    { key: "share", label: "Shares", range: NONE_BELOW, list: "some" },
    { key: "mean", label: "Means", range: POSITIVE, list: "some" },
  ],
  empirical: [
    { key: "values", label: "Values", range: NONE_BELOW, list: "some", amount: true },
    { key: "weights", label: "Weights", range: NONE_BELOW, list: "any" },
  ],
  mixture: [],
};

/** The value of one parameter as it is in the process file. */
export function parameterOf(distribution: Distribution, key: string): number | readonly number[] | undefined {
  return (distribution as unknown as Readonly<Record<string, number | readonly number[] | undefined>>)[key];
}

/** The distribution with another value for one parameter; nothing (`undefined`) takes it out. */
export function withParameter(
  distribution: Distribution,
  key: string,
  value: number | readonly number[] | undefined,
): Distribution {
  const { [key]: _, ...rest } = distribution as unknown as Readonly<Record<string, unknown>>;
  return (value === undefined ? rest : { ...distribution, [key]: value }) as unknown as Distribution;
}

/** What has to hold between the parameters of each kind, for when it does not. */
export const MENDS: Readonly<Record<DistributionKind, string>> = {
  constant: "Type a value.",
  exponential: "The mean has to be more than 0.",
  uniform: "The least must not be above the most.",
  triangular: "Least, most likely and most have to be in rising order.",
  pert: "Least, most likely and most have to be in rising order.",
  normal: "The standard deviation must not be below 0.",
  lognormal: "The mean has to be more than 0 and the standard deviation at least 0.",
  gamma: "The mean has to be more than 0 and the standard deviation at least 0.",
  erlang: "The number of phases has to be at least 1 and the mean more than 0.",
  weibull: "Shape and scale have to be more than 0.",
  beta: "The least must not be above the most, and alpha and beta have to be more than 0.",
  hyperexponential: "Type as many shares as means, and not all shares 0.",
  empirical: "Type at least one value, and as many weights as values or none.",
  mixture: "Every part has to make sense, and not all weights may be 0.",
};
