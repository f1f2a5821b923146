import { CODE } from "./code.ts";

/** What the core offers; see `core/core.ts`, where each is described. References are places in its memory. */
export interface Core {
  readonly memory: WebAssembly.Memory;
  beginning(): number;
  begin(
    end: number,
    fields: number,
    counters: number,
    stages: number,
    spans: number,
    spanCount: number,
    priced: boolean,
    endings: number,
  ): void;
  tables(exponential: number, exponentialTail: number, normal: number, normalTail: number): void;
  setLimits(records: number, bytes: number, each: number): void;
  setGroups(from: number, size: number, split: boolean): void;
  setSources(first: number, count: number, high: number, low: number, most: number, handed: boolean): void;
  handOver(at: number, count: number): void;
  /** 0 stands for “no”. */
  stillComing(): number;
  recordsArrived(): number;
  advance(events: number, until: number): number;
  time(): number;
  upcoming(): number;
  endingsSince(): number;
  setLog(at: number, records: number): void;
  visitsSince(): number;
  endLog(): void;
  recordsInside(): number;
  recordLifetimes(): number;
  timeOfLastLeaving(): number;
  placesUsed(): number;
  placeSize(): number;
  blockStart(block: number): number;
}

/** What the core asks for; see `core/outside.ts`. */
export interface Outside {
  passes(way: number, fields: number): boolean;
  workBy(node: number, fields: number): number;
  copyOf(fields: number): number;
  readEndings(): void;
  readVisits(): void;
  circles(node: number): never;
  overcrowded(): never;
}

/** A core, and who answers it at present. */
export interface Lent {
  readonly core: Core;
  outside: Outside | undefined;
}

/** So much memory is kept from one run for the next, in bytes. */
const KEPT = 2 ** 26;

let compiled: WebAssembly.Module | null | undefined;
let idle: Lent | undefined;

/** Whether there can be a core: a page may forbid WebAssembly. JavaScript then does all, with the same results. */
export function isThere(): boolean {
  if (compiled !== undefined) return compiled !== null;
  try {
    compiled = new WebAssembly.Module(Uint8Array.from(atob(CODE), (letter) => letter.charCodeAt(0)));
  } catch {
    compiled = null;
  }
  return compiled !== null;
}

/**
 * Lends a core to a run, which has it to itself. Since making one takes longer than a short run, the last one is used
 * again.
 */
export function withCore<T>(run: (lent: Lent) => T): T {
  const lent = idle ?? make();
  idle = undefined;
  try {
    return run(lent);
  } finally {
    lent.outside = undefined;
    if (lent.core.memory.buffer.byteLength <= KEPT) idle = lent;
  }
}

function make(): Lent {
  if (!isThere()) throw new Error("a core was asked for where there can be none");
  const outside: Outside = {
    passes: (way, fields) => lent.outside!.passes(way, fields),
    workBy: (node, fields) => lent.outside!.workBy(node, fields),
    copyOf: (fields) => lent.outside!.copyOf(fields),
    readEndings: () => lent.outside!.readEndings(),
    readVisits: () => lent.outside!.readVisits(),
    circles: (node) => lent.outside!.circles(node),
    overcrowded: () => lent.outside!.overcrowded(),
  };
  const { exports } = new WebAssembly.Instance(compiled!, { outside: { ...outside } });
  const lent: Lent = { core: exports as unknown as Core, outside: undefined };
  return lent;
}
