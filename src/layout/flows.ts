import type { Process } from "../model/process.ts";

/** The flows of a process that can be drawn, by the places of their nodes in `process.nodes`. */
export interface Links {
  readonly ids: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By node, the flows out of it and into it, in the order of the file. */
  readonly out: readonly (readonly number[])[];
  readonly in: readonly (readonly number[])[];
}

/** The flows whose two ends exist; others cannot be drawn and are left to the list of problems. */
export function linksOf(process: Process): Links {
  const index = new Map(process.nodes.map(({ id }, i) => [id, i]));
  const drawn = process.flows.filter(({ from, to }) => index.has(from) && index.has(to));
  const out: number[][] = process.nodes.map(() => []);
  const into: number[][] = process.nodes.map(() => []);
  drawn.forEach((flow, i) => {
    out[index.get(flow.from)!]!.push(i);
    into[index.get(flow.to)!]!.push(i);
  });
  return {
    ids: drawn.map(({ id }) => id),
    from: Int32Array.from(drawn, ({ from }) => index.get(from)!),
    to: Int32Array.from(drawn, ({ to }) => index.get(to)!),
    out,
    in: into,
  };
}
