import type { Field, ProcessNode, Team } from "../model/process.ts";
import type { Test } from "./field.ts";
import type { Spread } from "./spread.ts";

/** What a node does, as a number that the engine switches on. */
export const KIND = { start: 0, step: 1, decision: 2, fork: 3, join: 4, wait: 5, end: 6 } as const;

/** How long work takes: by the first test that a record passes, else `otherwise`. */
export interface WorkBy {
  readonly tests: readonly Test[];
  readonly spreads: readonly Spread[];
  readonly otherwise: Spread;
}

/** Who does the work of one or more steps: a team, or the slots of a step of its own. */
export interface Pool {
  readonly team?: Team;
  /** Places of the steps in `nodes`. */
  readonly steps: readonly number[];
  /** People or slots; at least 1. */
  readonly size: number;
}

/** How records come in at a start. */
export interface Source {
  readonly node: number;
  readonly key: number;
  readonly arrivals:
    | {
        readonly kind: "every";
        readonly gap: Spread;
        readonly first: Spread;
        readonly batch: number;
        readonly max: number;
      }
    /** In order of time. */
    | { readonly kind: "at"; readonly times: Float64Array }
    /** Poisson rates per minute, each from a time within the cycle on; `ends` are where each stops. */
    | { readonly kind: "rates"; readonly ends: Float64Array; readonly perMinute: Float64Array };
  /** The value of each carried field that this start sets; NaN where it leaves it to chance. */
  readonly set: Float64Array;
}

/**
 * A machine lowered to tables: the same life of a record, with every name a number. Tables are by place of the node in
 * `nodes`, or of the flow in `flows`; −1 stands for "none".
 */
export interface Program {
  readonly name: string;
  readonly nodes: readonly ProcessNode[];
  readonly kind: Uint8Array;
  /** The node's key in random draws; see `keyOf`. */
  readonly key: Int32Array;
  /** Where the record's count of visits to the node stands, for nodes that it may visit again. */
  readonly counter: Int32Array;
  readonly counters: number;

  /** The flow on by `done`, or the only flow. */
  readonly next: Int32Array;
  readonly givesUp: Int32Array;
  readonly full: Int32Array;
  /** The ways out of a decision or fork stand in `ways` from here to before there; each is a flow. */
  readonly firstWay: Int32Array;
  readonly endWay: Int32Array;
  readonly ways: Int32Array;
  /** By way: it is taken if the chance is below this; NaN where a test decides; the last way of a decision is taken always. */
  readonly below: Float64Array;
  readonly tests: readonly (Test | undefined)[];
  /** Whether a decision asks for a chance at all. */
  readonly byChance: Uint8Array;

  readonly pool: Int32Array;
  readonly people: Int32Array;
  readonly work: readonly (Spread | undefined)[];
  readonly workBy: readonly (WorkBy | undefined)[];
  readonly patience: readonly (Spread | undefined)[];
  /** How many may wait; Infinity where all may. */
  readonly limit: Float64Array;
  /** Waiting and work together, in minutes; NaN where the step has no target. */
  readonly target: Float64Array;
  /** Of a wait. */
  readonly pause: readonly (Spread | undefined)[];
  /** Of an end: the place of the carried field that tells a record's value. */
  readonly value: Int32Array;

  readonly flows: readonly string[];
  readonly flowKey: Int32Array;
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  readonly flowDelay: readonly (Spread | undefined)[];

  readonly pools: readonly Pool[];
  readonly sources: readonly Source[];
  /** The fields that something in this run asks for. */
  readonly carried: readonly Field[];
  readonly carriedKey: Int32Array;
  /** How each carried field is drawn; `undefined` where it has no sample: then its value is unknown, NaN. */
  readonly samples: readonly (Spread | undefined)[];
}
