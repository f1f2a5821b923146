import type { Problem } from "../problem.ts";
import type { Process } from "../process.ts";

/** What would mend a problem, ready to be done. */
export interface Fix {
  /** What it does, for a button, as in “Make the shares add up”. */
  readonly name: string;
  /** The process without the problem. */
  readonly edit: (process: Process) => Process;
}

/** Looks whether a problem has one obvious mend; undefined if only its author can say. */
export type Mender = (problem: Problem, process: Process) => Fix | undefined;

/** A place in a file, as keys and places in lists. */
export type Keys = readonly (string | number)[];

/**
 * Takes a problem's path apart.
 *
 * @example
 * keysOf("nodes[3].work.mean"); // ["nodes", 3, "work", "mean"]
 */
export function keysOf(path: string): Keys {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) => (index === undefined ? key : Number(index)));
}

/** What stands at a place; undefined where there is nothing. */
export function valueAt(at: unknown, [key, ...rest]: Keys): unknown {
  if (key === undefined) return at;
  if (typeof at !== "object" || at === null) return undefined;
  return valueAt((at as Readonly<Record<string | number, unknown>>)[key], rest);
}

/** The same with another value at a place; undefined takes it away, out of a list or an object, and with it a list that is left empty. */
export function withValueAt<T>(at: T, [key, ...rest]: Keys, value: unknown): T {
  if (key === undefined || typeof at !== "object" || at === null) return at;
  const inner = (at as Readonly<Record<string | number, unknown>>)[key];
  const next = rest.length === 0 ? value : withValueAt(inner, rest, value);
  const gone = next === undefined || (rest.length > 0 && value === undefined && isEmptyList(next));
  if (Array.isArray(at)) return (gone ? at.toSpliced(Number(key), 1) : at.with(Number(key), next)) as T;
  const { [key as keyof T]: _, ...others } = at;
  return (gone ? others : { ...at, [key]: next }) as T;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A fix that takes something away at the problem's place. */
export const takeAway =
  (name: string): Mender =>
  ({ path }) => ({ name, edit: (process) => withValueAt(process, keysOf(path), undefined) });

/** A fix that puts a value at the problem's place, or at one below it. */
export const put =
  (name: string, value: unknown, ...below: Keys): Mender =>
  ({ path }) => ({ name, edit: (process) => withValueAt(process, [...keysOf(path), ...below], value) });

/** A fix of a problem with a node. */
export const forNode =
  (name: string, edit: (process: Process, node: string) => Process): Mender =>
  ({ node }) =>
    node === undefined ? undefined : { name, edit: (process) => edit(process, node) };

/** A fix of a problem with a flow. */
export const forFlow =
  (name: string, edit: (process: Process, flow: string) => Process): Mender =>
  ({ flow }) =>
    flow === undefined ? undefined : { name, edit: (process) => edit(process, flow) };
