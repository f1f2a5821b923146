import type { Codec } from "./codec.ts";
import { eventLogCsv } from "./event-log.ts";
import { json } from "./json.ts";
import { mermaid, mermaidStates } from "./mermaid.ts";
import { pdf } from "./pdf.ts";
import { png } from "./png.ts";
import { svg } from "./svg.ts";
import { csv, markdownTable, visio } from "./table.ts";
import { xes } from "./xes.ts";
import { xstate, xstateConfig } from "./xstate.ts";

/** Every format that processes come in or go out in. Menus, drop targets, the command line and tests map over it. */
export const FORMATS: readonly Codec[] = [
  json,
  svg,
  png,
  pdf,
  csv,
  markdownTable,
  visio,
  mermaid,
  mermaidStates,
  xstate,
  xstateConfig,
  eventLogCsv,
  xes,
];

/**
 * The format that a file's name says: the one with the longest ending that fits, so that “a.visio.csv” is Visio's.
 *
 * @param can - What the format has to be able to.
 */
export function formatOf(fileName: string, can: "read" | "write"): Codec | undefined {
  const name = fileName.toLowerCase();
  const fits = FORMATS.flatMap((format) =>
    [format.extension, ...(format.also ?? [])].flatMap((ending) =>
      format[can] && name.endsWith(ending) ? [{ format, ending }] : [],
    ),
  );
  return fits.sort((a, b) => b.ending.length - a.ending.length)[0]?.format;
}
