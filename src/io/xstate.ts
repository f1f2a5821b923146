import { machineOf } from "../compile/machine.ts";
import { reachablePart } from "../model/graph.ts";
import type { Process } from "../model/process.ts";
import type { Codec } from "./codec.ts";
import { errorsOf } from "./obstacles.ts";
import { readme } from "./xstate/readme.ts";
import { machineSource } from "./xstate/source.ts";

const config = (process: Process) => machineOf(reachablePart(process));
const configText = (process: Process) => `${JSON.stringify(config(process), null, 2)}\n`;

const LOSSES = [
  "The machine is the life of one record: it holds no drawing, no notes and no scenarios. It cannot be opened again.",
];

/** The life of a record as TypeScript that runs with XState alone. */
export const xstate = {
  id: "xstate",
  name: "XState machine (TypeScript)",
  extension: ".machine.ts",
  also: [".ts"],
  mime: "text/typescript",
  write: (process) => machineSource(config(process)),
  folder: (process) => ({
    "machine.ts": machineSource(config(process)),
    "config.json": configText(process),
    "README.md": readme(process.name, config(process)),
  }),
  obstacles: errorsOf,
  losses: () => LOSSES,
} as const satisfies Codec;

/** The machine's configuration alone, for `createMachine` and for drawing tools. */
export const xstateConfig = {
  id: "xstate-json",
  name: "XState configuration (JSON)",
  extension: ".machine.json",
  mime: "application/json",
  write: configText,
  obstacles: errorsOf,
  losses: () => LOSSES,
} as const satisfies Codec;
