import { readFileSync } from "node:fs";
import type { Results } from "../analyse/results.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { troubleWords } from "./files.ts";

/** Tells the first place, such as “steps.call.wait”, where a value is not what it should be; undefined where it is. */
type Check = (value: unknown, path: string) => string | undefined;

const is =
  (fits: (value: unknown) => boolean): Check =>
  (value, path) =>
    fits(value) ? undefined : path;
const text = is((value) => typeof value === "string");
const number = is((value) => typeof value === "number");
const truth = is((value) => typeof value === "boolean");
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const object =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isObject(value)) return path;
    for (const [key, check] of Object.entries(checks)) {
      const wrong = check(Object.hasOwn(value, key) ? value[key] : undefined, path === "" ? key : `${path}.${key}`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

const each =
  (check: Check): Check =>
  (value, path) => {
    if (typeof value !== "object" || value === null) return path;
    for (const [key, entry] of Object.entries(value)) {
      const wrong = check(entry, `${path}.${key}`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
const record =
  (check: Check): Check =>
  (value, path) =>
    isObject(value) ? each(check)(value, path) : path;
const array =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? each(check)(value, path) : path;
const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? undefined : check(value, path);

const pair: Check = (value, path) => (Array.isArray(value) && value.length === 2 ? each(number)(value, path) : path);
const stat = object({ mean: number, ci95: pair });

/** What pictures are drawn from; whatever else results hold is not asked for. */
const RESULTS = object({
  process: text,
  seed: number,
  replications: number,
  steps: record(object({ shareOfDelay: stat, wait: stat, utilisation: stat, queueLength: stat, cost: stat })),
  flows: record(object({ count: stat })),
  bottlenecks: array(
    object({
      rank: number,
      team: optional(text),
      system: optional(text),
      step: optional(text),
      steps: array(text),
      shareOfDelay: number,
      proven: truth,
      ifOneMore: optional(object({ cycleTime: stat, throughputPerHour: stat })),
    }),
  ),
  improvements: optional(
    array(
      object({
        rank: number,
        title: text,
        nodes: optional(array(text)),
        cycleTime: stat,
        throughputPerHour: stat,
        costPerHourSaved: optional(number),
        shown: truth,
      }),
    ),
  ),
  capacity: optional(object({ maxThroughputPerHour: number, arrivalsPerHour: number, stable: truth })),
});

/**
 * Reads the results of a run that `simulate --json` has printed.
 *
 * @param process - What they have to be of.
 * @returns The results, or why there are none: trouble with the file, no JSON, no results, results of another process.
 */
export function readResults(path: string, process: Process): Result<Results> {
  let value: unknown;
  try {
    // JSON has no numbers that are none: they are written as null.
    value = JSON.parse(readFileSync(path, "utf8"), (_, entry) => (entry === null ? Number.NaN : entry));
  } catch (error) {
    const words = troubleWords(error);
    if (words !== undefined) return refused(`It cannot be read. ${words}`);
    if (error instanceof SyntaxError) return refused("It is not JSON.");
    throw error;
  }
  const wrong = RESULTS(value, "");
  if (wrong !== undefined) return refused("These are not the results of a run.", wrong);
  const results = value as Results;
  const own = new Set(process.nodes.map(({ id }) => id));
  const other = Object.keys(results.steps).find((id) => !own.has(id));
  if (other !== undefined)
    return refused(
      `These are results of another process, with a step “${other}” that “${process.name}” does not have.`,
    );
  return { ok: true, value: results, problems: [] };
}

function refused(message: string, path = ""): Result<never> {
  const mend = "Give a file that “simulate FILE --json” has printed for this process as it is now.";
  const problem: Problem = { severity: "error", code: "no-results", path, message, mend };
  return { ok: false, problems: [problem] };
}
