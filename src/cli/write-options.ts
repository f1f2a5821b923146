import { HEAT_MEASURES, type HeatMeasure } from "../analyse/heat-measures.ts";
import type { Choice, Codec } from "../io/codec.ts";
import { FORMATS } from "../io/formats.ts";
import { list } from "../model/format.ts";
import { LENS_IDS, type LensId } from "../model/lens/view.ts";
import { UsageError, type Values } from "./command.ts";

const MEASURES = Object.keys(HEAT_MEASURES) as HeatMeasure[];
const SCALES = ["1", "2", "4"] as const;

/** The options of commands that write a process in another format. Each is one of the choices that formats offer. */
export const WRITE_OPTIONS = {
  lens: { type: "string", value: "LENS", help: `what a picture shows: ${list(LENS_IDS, "or")}` },
  heat: { type: "boolean", help: "colours the steps by a run, whatever the lens" },
  "heat-of": { type: "string", value: "FIGURE", help: `by which figure: ${list(MEASURES, "or")}` },
  results: {
    type: "string",
    value: "RESULTS.json",
    help: "takes the run from a file that “simulate --json” has written, instead of running now",
  },
  only: { type: "string", value: "ID,…", help: "draws only these nodes, and the flows between them" },
  dark: { type: "boolean", help: "a picture for dark pages" },
  transparent: { type: "boolean", help: "a picture without a ground" },
  scale: { type: "string", value: "N", help: `how many pixels a pixel of the drawing becomes: ${list(SCALES, "or")}` },
  author: { type: "string", value: "NAME", help: "names the author in the title of a picture" },
  revision: { type: "string", value: "TEXT", help: "names the version in the title, as in “2.1”" },
  date: { type: "string", value: "DATE", help: "puts a date into the title; without it there is none" },
} as const;

type Given = Values<typeof WRITE_OPTIONS>;

/** Which choice of a format each option makes. */
const CHOICE: Readonly<Record<keyof typeof WRITE_OPTIONS, Choice>> = {
  lens: "lens",
  heat: "heat",
  "heat-of": "heat",
  results: "heat",
  only: "selection",
  dark: "look",
  transparent: "ground",
  scale: "scale",
  author: "title",
  revision: "title",
  date: "title",
};

/** What the options ask for. */
export interface Wanted {
  readonly lens?: LensId;
  readonly heat: boolean;
  readonly measure: HeatMeasure;
  /** The file that holds the results of a run. */
  readonly results?: string;
  /** The ids of the nodes to draw. */
  readonly only?: readonly string[];
  readonly dark: boolean;
  readonly transparent: boolean;
  readonly scale: number;
  readonly titleLine: readonly string[];
}

/**
 * Reads these options.
 *
 * @throws UsageError if one is not what it takes, or is nothing to the format.
 */
export function writeOptions(values: Given, format: Codec): Wanted {
  for (const [name, value] of Object.entries(values) as [keyof Given, string | boolean | undefined][]) {
    if (value !== undefined && !format.choices?.includes(CHOICE[name])) throw new UsageError(idle(name, format));
  }
  const only = values.only?.split(",").map((id) => id.trim());
  if (only?.includes(""))
    throw new UsageError("--only takes ids of nodes with commas between them, such as “call,quote”.");
  const lens = oneOf("lens", values.lens, LENS_IDS);
  const measure = oneOf("heat-of", values["heat-of"], MEASURES);
  return {
    ...(lens === undefined ? {} : { lens }),
    heat: values.heat === true || measure !== undefined,
    measure: measure ?? "delay",
    ...(values.results === undefined ? {} : { results: values.results }),
    ...(only === undefined ? {} : { only }),
    dark: values.dark === true,
    transparent: values.transparent === true,
    scale: Number(oneOf("scale", values.scale, SCALES) ?? 2),
    titleLine: [values.revision && `Version ${values.revision}`, values.date, values.author].filter(
      (part) => part !== undefined,
    ) as string[],
  };
}

function oneOf<T extends string>(name: string, text: string | undefined, all: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const found = all.find((each) => each === text);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} takes ${list(all, "or")}, not “${text}”.`);
}

/** Why an option is nothing to a format, and to which it is something. */
function idle(name: keyof Given, { name: format }: Codec): string {
  const others = FORMATS.filter(({ choices }) => choices?.includes(CHOICE[name])).map(({ id }) => id);
  return `--${name} says nothing about a ${format}: it is for ${list(others, "and")}.`;
}
