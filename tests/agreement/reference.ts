import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from "xstate";
import { afterEvent, eventType } from "../../src/compile/config.ts";
import { keyOf, keysOf } from "../../src/compile/key.ts";
import { lifeOf } from "../../src/compile/life.ts";
import { machineOf } from "../../src/compile/machine.ts";
import type { Program } from "../../src/compile/program.ts";
import { sampleOf, sourceOf } from "../../src/compile/source.ts";
import { type Spread, spreadOfTime } from "../../src/compile/spread.ts";
import type { Distribution } from "../../src/model/distribution.ts";
import type { Field, NodeOf, Process, Step } from "../../src/model/process.ts";
import { type FieldValue, meets } from "../../src/model/rule.ts";
import { Arrivals } from "../../src/simulate/arrivals.ts";
import { Availability } from "../../src/simulate/availability.ts";
import { PURPOSE, Random, recordKeys, runKey, siteKey } from "../../src/simulate/random.ts";
import type { Visit } from "../../src/simulate/record-log.ts";
import { sample } from "../../src/simulate/sample.ts";

interface Life {
  readonly number: number;
  readonly high: number;
  readonly low: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** How often it has come to each node so far. */
  readonly visits: Map<string, number>;
  snapshot: AnyMachineSnapshot;
}

/** A record at a node that takes time: one for each branch that it is split into. */
interface Presence {
  readonly life: Life;
  readonly node: Step | NodeOf<"wait">;
  readonly visit: number;
  readonly reached: number;
  began: number;
  waiting: boolean;
}

interface Happening {
  readonly time: number;
  /** 0 for finished work, 1 for all else. */
  readonly rank: number;
  readonly order: number;
  readonly happen: () => void;
  readonly done?: Presence & { readonly node: Step };
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
  private readonly free = new Map<string, number>();
  private readonly lines = new Map<string, Presence[]>();
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
    const sources = starts.map((start, i) => sourceOf(start, i, [], new Map()));
    this.arrivals = new Arrivals(
      { sources } as unknown as Program,
      this.run,
      new Random(),
      new Availability({ pools: [] } as unknown as Program, this.run),
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
    if (finished.length === 0) {
      const next = this.due(1)[0]!;
      this.agenda.splice(this.agenda.indexOf(next), 1);
      next.happen();
      return;
    }
    for (const { done } of finished) this.finish(done!);
    for (const { done } of finished) this.serve(done!.node);
    for (const { done } of finished) this.send(done!.life, eventType(done!.node.id, "done"));
    this.agenda.splice(0, this.agenda.length, ...this.agenda.filter((event) => !finished.includes(event)));
  }

  private due(rank: number): readonly Happening[] {
    return this.agenda
      .filter((event) => event.time === this.now && event.rank === rank)
      .sort((a, b) => a.order - b.order);
  }

  private plan(minutes: number, rank: number, happen: () => void, done?: Happening["done"]): void {
    const time = this.now + minutes;
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
    if (flow.delay !== undefined) {
      const visit = (life.visits.get(flow.from) ?? 1) - 1;
      const minutes = this.draw(life, id, PURPOSE.delay, visit, flow.delay);
      this.plan(minutes, 1, () => this.send(life, afterEvent(id), () => this.visit(life, flow.to, new Set())));
      return;
    }
    this.visit(life, flow.to, flows);
  }

  private visit(life: Life, id: string, flows: Set<string>): void {
    const node = this.process.nodes.find((each) => each.id === id)!;
    const visit = life.visits.get(id) ?? 0;
    // A join is reached once, by the last of the branches; then the machine goes on from it.
    const joins = node.kind === "join" && !this.process.flows.some((flow) => flow.from === id && flows.has(flow.id));
    if (!joins) life.visits.set(id, visit + 1);
    if (node.kind === "step") this.reach({ life, node, visit, reached: this.now, began: Number.NaN, waiting: false });
    else if (node.kind === "wait")
      this.pause({ life, node, visit, reached: this.now, began: this.now, waiting: false });
    else if (node.kind === "end") this.write(life, id, this.now, this.now, "end");
    for (const flow of this.process.flows) if (flow.from === id && flows.has(flow.id)) this.go(life, flow.id, flows);
  }

  private reach(presence: Presence): void {
    const step = presence.node as Step;
    const line = this.line(step);
    if (line !== undefined && (line.length > 0 || this.freeFor(step) < (step.people ?? 1))) {
      const limit = step.queue?.limit ?? Number.POSITIVE_INFINITY;
      if (line.filter(({ node }) => node.id === step.id).length >= limit) {
        this.write(presence.life, step.id, this.now, Number.NaN, "full");
        this.send(presence.life, eventType(step.id, "full"));
        return;
      }
      presence.waiting = true;
      line.push(presence);
      if (step.patience === undefined) return;
      const minutes = this.draw(presence.life, step.id, PURPOSE.patience, presence.visit, step.patience);
      this.plan(minutes, 1, () => this.giveUp(presence));
      return;
    }
    this.begin(presence);
  }

  private begin(presence: Presence): void {
    const { life, visit } = presence;
    const node = presence.node as Step;
    presence.began = this.now;
    presence.waiting = false;
    const pool = poolOf(node);
    if (pool !== undefined) this.free.set(pool, this.freeFor(node) - (node.people ?? 1));
    const { work } = node;
    if (work === undefined) throw new Error(`${node.id} has no work`);
    const of = "dist" in work ? work : (work.by.find(({ when }) => meets(when, life.fields))?.work ?? work.otherwise);
    life.snapshot = transition(this.machine, life.snapshot, { type: eventType(node.id, "begin") })[0];
    this.plan(this.draw(life, node.id, PURPOSE.work, visit, of), 0, () => {}, presence as Happening["done"]);
  }

  private finish({ life, node, reached, began }: Presence & { readonly node: Step }): void {
    const pool = poolOf(node);
    if (pool !== undefined) this.free.set(pool, this.freeFor(node) + (node.people ?? 1));
    this.write(life, node.id, reached, began, "done");
  }

  private serve(node: Step): void {
    const line = this.line(node);
    for (let next = line?.[0]; next !== undefined; next = line?.[0]) {
      if (this.freeFor(next.node as Step) < ((next.node as Step).people ?? 1)) return;
      line?.shift();
      this.begin(next);
    }
  }

  private giveUp(presence: Presence): void {
    const { life, node, reached } = presence;
    if (!presence.waiting) return;
    presence.waiting = false;
    const line = this.line(node as Step)!;
    line.splice(line.indexOf(presence), 1);
    this.write(life, node.id, reached, Number.NaN, "gives-up");
    this.serve(node as Step);
    this.send(life, eventType(node.id, "gives-up"));
  }

  private pause(presence: Presence): void {
    const { life, visit, reached } = presence;
    const node = presence.node as NodeOf<"wait">;
    if (node.for === undefined) throw new Error(`${node.id} waits for nothing`);
    this.plan(this.draw(life, node.id, PURPOSE.pause, visit, node.for), 1, () => {
      this.write(life, node.id, reached, reached, "done");
      this.send(life, afterEvent(node.id));
    });
  }

  private flow(id: string) {
    return this.process.flows.find((flow) => flow.id === id)!;
  }

  private line(step: Step): Presence[] | undefined {
    const pool = poolOf(step);
    if (pool === undefined) return undefined;
    const line = this.lines.get(pool) ?? [];
    this.lines.set(pool, line);
    return line;
  }

  private freeFor(step: Step): number {
    const size = this.process.teams.find(({ id }) => id === step.team)?.people ?? step.slots ?? Number.NaN;
    return this.free.get(poolOf(step)!) ?? size;
  }

  private write({ number }: Life, node: string, reached: number, began: number, by: Visit["by"]): void {
    this.log.push({ record: number, node, reached, began, left: this.now, by });
  }
}

function poolOf(step: Step): string | undefined {
  return step.team ?? (step.slots === undefined ? undefined : step.id);
}
