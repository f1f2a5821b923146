import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from "xstate";
import { compile } from "../../src/compile/compile.ts";
import { afterEvent, eventType } from "../../src/compile/config.ts";
import { keyOf, keysOf } from "../../src/compile/key.ts";
import { lifeOf } from "../../src/compile/life.ts";
import { machineOf } from "../../src/compile/machine.ts";
import type { Opening } from "../../src/compile/opening.ts";
import { openingsOf } from "../../src/compile/pools.ts";
import type { Program } from "../../src/compile/program.ts";
import { sampleOf, sourceOf } from "../../src/compile/source.ts";
import { type Spread, spreadOfTime } from "../../src/compile/spread.ts";
import type { Distribution } from "../../src/model/distribution.ts";
import type { Field, NodeOf, Process, Step } from "../../src/model/process.ts";
import { type FieldValue, meets } from "../../src/model/rule.ts";
import { Arrivals } from "../../src/simulate/arrivals.ts";
import { Availability } from "../../src/simulate/availability.ts";
import { calendarTimeline } from "../../src/simulate/openings.ts";
import { PURPOSE, Random, recordKeys, runKey, siteKey } from "../../src/simulate/random.ts";
import type { Visit } from "../../src/simulate/record-log.ts";
import { sample } from "../../src/simulate/sample.ts";
import type { Guest } from "./guests.ts";
import { Workshop } from "./workshop.ts";

interface Life {
  readonly number: number;
  readonly high: number;
  readonly low: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** How often it has come to each node so far. */
  readonly visits: Map<string, number>;
  snapshot: AnyMachineSnapshot;
}

/** A record at a step: one for each branch that it is split into. */
interface Presence extends Guest {
  readonly life: Life;
  readonly visit: number;
}

interface Happening {
  readonly time: number;
  /** 0 for finished work, 1 for all else. */
  readonly rank: number;
  readonly order: number;
  readonly happen: () => void;
  /** Of finished work: frees its people; false if the work was interrupted in the meantime. */
  readonly done?: () => boolean;
}

type Taken = { readonly type: string; readonly params?: { readonly flow: string } };

/**
 * A second simulator, slow and plain, driven by the machine itself: XState says where each record goes; this one only
 * keeps time, lines and dice. It shares the keyed draws and the arrivals with the engine, and nothing else.
 */
export class Reference {
  readonly log: Visit[] = [];
  private readonly process: Process;
  private readonly machine: AnyStateMachine;
  private readonly keys: ReadonlyMap<string, number>;
  private readonly random = new Random();
  private readonly run: Int32Array;
  private readonly arrivals: Arrivals;
  private readonly agenda: Happening[] = [];
  private readonly openings: ReadonlyMap<string, Opening>;
  /** Whose work is done at this instant, and who have not gone on yet. */
  private readonly leaving: { readonly guests: readonly Presence[]; readonly freed: readonly number[] }[] = [];
  private readonly workshop: Workshop<Presence>;
  private now = 0;
  private added = 0;

  constructor(process: Process, seed: number, records: number) {
    this.process = process;
    this.machine = lifeOf(machineOf(process));
    this.run = runKey(seed, 0);
    const keyed = (list: readonly { readonly id: string }[]) => {
      const keys = keysOf(list.map(({ id }) => id));
      return list.map(({ id }, i) => [id, keys[i]!] as const);
    };
    this.keys = new Map([...keyed(process.nodes), ...keyed(process.flows), ...keyed(process.fields)]);
    const starts = process.nodes.filter((node) => node.kind === "start");
    const program = compile(process);
    this.openings = openingsOf({ ...process, ...process.simulation });
    const sources = starts.map((start, i) => sourceOf(start, i, [], this.openings));
    this.workshop = new Workshop(program, this.run, {
      now: () => this.now,
      plan: (time, rank, happen, done) => this.plan(time, rank, happen, done),
      work: (guest) => this.work(guest),
      batchWait: ({ life, step, visit }) => this.draw(life, step.id, PURPOSE.batch, visit, step.batch!.wait!),
      began: ({ life, step }) => {
        life.snapshot = transition(this.machine, life.snapshot, { type: eventType(step.id, "begin") })[0];
      },
      finished: (guests, freed) => this.leaving.push({ guests, freed }),
    });
    this.arrivals = new Arrivals(
      { sources } as unknown as Program,
      this.run,
      new Random(),
      new Availability(program, this.run),
    );
    for (let arrived = 0; ; ) {
      const next = this.agenda.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY);
      if (this.arrivals.time < next) {
        this.now = this.arrivals.time;
        for (let left = this.arrivals.size(); left > 0 && arrived < records; left--)
          this.bear(starts[this.arrivals.source]!, arrived++);
        if (arrived >= records) this.arrivals.close();
        else this.arrivals.proceed();
      } else if (next === Number.POSITIVE_INFINITY) break;
      else this.step(next);
    }
  }

  private step(time: number): void {
    this.now = time;
    const finished = this.due(0);
    const [next] = finished.length > 0 ? finished : this.due(1);
    this.agenda.splice(
      0,
      this.agenda.length,
      ...this.agenda.filter((event) => event !== next && !finished.includes(event)),
    );
    if (finished.length === 0) {
      next?.happen();
      return;
    }
    for (const event of finished) if (event.done!()) event.happen();
    const leaving = this.leaving.splice(0);
    this.workshop.serveDependents(leaving.flatMap(({ freed }) => freed));
    for (const { guests } of leaving)
      for (const { life, step, reached, began } of guests) this.write(life, step.id, reached, began, "done");
    for (const { guests } of leaving) for (const { life, step } of guests) this.send(life, eventType(step.id, "done"));
  }

  private due(rank: number): readonly Happening[] {
    return this.agenda
      .filter((event) => event.time === this.now && event.rank === rank)
      .sort((a, b) => a.order - b.order);
  }

  private plan(time: number, rank: number, happen: () => void, done?: () => boolean): void {
    this.agenda.push({ time, rank, order: this.added++, happen, ...(done ? { done } : {}) });
  }

  private bear(start: NodeOf<"start">, number: number): void {
    const key = new Int32Array(2);
    recordKeys(key, this.run, keyOf(start.id), this.arrivals.records[this.arrivals.source]!++);
    const [high, low] = [key[0]!, key[1]!];
    const fields = Object.fromEntries(
      this.process.fields.flatMap((field) => {
        const value = start.set?.[field.id] ?? this.drawField(field, high, low);
        return value === undefined ? [] : [[field.id, value]];
      }),
    );
    const life = { number, high, low, fields, visits: new Map<string, number>() } as unknown as Life;
    this.write(life, start.id, this.now, this.now, "arrived");
    const input = { start: start.id, fields, chances: this.chances(life) };
    const [snapshot, actions] = initialTransition(this.machine, input);
    life.snapshot = snapshot;
    this.follow(life, actions as unknown as readonly Taken[]);
  }

  private drawField(field: Field, high: number, low: number): FieldValue | undefined {
    const spread = sampleOf(field);
    if (spread === undefined) return undefined;
    this.random.open(high, low, siteKey(this.keys.get(field.id)!, PURPOSE.field), 0);
    const value = sample(spread, this.random);
    if (field.type === "choice") return field.options[value]!.value;
    return field.type === "boolean" ? value === 1 : value;
  }

  /** What each decision would get if the record came to it next. */
  private chances(life: Life): Record<string, number> {
    const decisions = this.process.nodes.filter((node) => node.kind === "decision");
    return Object.fromEntries(
      decisions.map(({ id }) => {
        this.open(life, id, PURPOSE.chance, life.visits.get(id) ?? 0);
        return [id, this.random.share()];
      }),
    );
  }

  private open(life: Life, id: string, purpose: number, visit: number): void {
    this.random.open(life.high, life.low, siteKey(this.keys.get(id)!, purpose), visit);
  }

  private draw(life: Life, id: string, purpose: number, visit: number, of: Distribution | Spread): number {
    this.open(life, id, purpose, visit);
    return sample("dist" in of ? spreadOfTime(of) : of, this.random);
  }

  /** Tells the machine what happened, and goes where it says. */
  private send(life: Life, type: string, before: () => void = () => {}): void {
    const [snapshot, actions] = transition(this.machine, life.snapshot, { type, chances: this.chances(life) });
    life.snapshot = snapshot;
    before();
    this.follow(life, actions as unknown as readonly Taken[]);
  }

  /** Goes along the flows that the machine took at one instant: branch by branch, each as far as it got. */
  private follow(life: Life, actions: readonly Taken[]): void {
    if (life.snapshot.status === "error") throw life.snapshot.error;
    const taken = actions.filter(({ type }) => type === "take").map(({ params }) => params!.flow);
    const flows = new Set(taken);
    for (const id of taken) this.go(life, id, flows);
  }

  private go(life: Life, id: string, flows: Set<string>): void {
    if (!flows.delete(id)) return;
    const flow = this.flow(id);
    // A join is reached once, by the last of the branches: when the machine goes on from it.
    if (this.node(flow.from).kind === "join") this.count(life, flow.from);
    if (flow.delay !== undefined) {
      const visit = (life.visits.get(flow.from) ?? 1) - 1;
      const minutes = this.draw(life, id, PURPOSE.delay, visit, flow.delay);
      this.plan(this.now + minutes, 1, () =>
        this.send(life, afterEvent(id), () => this.visit(life, flow.to, new Set())),
      );
      return;
    }
    this.visit(life, flow.to, flows);
  }

  private visit(life: Life, id: string, flows: Set<string>): void {
    const node = this.node(id);
    const visit = node.kind === "join" ? 0 : this.count(life, id);
    if (node.kind === "step") this.reach(life, node, visit);
    else if (node.kind === "wait") this.pause(life, node, visit);
    else if (node.kind === "end") this.write(life, id, this.now, this.now, "end");
    for (const flow of this.process.flows) if (flow.from === id && flows.has(flow.id)) this.go(life, flow.id, flows);
  }

  private reach(life: Life, step: Step, visit: number): void {
    const { priority } = step.queue ?? {};
    const urgency = typeof priority === "string" ? life.fields[priority] : undefined;
    const guest: Presence = {
      life,
      step,
      visit,
      reached: this.now,
      urgency: typeof urgency === "number" ? urgency : undefined,
      began: Number.NaN,
      settled: false,
    };
    if (!this.workshop.admit(guest)) {
      this.write(life, step.id, this.now, Number.NaN, "full");
      this.send(life, eventType(step.id, "full"));
    } else if (step.patience !== undefined && !guest.settled) {
      const minutes = this.draw(life, step.id, PURPOSE.patience, visit, step.patience);
      this.plan(this.now + minutes, 1, () => this.giveUp(guest));
    }
  }

  private work({ life, step, visit }: Presence): number {
    const { work } = step;
    if (work === undefined) throw new Error(`${step.id} has no work`);
    const of = "dist" in work ? work : (work.by.find(({ when }) => meets(when, life.fields))?.work ?? work.otherwise);
    return this.draw(life, step.id, PURPOSE.work, visit, of);
  }

  private giveUp(guest: Presence): void {
    if (guest.settled) return;
    guest.settled = true;
    this.write(guest.life, guest.step.id, guest.reached, Number.NaN, "gives-up");
    this.workshop.giveUp(guest);
    this.send(guest.life, eventType(guest.step.id, "gives-up"));
  }

  private pause(life: Life, node: NodeOf<"wait">, visit: number): void {
    const reached = this.now;
    if (node.for === undefined) throw new Error(`${node.id} waits for nothing`);
    const minutes = this.draw(life, node.id, PURPOSE.pause, visit, node.for);
    const hours = this.openings.get(node.calendar ?? "");
    const over = hours ? calendarTimeline(hours).after(this.now, minutes) : this.now + minutes;
    this.plan(over, 1, () => {
      this.write(life, node.id, reached, reached, "done");
      this.send(life, afterEvent(node.id));
    });
  }

  /** Which visit to a node it is, from 0; and counts it. */
  private count({ visits }: Life, id: string): number {
    const visit = visits.get(id) ?? 0;
    visits.set(id, visit + 1);
    return visit;
  }

  private node(id: string) {
    return this.process.nodes.find((node) => node.id === id)!;
  }

  private flow(id: string) {
    return this.process.flows.find((flow) => flow.id === id)!;
  }

  private write({ number }: Life, node: string, reached: number, began: number, by: Visit["by"]): void {
    this.log.push({ record: number, node, reached, began, left: this.now, by });
  }
}
