import { MINUTES } from "../model/distribution.ts";
import type { Arrivals, Field, NodeOf } from "../model/process.ts";
import { encode } from "./field.ts";
import { keyOf } from "./key.ts";
import type { Opening } from "./opening.ts";
import type { Source } from "./program.ts";
import { cumulative, SPREAD, type Spread, spreadOfNumber, spreadOfTime } from "./spread.ts";

/** How records come in at a start, with times in minutes. */
export function sourceOf(
  start: NodeOf<"start">,
  node: number,
  carried: readonly Field[],
  openings: ReadonlyMap<string, Opening>,
): Source {
  if (start.arrivals === undefined) throw new Error(`start ${start.id} has no arrivals, which validation refuses`);
  const set = Float64Array.from(carried, (field) => {
    const value = start.set?.[field.id];
    return value === undefined ? Number.NaN : encode(field, value);
  });
  return { node, key: keyOf(start.id), arrivals: arrivalsOf(start.arrivals, openings), set };
}

function arrivalsOf(arrivals: Arrivals, openings: ReadonlyMap<string, Opening>): Source["arrivals"] {
  if ("at" in arrivals) return { kind: "at", times: Float64Array.from(arrivals.at).sort() };
  if ("rates" in arrivals) {
    let end = 0;
    const ends = Float64Array.from(arrivals.rates, ({ for: { value, unit } }) => {
      end += value * MINUTES[unit];
      return end;
    });
    return { kind: "rates", ends, perMinute: Float64Array.from(arrivals.rates, ({ perHour }) => perHour / 60) };
  }
  const gap = spreadOfTime(arrivals.every);
  const opening = openings.get(arrivals.calendar ?? "");
  return {
    kind: "every",
    gap,
    first: arrivals.first === undefined ? gap : spreadOfTime(arrivals.first),
    batch: arrivals.batch ?? 1,
    max: arrivals.max ?? Number.POSITIVE_INFINITY,
    ...(opening ? { opening } : {}),
  };
}

/** How a field's value is drawn, as the number that stands for it; undefined where the file does not say. */
export function sampleOf(field: Field): Spread | undefined {
  if (field.type === "number") return field.sample === undefined ? undefined : spreadOfNumber(field.sample);
  const weights =
    field.type === "choice"
      ? field.options.map(({ weight = 1 }) => weight)
      : field.share === undefined
        ? undefined
        : [1 - field.share, field.share];
  if (weights === undefined) return undefined;
  const values = Float64Array.from(weights.keys());
  return { code: SPREAD.choice, a: 0, b: 0, c: 0, d: 0, shares: cumulative(weights), values, parts: [] };
}
