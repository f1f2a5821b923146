/** A structure in the core's memory: numbers of 64 bits, then whole numbers and references of 32. */
export interface Structure<Float extends string, Int extends string> {
  readonly floats: readonly Float[];
  readonly ints: readonly Int[];
  /** In bytes. */
  readonly size: number;
}

function structure<Float extends string, Int extends string>(
  floats: readonly Float[],
  ints: readonly Int[],
): Structure<Float, Int> {
  return { floats, ints, size: Math.ceil((floats.length * 8 + ints.length * 4) / 8) * 8 };
}

/** Where a part of a structure lies, in bytes from its beginning. */
export function offsetOf<Float extends string, Int extends string>(
  { floats, ints }: Structure<Float, Int>,
  part: Float | Int,
): number {
  const at = floats.indexOf(part as Float);
  return at < 0 ? (floats.length * 2 + ints.indexOf(part as Int)) * 4 : at * 8;
}

/** What the core counts by node, named as in `Tally`. */
export const FIGURES = [
  "visits",
  "begun",
  "inStep",
  "done",
  "work",
  "longestWork",
  "withinTarget",
  "waited",
  "wait",
  "longestWait",
  "gaveUp",
  "turnedAway",
  "value",
  "cycle",
  "longestCycle",
  "spent",
  "longestSpent",
] as const;

// The structures of `core/tables.ts`, part by part in the same order; a test compares the two.

/** Distributions, and who does the work. */
export const SPREADS = structure(["a", "b", "c", "d"], ["shares", "values", "parts", "count", "code"]);
export const POOLS = structure(["busy"], ["free", "first", "last"]);
/** Nodes: what is counted there, what they ask for, and where ways lead. */
export const NODES = structure(
  [...FIGURES, "limit", "target", "price", "perMinute", "mean"],
  [
    ...(["kind", "marks", "people", "counter", "byChance", "worth", "stage", "waiting"] as const),
    ...(["workSite", "patienceSite", "chanceSite", "pauseSite", "workTime", "patience", "pause"] as const),
    ...(["pool", "station", "next", "givesUp", "full", "firstWay", "lastWay"] as const),
    ...(["waits", "works", "cycles", "spents", "reached", "furthest"] as const),
  ],
);
/** Flows, ways out of decisions and forks, and spans that are measured. */
export const FLOWS = structure(["taken", "onTheWay"], ["to", "delay", "site", "counter"]);
export const WAYS = structure(["below"], ["flow", "rule"]);
export const SPANS = structure(["count", "time", "inside", "longest", "within"], ["from", "to", "times"]);
/** Where records come from, what they carry from there, and arrivals that are handed over. */
export const SOURCES = structure(
  ["next", "batch", "most"],
  [
    ...(["first", "gap", "home", "firstField", "endOfFields", "key", "site", "arrivals", "sent"] as const),
    ...(["high", "low", "keyed"] as const),
  ],
);
export const FIELDS = structure(["value"], ["spread", "site"]);
export const ARRIVALS = structure(["time"], ["source", "count"]);
/** Visits in the log. */
export const VISITS = structure(["reached", "began", "left", "work", "cost"], ["record", "place", "by"]);
/** Records and branches that are inside. */
export const TOKENS = structure(
  ["since", "began", "deadline", "born", "spent"],
  [
    ...(["state", "visit", "pending", "number", "high", "low"] as const),
    ...(["at", "on", "record", "parent", "before", "behind", "home"] as const),
  ],
);
