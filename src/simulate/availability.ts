import type { Opening } from "../compile/opening.ts";
import type { Program } from "../compile/program.ts";
import { calendarTimeline, outageTimeline } from "./openings.ts";
import { Random } from "./random.ts";
import { both, type Timeline } from "./timeline.ts";

/** When people are on shift and systems are up, in one replication. */
export class Availability {
  /** By pool; undefined where it is always to be had. */
  readonly of: readonly (Timeline | undefined)[];
  /** By pool: whether it is already planned to look again when it is to be had next. */
  readonly planned: Uint8Array;
  private readonly program: Program;
  private readonly calendars = new Map<Opening, Timeline>();
  /** By task, pool that does it, and whose hours; null where they are always, undefined before somebody has asked. */
  private readonly known: (Timeline | null | undefined)[];

  constructor(program: Program, run: Int32Array) {
    this.program = program;
    this.planned = new Uint8Array(program.pools.length);
    this.known = new Array(program.nodes.length * program.pools.length * 3);
    this.of = program.pools.map(({ opening, outage }) => {
      if (opening) return this.calendar(opening);
      return outage && outageTimeline(outage.every, outage.lasts, run, outage.key, new Random());
    });
  }

  /** When a calendar is open; the same timeline whoever asks. */
  calendar(opening: Opening): Timeline {
    const known = this.calendars.get(opening);
    const timeline = known ?? calendarTimeline(opening);
    if (known === undefined) this.calendars.set(opening, timeline);
    return timeline;
  }

  isOpen(pool: number, time: number): boolean {
    return this.of[pool]?.isOpen(time) ?? true;
  }

  /**
   * When all that a task needs is to be had at once, for a pool that does it; undefined where that is always.
   *
   * @param whose - `teams`: people on shift. `all`: systems up as well. `work`: what work that has begun goes on with:
   * as `all`, but without the shifts where it finishes what it has begun.
   */
  hours(node: number, pool: number, whose: "teams" | "all" | "work"): Timeline | undefined {
    const place = (node * this.of.length + pool) * 3 + WHOSE[whose];
    const known = this.known[place];
    if (known !== undefined) return known ?? undefined;
    const hours = this.findHours(node, pool, whose);
    this.known[place] = hours ?? null;
    return hours;
  }

  private findHours(node: number, pool: number, whose: "teams" | "all" | "work"): Timeline | undefined {
    const { needs, finishes } = this.program.tasks[node]!;
    const counts = (each: number) =>
      this.program.pools[each]!.system === undefined ? whose !== "work" || !finishes : whose !== "teams";
    return [pool, ...needs.map((need) => need.pool)]
      .filter(counts)
      .map((each) => this.of[each])
      .reduce((all, each) => (all && each && all !== each ? both(all, each) : (all ?? each)), undefined);
  }

  /** How many minutes from one moment to a later one are open; all of them where it always is. */
  openBetween(node: number, pool: number, whose: "teams" | "all", from: number, to: number): number {
    return this.hours(node, pool, whose)?.between(from, to) ?? to - from;
  }

  /** How long work that went on from one moment to a later one rested because a shift was over. */
  pausedBetween(node: number, pool: number, from: number, to: number): number {
    if (this.program.tasks[node]!.finishes) return 0;
    return to - from - this.openBetween(node, pool, "teams", from, to);
  }
}

const WHOSE = { teams: 0, all: 1, work: 2 } as const;
