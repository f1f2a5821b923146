import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from "xstate";
import type { Process } from "../model/process.ts";
import type { FieldValue } from "../model/rule.ts";
import { afterEvent, eventType, GAVE_UP, stateId, TURNED_AWAY } from "./config.ts";
import { type Birth, lifeOf } from "./life.ts";
import { machineOf } from "./machine.ts";

/** One thing that happens to a record that is walked by hand: plain data, to be saved and played again. */
export type WalkEvent =
  | { readonly kind: "arrive"; readonly start: string; readonly chances: Chances }
  /** An event of the machine, such as `qualify.done`, with the chances for the decisions on its way. */
  | { readonly kind: "go"; readonly type: string; readonly chances: Chances }
  | { readonly kind: "set"; readonly field: string; readonly to: FieldValue };

type Chances = Readonly<Record<string, number>>;

/** Where a record is: at a node, or on a flow that takes time. */
export interface Place {
  readonly id: string;
  readonly phase: "waiting" | "working" | "on the way";
}

/** What may happen next: what it is, at which node or flow, and the flows that the record would take. */
export interface Possible {
  readonly event: WalkEvent;
  readonly at: string;
  readonly what: "arrive" | "begin" | "done" | "gives-up" | "full" | "after";
  readonly flows: readonly string[];
}

/** A record walked so far. */
export interface WalkState {
  readonly places: readonly Place[];
  readonly possible: readonly Possible[];
  /** The flows taken by the last event. */
  readonly taken: readonly string[];
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Set once the record has left: by an end’s id, or because it gave up or was turned away. */
  readonly over?: string;
}

/** The final states that are no ends of the process. */
const LEFT: Readonly<Record<string, string>> = { [GAVE_UP]: "gave-up", [TURNED_AWAY]: "turned-away" };

/** What may happen at most in one step: a hundred branches are not chosen from by hand. */
const MOST = 40;

/** Walks records through the machine of a process, XState’s own, one event at a time. */
export class Walker {
  private readonly process: Process;
  private readonly machine: AnyStateMachine;

  /** @param process - Without errors. */
  constructor(process: Process) {
    this.process = process;
    this.machine = lifeOf(machineOf(process));
  }

  /**
   * Where a record is after these events, from its arrival on.
   *
   * @param fields - What it carries when it arrives.
   * @throws Error if an event could not happen where it stands.
   */
  after(events: readonly WalkEvent[], fields: Readonly<Record<string, FieldValue>>): WalkState {
    let snapshot: AnyMachineSnapshot | undefined;
    let taken: readonly string[] = [];
    let carried = fields;
    for (const event of events) {
      if (event.kind === "set") {
        carried = { ...carried, [event.field]: event.to };
        if (snapshot) snapshot = this.withFields(snapshot, carried);
        continue;
      }
      const next = this.step(snapshot, event, carried);
      if (next === undefined) throw new Error(`“${event.kind === "go" ? event.type : event.start}” cannot happen here`);
      ({ snapshot, taken } = next);
    }
    if (snapshot === undefined) return { places: [], possible: this.arrivals(carried), taken, fields: carried };
    const places = placesIn(this.process, snapshot.value);
    if (snapshot.status === "done") {
      const over = LEFT[String(snapshot.value)] ?? places[0]?.id ?? "";
      return { places, possible: [], taken, fields: carried, over };
    }
    return { places, possible: this.possible(snapshot, places, carried), taken, fields: carried };
  }

  private arrivals(fields: Birth["fields"]): readonly Possible[] {
    return this.process.nodes
      .filter(({ kind }) => kind === "start")
      .flatMap(({ id }) =>
        this.variants(undefined, (chances) => ({ kind: "arrive", start: id, chances }), fields).map(
          ({ event, flows }) => ({ event, at: id, what: "arrive" as const, flows }),
        ),
      );
  }

  private possible(
    snapshot: AnyMachineSnapshot,
    places: readonly Place[],
    fields: Birth["fields"],
  ): readonly Possible[] {
    return places.flatMap(({ id, phase }) => {
      const kinds =
        phase === "waiting" ? (["begin", "gives-up", "full"] as const) : phase === "working" ? (["done"] as const) : [];
      const types = kinds.map((what) => ({ what, type: eventType(id, what) }));
      const timed = { what: "after" as const, type: afterEvent(id) };
      return [...types, timed].flatMap(({ what, type }) =>
        this.variants(snapshot, (chances) => ({ kind: "go", type, chances }), fields).map(({ event, flows }) => ({
          event,
          at: id,
          what,
          flows,
        })),
      );
    });
  }

  /** One event in all the ways that chance may have it: a branch for each way out of each decision that it passes. */
  private variants(
    snapshot: AnyMachineSnapshot | undefined,
    make: (chances: Chances) => WalkEvent,
    fields: Birth["fields"],
  ): readonly { readonly event: WalkEvent; readonly flows: readonly string[] }[] {
    const found: { event: WalkEvent; flows: readonly string[] }[] = [];
    const open: Chances[] = [{}];
    while (open.length > 0 && found.length < MOST) {
      const chances = open.shift()!;
      const event = make(chances);
      const next = this.step(snapshot, event, fields);
      if (next === undefined) continue;
      const undecided = next.taken
        .map((flow) => this.process.flows.find(({ id }) => id === flow)?.from ?? "")
        .find((node) => !(node in chances) && this.waysOut(node).length > 0);
      if (undecided === undefined) found.push({ event, flows: next.taken });
      else for (const chance of this.waysOut(undecided)) open.push({ ...chances, [undecided]: chance });
    }
    return found;
  }

  /** A chance for each way out of a decision by shares; none for other nodes. */
  private waysOut(node: string): readonly number[] {
    const shares = this.process.flows.flatMap(({ from, share }) =>
      from === node && share !== undefined ? [share] : [],
    );
    let below = 0;
    return shares.map((share) => {
      below += share;
      return below - share / 2;
    });
  }

  /** Nothing where the event does nothing. */
  private step(
    snapshot: AnyMachineSnapshot | undefined,
    event: WalkEvent,
    fields: Birth["fields"],
  ): { readonly snapshot: AnyMachineSnapshot; readonly taken: readonly string[] } | undefined {
    if (event.kind === "set") return undefined;
    // A chance of 0 stands for “not said”: it takes the first way.
    const all = Object.fromEntries(this.process.nodes.map(({ id }) => [id, event.chances[id] ?? 0]));
    if (event.kind === "arrive") {
      const [next, actions] = initialTransition(this.machine, { start: event.start, fields, chances: all } as never);
      return { snapshot: next, taken: takenBy(actions) };
    }
    if (snapshot === undefined || !snapshot.can({ type: event.type, chances: all })) return undefined;
    const [next, actions] = transition(this.machine, snapshot, { type: event.type, chances: all });
    return { snapshot: next, taken: takenBy(actions) };
  }

  private withFields(snapshot: AnyMachineSnapshot, fields: Birth["fields"]): AnyMachineSnapshot {
    const context = { ...(snapshot.context as Birth), fields };
    return this.machine.resolveState({ value: snapshot.value, context, status: snapshot.status } as never);
  }
}

function takenBy(actions: readonly { readonly type: string; readonly params: unknown }[]): readonly string[] {
  return actions.flatMap(({ type, params }) => (type === "take" ? [(params as { readonly flow: string }).flow] : []));
}

/** The nodes, and flows that take time, in a state’s value. */
function placesIn(process: Process, value: unknown): readonly Place[] {
  const nodes = new Map(process.nodes.map((node) => [stateId(node.id), node]));
  const flows = new Map(process.flows.map(({ id }) => [stateId(id), id]));
  const found: Place[] = [];
  const visit = (key: string, inside: unknown) => {
    const node = nodes.get(key);
    if (node?.kind === "step") {
      found.push({ id: node.id, phase: inside === "working" ? "working" : "waiting" });
      return;
    }
    if (inside === undefined || (typeof inside === "object" && Object.keys(inside as object).length === 0)) {
      if (node) found.push({ id: node.id, phase: "on the way" });
      else if (flows.has(key)) found.push({ id: flows.get(key)!, phase: "on the way" });
      return;
    }
    each(inside);
  };
  const each = (of: unknown) => {
    if (typeof of === "string") visit(of, undefined);
    else if (typeof of === "object" && of !== null) for (const [key, inside] of Object.entries(of)) visit(key, inside);
  };
  each(value);
  return found;
}
