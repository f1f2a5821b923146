import type { Program } from "../../src/compile/program.ts";
import type { Step } from "../../src/model/process.ts";
import { Availability } from "../../src/simulate/availability.ts";
import { both, type Timeline } from "../../src/simulate/timeline.ts";
import type { Guest, Job, World } from "./guests.ts";

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
    this.serveDependents([this.poolOf(guest.step), ...this.covers(guest.step)]);
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
    this.serve([this.poolOf(job.step)]);
    for (const pool of this.covers(job.step)) if (this.waiting.includes(job)) this.serve([pool]);
  }

  /**
   * Of all who wait in front of these pools who goes first begins first, as long as somebody can; then those whom the
   * pools cover for others. Who lacks something else is passed over; who lacks people of the pool is waited for.
   */
  private serve(pools: readonly number[]): void {
    const stuck = new Set<number>();
    const passed = new Set<string>();
    const interrupted: Job<G>[] = [];
    for (const pool of pools) {
      if (pool < 0 || this.isOpen(pool)) continue;
      stuck.add(pool);
      if (this.waiting.some(({ step }) => this.poolOf(step) === pool || this.covers(step).includes(pool)))
        this.wake(pool);
    }
    for (;;) {
      const able = pools.filter((pool) => !stuck.has(pool));
      const ready = this.waiting.filter((job) => !passed.has(job.step.id));
      const own = this.first(ready.filter((job) => able.includes(this.poolOf(job.step))));
      const job = own ?? this.first(ready.filter((job) => able.some((pool) => this.covers(job.step).includes(pool))));
      if (job === undefined) break;
      const pool = own ? this.poolOf(job.step) : able.find((pool) => this.covers(job.step).includes(pool))!;
      const stopped = pool < 0 || this.free[pool]! >= (job.step.people ?? 1) ? [] : this.lesser(pool, job);
      const held = (need: number) =>
        stopped?.reduce((sum, { step }) => sum + (this.needs(step).find(({ pool }) => pool === need)?.count ?? 0), 0) ??
        0;
      const missing = this.needs(job.step).find(
        (need) => !this.isOpen(need.pool) || this.free[need.pool]! + held(need.pool) < need.count,
      );
      if (stopped === undefined) stuck.add(pool);
      else if (missing) {
        if (!this.isOpen(missing.pool)) this.wake(missing.pool);
        passed.add(job.step.id);
      } else {
        for (const other of stopped) this.interrupt(other);
        interrupted.push(...stopped);
        this.begin(job, pool, this.world.now());
      }
    }
    if (interrupted.length > 0)
      this.serveDependents(
        interrupted.flatMap((job) => [
          job.pool,
          ...this.needs(job.step).map(({ pool }) => pool),
          ...this.covers(job.step),
        ]),
      );
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

  /** Whose work to interrupt so that there are enough people; undefined where there would not be. */
  private lesser(pool: number, job: Job<G>): readonly Job<G>[] | undefined {
    if (job.step.queue?.preempt !== true) return undefined;
    const less = this.working
      .filter((other) => other.pool === pool && other.priority > job.priority)
      .sort((a, b) => b.priority - a.priority || b.resumed - a.resumed);
    const stopped: Job<G>[] = [];
    let free = this.free[pool]!;
    for (const other of less) {
      if (free >= (job.step.people ?? 1)) break;
      free += other.step.people ?? 1;
      stopped.push(other);
    }
    return free < (job.step.people ?? 1) ? undefined : stopped;
  }

  private interrupt(job: Job<G>): void {
    const now = this.world.now();
    const hours = this.workingHours(job);
    job.left = Math.min(job.left, hours ? hours.between(now, job.end) : job.end - now);
    this.giveBack(job);
    this.waiting.push(job);
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
      () => this.world.finished(job.guests, [job.pool, ...this.needs(job.step).map(({ pool }) => pool)]),
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

  /** Every line that may move when pools have somebody again; who covers looks whether those are there for whom it does. */
  serveDependents(pools: readonly number[]): void {
    const waits = new Set(pools.filter((pool) => pool >= 0));
    const steps = this.program.nodes.filter((node) => node.kind === "step");
    for (const step of steps) {
      if (!this.needs(step).some((need) => pools.includes(need.pool))) continue;
      for (const pool of [this.poolOf(step), ...this.covers(step)]) waits.add(pool);
    }
    for (const pool of waits)
      for (const step of steps) if (this.covers(step).includes(pool)) waits.add(this.poolOf(step));
    this.serve([...waits]);
  }

  private wake(pool: number): void {
    if (this.planned.has(pool)) return;
    this.planned.add(pool);
    this.world.plan(this.hours[pool]!.nextOpen(this.world.now()), 1, () => {
      this.planned.delete(pool);
      this.serveDependents([pool]);
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

  private covers(step: Step): readonly number[] {
    return (step.cover ?? []).map((team) => this.place(team));
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
