import type { Codec } from "./codec.ts";
import { json } from "./json.ts";
import { svg } from "./svg.ts";
import { csv, markdownTable, visio } from "./table.ts";

/** Every format that processes come in or go out in. Menus, drop targets, the command line and tests map over it. */
export const FORMATS: readonly Codec[] = [json, svg, csv, markdownTable, visio];
