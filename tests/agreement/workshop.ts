import type { Program } from "../../src/compile/program.ts";
import type { Step } from "../../src/model/process.ts";
import { Availability } from "../../src/simulate/availability.ts";
import { both, type Timeline } from "../../src/simulate/timeline.ts";

/** A record, or one branch of it, at a step. */
export interface Guest {
  readonly step: Step;
  readonly reached: number;
  /** The value of the field by which the step's queue goes, if it goes by one. */
  readonly urgency: number | undefined;
  began: number;
  /** Set once it no longer waits. */
  settled: boolean;
}

/** What is worked on at once: one guest, or a batch. */
interface Job<G extends Guest> {
  readonly step: Step;
  guests: G[];
  readonly priority: number;
  readonly ticket: number;
  readonly reached: number;
  left: number;
  end: number;
  resumed: number;
  pool: number;
}

/** What the workshop asks of the world around it. */
export interface World<G extends Guest> {
  now(): number;
  plan(time: number, rank: number, happen: () => void, done?: () => boolean): void;
  /** Minutes of work on a job, by the luck of the guest that leads it. */
  work(guest: G): number;
  batchWait(guest: G): number;
  began(guest: G): void;
  /** Work on these is done and its people are free again; who waits is served before they go on. */
  finished(guests: readonly G[], serve: () => void): void;
}

/**
 * Who works on what, in the plainest form: lists that are sorted when somebody asks. It knows the rules of every feature
 * and none of the engine's shortcuts.
 */
export class Workshop<G extends Guest> {
  private readonly program: Program;
  private readonly world: World<G>;
  private readonly hours: readonly (Timeline | undefined)[];
  private readonly free: number[];
  private readonly planned = new Set<number>();
  private readonly waiting: Job<G>[] = [];
  private readonly gathering = new Map<string, G[]>();
  private readonly due = new Map<string, number>();
  private readonly working: Job<G>[] = [];
  private readonly tickets = new Map<Guest, number>();

  constructor(program: Program, run: Int32Array, world: World<G>) {
    this.program = program;
    this.world = world;
    this.hours = new Availability(program, run).of;
    this.free = program.pools.map(({ size }) => size);
  }

  /** A guest comes; returns false if the line is full. */
  admit(guest: G): boolean {
    const { step } = guest;
    this.tickets.set(guest, this.tickets.size + 1);
    const limit = step.queue?.limit ?? Number.POSITIVE_INFINITY;
    const { size = 1, wait } = step.batch ?? {};
    if (size > 1) {
      const others = this.gathering.get(step.id) ?? [];
      this.gathering.set(step.id, [...others, guest]);
      if (others.length === 0 && wait) {
        const time = this.world.now() + this.world.batchWait(guest);
        this.due.set(step.id, time);
        this.world.plan(time, 1, () => {
          if (this.due.get(step.id) === time && (this.gathering.get(step.id) ?? []).length > 0) this.form(step);
        });
      }
      if (others.length + 1 >= size) this.form(step);
    } else this.line([guest]);
    if (guest.settled || this.count(step) <= limit) return true;
    this.forget(guest);
    return false;
  }

  /** A guest gives up; whoever it stood in the way of is served. */
  giveUp(guest: G): void {
    this.forget(guest);
    this.serve(this.poolOf(guest.step));
  }

  private count(step: Step): number {
    const inLine = this.waiting.filter((job) => job.step.id === step.id && Number.isNaN(job.left));
    const there = inLine.reduce((sum, job) => sum + job.guests.length, 0);
    return there + (this.gathering.get(step.id) ?? []).length;
  }

  private forget(guest: G): void {
    const { id } = guest.step;
    this.gathering.set(
      id,
      (this.gathering.get(id) ?? []).filter((other) => other !== guest),
    );
    const at = this.waiting.findIndex((job) => job.guests.includes(guest));
    const job = this.waiting[at];
    if (job === undefined) return;
    const guests = job.guests.filter((other) => other !== guest);
    this.waiting.splice(at, 1, ...(guests.length > 0 ? [this.jobOf(guests)] : []));
  }

  private form(step: Step): void {
    const guests = this.gathering.get(step.id) ?? [];
    this.gathering.set(step.id, []);
    this.line(guests);
  }

  private jobOf(guests: G[]): Job<G> {
    const { step, reached, urgency } = guests[0]!;
    const { order, priority = 0 } = step.queue ?? {};
    return {
      step,
      guests,
      priority: typeof priority === "number" ? priority : (urgency ?? Number.POSITIVE_INFINITY),
      ticket: this.tickets.get(guests[0]!)! * (order === "last-come" ? -1 : 1),
      reached,
      left: Number.NaN,
      end: Number.NaN,
      resumed: Number.NaN,
      pool: -1,
    };
  }

  private line(guests: G[]): void {
    const job = this.jobOf(guests);
    this.waiting.push(job);
    this.serve(this.poolOf(job.step));
    for (const team of job.step.cover ?? []) if (this.waiting.includes(job)) this.serve(this.place(team));
  }

  /** Its own line first, then what the pool covers for others. */
  private serve(pool: number): void {
    const now = this.world.now();
    const own = (job: Job<G>) => this.poolOf(job.step) === pool;
    const covered = (job: Job<G>) => (job.step.cover ?? []).some((team) => this.place(team) === pool);
    if (pool >= 0 && !this.isOpen(pool)) {
      if (this.waiting.some((job) => own(job) || covered(job))) this.wake(pool);
      return;
    }
    const passed = new Set<string>();
    for (;;) {
      const ready = this.waiting.filter((job) => !passed.has(job.step.id));
      const job = this.first(ready.filter(own)) ?? this.first(ready.filter(covered));
      if (job === undefined) return;
      if (pool >= 0 && this.free[pool]! < (job.step.people ?? 1) && !this.makeRoom(pool, job)) return;
      const missing = this.needs(job.step).find(
        (need) => !this.isOpen(need.pool) || this.free[need.pool]! < need.count,
      );
      if (missing) {
        if (!this.isOpen(missing.pool)) this.wake(missing.pool);
        passed.add(job.step.id);
      } else this.begin(job, pool, now);
    }
  }

  /** Of the heads of the steps' lines, the most urgent, then who has waited longest. */
  private first(jobs: readonly Job<G>[]): Job<G> | undefined {
    const heads = new Map<string, Job<G>>();
    for (const job of jobs) {
      const head = heads.get(job.step.id);
      const before = head && (job.priority - head.priority || job.ticket - head.ticket);
      if (head === undefined || before! < 0) heads.set(job.step.id, job);
    }
    const urgent = (a: Job<G>, b: Job<G>) =>
      (a.priority === b.priority ? 0 : a.priority - b.priority) ||
      a.reached - b.reached ||
      Math.abs(a.ticket) - Math.abs(b.ticket);
    return [...heads.values()].sort(urgent)[0];
  }

  private makeRoom(pool: number, job: Job<G>): boolean {
    if (job.step.queue?.preempt !== true) return false;
    const lesser = this.working
      .filter((other) => other.pool === pool && other.priority > job.priority)
      .sort((a, b) => b.priority - a.priority || b.resumed - a.resumed);
    const stopped: Job<G>[] = [];
    let free = this.free[pool]!;
    for (const other of lesser) {
      if (free >= (job.step.people ?? 1)) break;
      free += other.step.people ?? 1;
      stopped.push(other);
    }
    if (free < (job.step.people ?? 1)) return false;
    for (const other of stopped) {
      const now = this.world.now();
      const hours = this.workingHours(other);
      other.left = Math.min(other.left, hours ? hours.between(now, other.end) : other.end - now);
      this.giveBack(other);
      this.waiting.push(other);
    }
    return true;
  }

  private begin(job: Job<G>, pool: number, now: number): void {
    this.waiting.splice(this.waiting.indexOf(job), 1);
    if (pool >= 0) this.free[pool]! -= job.step.people ?? 1;
    for (const need of this.needs(job.step)) this.free[need.pool]! -= need.count;
    job.pool = pool;
    if (Number.isNaN(job.left)) {
      job.left = this.world.work(job.guests[0]!);
      for (const guest of job.guests) {
        guest.began = now;
        guest.settled = true;
        this.world.began(guest);
      }
    }
    job.resumed = now;
    const hours = this.workingHours(job);
    job.end = hours ? hours.after(now, job.left) : now + job.left;
    this.working.push(job);
    const { end } = job;
    this.world.plan(
      end,
      0,
      () => this.world.finished(job.guests, () => this.serveAfter(job)),
      () => {
        if (!this.working.includes(job) || job.end !== end) return false;
        this.giveBack(job);
        return true;
      },
    );
  }

  private giveBack(job: Job<G>): void {
    this.working.splice(this.working.indexOf(job), 1);
    if (job.pool >= 0) this.free[job.pool]! += job.step.people ?? 1;
    for (const need of this.needs(job.step)) this.free[need.pool]! += need.count;
    job.end = Number.NaN;
  }

  private serveAfter(job: Job<G>): void {
    for (const freed of [job.pool, ...this.needs(job.step).map(({ pool }) => pool)]) this.serveDependents(freed);
  }

  /** Every line that may move when a pool has somebody again, in the order of the pools. */
  private serveDependents(pool: number): void {
    if (pool < 0) return;
    const waits = new Set([pool]);
    for (const node of this.program.nodes) {
      if (node.kind !== "step" || !this.needs(node).some((need) => need.pool === pool)) continue;
      waits.add(this.poolOf(node));
      for (const team of node.cover ?? []) waits.add(this.place(team));
    }
    for (const each of [...waits].sort((a, b) => a - b)) this.serve(each);
  }

  private wake(pool: number): void {
    if (this.planned.has(pool)) return;
    this.planned.add(pool);
    this.world.plan(this.hours[pool]!.nextOpen(this.world.now()), 1, () => {
      this.planned.delete(pool);
      this.serveDependents(pool);
    });
  }

  private isOpen(pool: number): boolean {
    return this.hours[pool]?.isOpen(this.world.now()) ?? true;
  }

  private workingHours(job: Job<G>): Timeline | undefined {
    const finishes = job.step.breaks === "finish";
    return [job.pool, ...this.needs(job.step).map(({ pool }) => pool)]
      .filter((pool) => pool >= 0 && (!finishes || this.program.pools[pool]!.system !== undefined))
      .map((pool) => this.hours[pool])
      .reduce((all, each) => (all && each && all !== each ? both(all, each) : (all ?? each)), undefined);
  }

  private needs(step: Step): readonly { readonly pool: number; readonly count: number }[] {
    const others = (step.with ?? []).map(({ team, people = 1 }) => ({ pool: this.place(team), count: people }));
    const systems = [...new Set(step.systems ?? [])].map((id) => ({
      pool: this.program.pools.findIndex((pool) => pool.system?.id === id),
      count: 1,
    }));
    return [...others, ...systems.filter(({ pool }) => pool >= 0)];
  }

  private place(team: string): number {
    return this.program.pools.findIndex((pool) => pool.team?.id === team);
  }

  private poolOf(step: Step): number {
    if (step.team !== undefined) return this.place(step.team);
    return this.program.pools.findIndex(
      (pool) => !pool.team && pool.steps.some((i) => this.program.nodes[i]?.id === step.id),
    );
  }
}
