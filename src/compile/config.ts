import type { Distribution } from "../model/distribution.ts";
import type { Calendar, Field, ProcessNode, System, Target, Team } from "../model/process.ts";
import type { Rule } from "../model/rule.ts";

/** What guards a way out: where a record starts, a range of chance, or a rule on the record's fields. */
export type Guard =
  | { readonly type: "startsAt"; readonly params: { readonly start: string } }
  | { readonly type: "share"; readonly params: { readonly decision: string; readonly below: number } }
  | { readonly type: "rule"; readonly params: { readonly rule: Rule } };

/** `take` tells the world which flow the record took; `heed` keeps the chances that an event brought along. */
export type Action = { readonly type: "heed" } | { readonly type: "take"; readonly params: { readonly flow: string } };

/** Where an event leads, if its guard lets it. */
export interface Transition {
  readonly target: string;
  readonly guard?: Guard;
  readonly actions?: readonly Action[];
}

/** What a state stands for: all that a run needs to know beyond the transitions. Times are as in the file. */
export type Meta = { readonly node: ProcessNode } | { readonly flow: string; readonly delay: Distribution };

/** One state of the machine, of the subset of XState's configuration that records need. */
export interface State {
  readonly id?: string;
  readonly type?: "parallel" | "final";
  readonly initial?: string | { readonly target: string; readonly actions: readonly Action[] };
  readonly states?: States;
  readonly on?: Readonly<Record<string, Transition>>;
  readonly always?: readonly Transition[];
  readonly after?: Readonly<Record<string, Transition>>;
  readonly onDone?: Transition;
  readonly output?: unknown;
  readonly meta?: Meta;
}

export type States = Readonly<Record<string, State>>;

/** The life of one record as an XState v5 machine: plain JSON, every reference a string. */
export interface MachineConfig {
  readonly id: string;
  readonly initial: string;
  readonly states: States;
  /** What all records share: who does the work, what they do it with, what a record carries. */
  readonly meta: {
    readonly process: string;
    readonly teams: readonly Team[];
    readonly systems: readonly System[];
    readonly fields: readonly Field[];
    readonly calendars: readonly Calendar[];
    readonly targets: readonly Target[];
    /** Ids of the stages, in order. */
    readonly stages: readonly string[];
    /** The date and time on the wall clock at which a run starts. */
    readonly start?: string;
  };
}

/** The state in which every record begins; it leaves for its start at once. */
export const ARRIVING = "@arriving";
/** Where a branch of a fork waits for the others. */
export const JOINED = "@joined";
/** Where a record ends that leaves because a queue was full. */
export const TURNED_AWAY = "@turned-away";
/** Where a record ends that leaves because its patience ran out. */
export const GAVE_UP = "@gave-up";

/**
 * The state id of a node or flow: its own id, with the few characters escaped that mean something in XState's
 * references and event names (`.`, `#`, `*`, `\`) or in ours (`@`, `%`).
 */
export function stateId(id: string): string {
  return id.replace(/[%.#*\\@]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The event that tells a step something, addressed to it, because in a fork every branch hears every event. */
export function eventType(step: string, what: "begin" | "done" | "gives-up" | "full"): string {
  return `${stateId(step)}.${what}`;
}

/** The event by which XState says that the time of a wait, or of a flow's delay, is over. */
export function afterEvent(id: string): string {
  return `xstate.after.${stateId(id)}.${stateId(id)}`;
}
