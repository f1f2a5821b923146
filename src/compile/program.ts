import type { Field, ProcessNode, System, Target, Team } from "../model/process.ts";
import type { Test } from "./field.ts";
import type { Opening } from "./opening.ts";
import type { Spread } from "./spread.ts";

/**
 * What a node does, as a number that the engine switches on. A `task` is a step that asks for more than a place in a
 * first-come line: shifts, systems, several teams, priorities, batches. Other steps pay nothing for those.
 */
export const KIND = { start: 0, step: 1, decision: 2, fork: 3, join: 4, wait: 5, end: 6, task: 7 } as const;

/** How long work takes: by the first test that a record passes, else `otherwise`. */
export interface WorkBy {
  readonly tests: readonly Test[];
  readonly spreads: readonly Spread[];
  readonly otherwise: Spread;
}

/** What work waits for: the people of a team, the slots of a step of its own, or the places of a system. */
export interface Pool {
  readonly team?: Team;
  readonly system?: System;
  /** Places in `nodes` of the steps that wait in its line. */
  readonly steps: readonly number[];
  /** People, slots or places; `UNLIMITED` where there are always enough. */
  readonly size: number;
  /** When a team is on shift; left out = always. */
  readonly opening?: Opening;
  /** How a system goes down; left out = never. */
  readonly outage?: { readonly every: Spread; readonly lasts: Spread; readonly key: number };
}

/** The size of a pool that never runs out. */
export const UNLIMITED = 2 ** 30;

/** What a task asks for beyond its place in a line. */
export interface Task {
  /** Other teams and systems needed at the same time, and how much of each. */
  readonly needs: readonly { readonly pool: number; readonly count: number }[];
  /** Teams that do it when the first has nobody free. */
  readonly cover: readonly number[];
  /** 1 for first come first served, −1 for the other way round. */
  readonly order: 1 | -1;
  /** Smaller goes first; the place of a carried field where it is the record's. */
  readonly priority: { readonly is: number } | { readonly of: number };
  /** Whether it takes people from work of lower priority. */
  readonly preempts: boolean;
  /** How many records are worked on together, and how long the first waits for the others at most. */
  readonly batch: number;
  readonly batchWait?: Spread;
  /** Whether work begun in a shift is finished after its end. */
  readonly finishes: boolean;
}

/** A span between two nodes that is measured. */
export interface Span {
  readonly target: Target;
  readonly from: number;
  readonly to: number;
  /** In minutes. */
  readonly within: number;
}

/** What is looked at when a record comes to a node, as bits: a span begins or ends there, or a stage may be entered. */
export const MARK = { from: 1, to: 2, stage: 4 } as const;

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
        readonly opening?: Opening;
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
  /**
   * How many nodes the process itself has: all, but in a program in copies (see `inCopies`), where node `i % stations` is
   * the one in whose line records wait at node `i`.
   */
  readonly stations: number;
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
  /** By node, for tasks. */
  readonly tasks: readonly (Task | undefined)[];
  /** Of a wait: how long, and the hours that count. */
  readonly pause: readonly (Spread | undefined)[];
  readonly pauseOpening: readonly (Opening | undefined)[];
  /** Of an end: the place of the carried field that tells a record's value. */
  readonly value: Int32Array;
  /** The stage a node belongs to, by its place in `stages`; −1 where it belongs to none. */
  readonly stage: Int32Array;
  /** Ids of the stages that nodes belong to, in the order of the process. */
  readonly stages: readonly string[];

  readonly flows: readonly string[];
  readonly flowKey: Int32Array;
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  readonly flowDelay: readonly (Spread | undefined)[];

  readonly pools: readonly Pool[];
  /** By pool: the pools whose lines may move when this one has somebody free again. */
  readonly dependents: readonly Int32Array[];
  /** By pool: the tasks that it covers for others. */
  readonly covered: readonly Int32Array[];
  readonly sources: readonly Source[];
  readonly spans: readonly Span[];
  /** By node: see `MARK`. */
  readonly marks: Uint8Array;
  /** Whether anything costs money; what a job costs at each node, and a minute of one of each pool's people. */
  readonly priced: boolean;
  readonly price: Float64Array;
  readonly rate: Float64Array;
  /** The fields that something in this run asks for. */
  readonly carried: readonly Field[];
  readonly carriedKey: Int32Array;
  /** How each carried field is drawn; `undefined` where it has no sample: then its value is unknown, NaN. */
  readonly samples: readonly (Spread | undefined)[];
}
