import type { Process } from "../process.ts";

/** The six ways of looking at a process, in the order of menus. */
export const LENS_IDS = ["process", "data", "systems", "departments", "bottlenecks", "improvements"] as const;
export type LensId = (typeof LENS_IDS)[number];

/** What a lens may use of a run: results have more than this. Counts are records in one replication. */
export interface LensFigures {
  readonly flows: Readonly<Record<string, { readonly count: { readonly mean: number } }>>;
}

/** What a lens is held over. */
export interface LensInput {
  readonly process: Process;
  /** The last run, where there was one that still holds. */
  readonly figures?: LensFigures;
  /** Whether the process is a part of another, whose other steps are not shown. @default false */
  readonly part?: boolean;
}

/** What a lens changes about a node. */
export interface NodeLook {
  /** As #rrggbb: what the node is tinted with, one stripe each. */
  readonly colours?: readonly string[];
  /** Whether the node is one of those that the lens is there to find. */
  readonly stands?: boolean;
  /** Whether the lens has nothing to say of it where it should: it is hatched. */
  readonly bare?: boolean;
  /** A word or two at its upper edge. */
  readonly badge?: string;
}

/** What a lens changes about a flow. */
export interface FlowLook {
  /** Whether the lens is about this flow: it is drawn heavy. */
  readonly heavy: boolean;
  /** A word or two on it, beside its own label. */
  readonly badge?: string;
}

/** How one line of a legend is marked. */
export type Swatch =
  | { readonly kind: "colour"; readonly colour: string }
  | { readonly kind: "rank"; readonly rank: number }
  | { readonly kind: "hatched" | "stands" | "heavy" | "dashed" | "document" | "outside" | "cylinder" | "band" };

/** One line of a legend. */
export interface LegendEntry {
  readonly swatch: Swatch;
  readonly text: string;
}

/** All that a lens shows, by ids of nodes and flows; what is not named looks as always. */
export interface LensView {
  readonly nodes: ReadonlyMap<string, NodeLook>;
  readonly flows: ReadonlyMap<string, FlowLook>;
  /** Whether documents, or systems, are drawn beside the steps that use them. */
  readonly things: { readonly data?: boolean; readonly systems?: boolean };
  /** Whether stages are drawn as bands. */
  readonly bands: boolean;
  readonly legend: readonly LegendEntry[];
}

/** A view that changes nothing. */
export const PLAIN: LensView = { nodes: new Map(), flows: new Map(), things: {}, bands: false, legend: [] };
