import { type Graph, graphOf, reachablePart } from "../graph.ts";
import { type Problem, place } from "../problem.ts";
import { type Flow, LISTS, type ListName, type Process, type ProcessNode } from "../process.ts";
import { quoted } from "../read/expected.ts";
import { titleOf } from "../words.ts";

/** Where a problem is, for the file and for the screen. */
export interface Place {
  readonly path: readonly PropertyKey[];
  readonly node?: string;
  readonly flow?: string;
}

/** What the checks look at; put together once for all of them. */
export interface Context {
  readonly process: Process;
  readonly graph: Graph;
  /** The part of the process that records can come to. */
  readonly live: Graph;
  /** By node id: the flows out of it, those included that lead nowhere. */
  readonly flowsFrom: ReadonlyMap<string, readonly Flow[]>;
  /** By list and id: where an entry stands. Where an id stands twice, the first counts. */
  readonly index: Readonly<Record<ListName, ReadonlyMap<string, number>>>;
}

/** One family of checks. It never throws on a process that parses. */
export type Check = (context: Context) => Iterable<Problem>;

/** Looks a process over once, for all checks. */
export function contextOf(process: Process): Context {
  const flowsFrom = new Map<string, Flow[]>();
  for (const flow of process.flows) {
    const flows = flowsFrom.get(flow.from);
    if (flows) flows.push(flow);
    else flowsFrom.set(flow.from, [flow]);
  }
  const indexOf = (list: ListName) => {
    const index = new Map<string, number>();
    for (const [i, { id }] of process[list].entries()) if (!index.has(id)) index.set(id, i);
    return index;
  };
  return {
    process,
    graph: graphOf(process),
    live: graphOf(reachablePart(process)),
    flowsFrom,
    index: Object.fromEntries(LISTS.map((list) => [list, indexOf(list)])) as unknown as Context["index"],
  };
}

/** Something that stops a run. */
export function error(code: string, at: Place, message: string, mend: string): Problem {
  return told("error", code, at, message, mend);
}

/** Something doubtful that a run does as the file says. */
export function warning(code: string, at: Place, message: string, mend: string): Problem {
  return told("warning", code, at, message, mend);
}

function told(severity: Problem["severity"], code: string, at: Place, message: string, mend: string): Problem {
  const { path, ...about } = at;
  return { severity, code, path: place(path), ...about, message, mend };
}

/** The place of a node, or of something in it. */
export function nodePlace(context: Context, id: string, ...path: readonly PropertyKey[]): Place {
  return { path: ["nodes", context.index.nodes.get(id) ?? 0, ...path], node: id };
}

/** The place of a flow, or of something in it; a click shows the flow. */
export function flowPlace(context: Context, id: string, ...path: readonly PropertyKey[]): Place {
  return { path: ["flows", context.index.flows.get(id) ?? 0, ...path], flow: id };
}

/** A place inside another. */
export function within(at: Place, ...path: readonly PropertyKey[]): Place {
  return { ...at, path: [...at.path, ...path] };
}

/** A node's title in quotes. */
export function titled(node: ProcessNode): string {
  return quoted(titleOf(node));
}

/** A flow in words: its label, and from where to where. */
export function flowTitle(context: Context, flow: Flow): string {
  const end = (id: string) => {
    const node = context.graph.nodes.get(id);
    return node ? titled(node) : quoted(id);
  };
  return `the flow from ${end(flow.from)} to ${end(flow.to)}`;
}

/** A sentence's first letter as a capital. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Every node of one kind, in the order of the file, with its place; doubled ids included. */
export function* nodesOf<K extends ProcessNode["kind"]>(
  { process }: Context,
  kind: K,
): Iterable<readonly [node: Extract<ProcessNode, { readonly kind: K }>, at: Place]> {
  for (const [i, node] of process.nodes.entries()) {
    if (node.kind === kind)
      yield [node as Extract<ProcessNode, { readonly kind: K }>, { path: ["nodes", i], node: node.id }];
  }
}

/** Whether a number counts things: whole and at least `least`. */
export function isCount(value: number, least = 1): boolean {
  return Number.isSafeInteger(value) && value >= least;
}
