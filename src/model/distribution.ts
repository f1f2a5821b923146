import { z } from "zod";
import { type Extensions, extensions } from "./basics.ts";
import type { Immutable } from "./immutable.ts";

/** The units that people type times in. Inside the program the only unit is the minute. */
export const TIME_UNITS = ["s", "min", "h", "d", "wk"] as const;

export type TimeUnit = (typeof TIME_UNITS)[number];

/** Minutes in one of each unit, on the clock: a day has 24 hours, a week 7 days. */
export const MINUTES: Readonly<Record<TimeUnit, number>> = { s: 1 / 60, min: 1, h: 60, d: 1440, wk: 10_080 };

const unit = z.exactOptional(z.enum(TIME_UNITS).describe("Left out for a plain number, such as a field's sample"));
const number = z.number();

const constant = z.strictObject({ dist: z.literal("constant"), value: number, unit, extensions });
const exponential = z.strictObject({ dist: z.literal("exponential"), mean: number, unit, extensions });
const uniform = z.strictObject({ dist: z.literal("uniform"), min: number, max: number, unit, extensions });
const triangular = z.strictObject({
  dist: z.literal("triangular"),
  min: number,
  mode: number,
  max: number,
  unit,
  extensions,
});
const pert = z.strictObject({ dist: z.literal("pert"), min: number, mode: number, max: number, unit, extensions });
const normal = z
  .strictObject({ dist: z.literal("normal"), mean: number, sd: number, unit, extensions })
  .describe("Redrawn below 0 where it is a time");
const lognormal = z
  .strictObject({ dist: z.literal("lognormal"), mean: number, sd: number, unit, extensions })
  .describe("Mean and sd of the value itself, not of its logarithm");
const gamma = z.strictObject({ dist: z.literal("gamma"), mean: number, sd: number, unit, extensions });
const erlang = z.strictObject({ dist: z.literal("erlang"), k: number, mean: number, unit, extensions });
const weibull = z.strictObject({ dist: z.literal("weibull"), shape: number, scale: number, unit, extensions });
const beta = z.strictObject({
  dist: z.literal("beta"),
  min: number,
  max: number,
  alpha: number,
  beta: number,
  unit,
  extensions,
});
const hyperexponential = z.strictObject({
  dist: z.literal("hyperexponential"),
  share: z.array(number),
  mean: z.array(number),
  unit,
  extensions,
});
const empirical = z.strictObject({
  dist: z.literal("empirical"),
  values: z.array(number),
  weights: z.exactOptional(z.array(number)),
  unit,
  extensions,
});
const mixture = z.strictObject({
  dist: z.literal("mixture"),
  get parts() {
    return z.array(z.strictObject({ weight: number, of: distributionSchema, extensions }));
  },
  unit,
  extensions,
});

/** How a random amount is spread: of time if it has a `unit`, of a plain number if not. */
export const distributionSchema: z.ZodType<Distribution> = z
  .discriminatedUnion("dist", [
    constant,
    exponential,
    uniform,
    triangular,
    pert,
    normal,
    lognormal,
    gamma,
    erlang,
    weibull,
    beta,
    hyperexponential,
    empirical,
    mixture,
  ])
  .meta({ id: "Distribution" });

/** A weighted choice between other distributions. A part without a unit takes the mixture's. */
export interface Mixture {
  readonly dist: "mixture";
  readonly parts: readonly {
    readonly weight: number;
    readonly of: Distribution;
    readonly extensions?: Extensions;
  }[];
  readonly unit?: TimeUnit;
  readonly extensions?: Extensions;
}

type Simple = Immutable<
  | z.infer<typeof constant>
  | z.infer<typeof exponential>
  | z.infer<typeof uniform>
  | z.infer<typeof triangular>
  | z.infer<typeof pert>
  | z.infer<typeof normal>
  | z.infer<typeof lognormal>
  | z.infer<typeof gamma>
  | z.infer<typeof erlang>
  | z.infer<typeof weibull>
  | z.infer<typeof beta>
  | z.infer<typeof hyperexponential>
  | z.infer<typeof empirical>
>;

/** D in the process file. */
export type Distribution = Simple | Mixture;

export type DistributionKind = Distribution["dist"];

/** DURATION in the process file: a fixed stretch of time on the clock. */
export const durationSchema = z
  .strictObject({ value: z.number(), unit: z.enum(TIME_UNITS), extensions })
  .meta({ id: "Duration" });

export type Duration = Immutable<z.infer<typeof durationSchema>>;
