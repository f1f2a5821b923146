import type { Flow, ProcessNode } from "./process.ts";

/** A flow whose two ends exist. */
export interface Link {
  readonly flow: Flow;
  /** Its place in the process's list of flows. */
  readonly index: number;
  readonly from: ProcessNode;
  readonly to: ProcessNode;
}

/** Nodes and the flows between them. */
export interface Links {
  /** By id, in the order of the file; where two nodes share an id, the first counts. */
  readonly nodes: ReadonlyMap<string, ProcessNode>;
  /** By node id: what leads out of it, in the order of the file. Every node has an entry, as in `incoming`. */
  readonly outgoing: ReadonlyMap<string, readonly Link[]>;
  readonly incoming: ReadonlyMap<string, readonly Link[]>;
}
