import type { Program, Source } from "../../compile/program.ts";
import { BUCKETS } from "../histogram.ts";
import { BY, type RecordLog } from "../record-log.ts";
import { Run, type Setting } from "../run.ts";
import type { Tally } from "../tally.ts";
import { STATE } from "../tokens.ts";
import { circling, overcrowded } from "../watch.ts";
import { EXPONENTIAL, NORMAL, type Ziggurat } from "../ziggurat.ts";
import type { Core, Lent, Outside } from "./core.ts";
import {
  ARRIVALS,
  FIGURES,
  FLOWS,
  NODES,
  offsetOf,
  POOLS,
  SOURCES,
  SPANS,
  type Structure,
  TOKENS,
  VISITS,
  WAYS,
} from "./layout.ts";
import { type Loaded, load } from "./load.ts";
import { CoreMemory } from "./memory.ts";

/** Whether the core can run a program: nothing in it asks for a task, or for hours. */
export function isPlain({ tasks, pauseOpening }: Program): boolean {
  return tasks.every((task) => task === undefined) && pauseOpening.every((opening) => opening === undefined);
}

/** A replication whose records live in the core; it gives the same results as `Engine`, to the last bit. */
export class CoreRun extends Run implements Outside {
  private readonly core: Core;
  private readonly memory: CoreMemory;
  private readonly loaded: Loaded;
  /** Where those are kept that have reached an end. */
  private readonly endings: number;
  private readonly log: RecordLog | undefined;
  /** Where those visits are kept that are over. */
  private readonly visits: number;
  /** Where the core is told of arrivals; 0 where it knows itself when they are. */
  private readonly handed: number;
  /** Whether all records have arrived. */
  private over = false;

  /** @param program - One that `isPlain`. */
  constructor(lent: Lent, program: Program, setting: Setting) {
    super(program, setting);
    lent.outside = this;
    this.core = lent.core;
    const { core, limits, groups } = this;
    this.memory = new CoreMemory(core.memory, core.beginning());
    this.loaded = load(program, this.sites, this.memory);
    this.handed = program.sources.every(isKnown) ? 0 : this.memory.take(AHEAD * ARRIVALS.size);
    this.endings = this.gauge.lives === undefined ? 0 : this.memory.take(ENDINGS * ENDING);
    this.log = setting.log;
    this.visits = this.log === undefined ? 0 : this.memory.take(VISITS_KEPT * VISITS.size);
    core.tables(this.put(EXPONENTIAL), EXPONENTIAL.tail, this.put(NORMAL), NORMAL.tail);
    core.setLimits(limits.inside, limits.bytes, this.tokens.bytes);
    const { carried, counters, priced, sources, spans, stages, stations } = program;
    const { end } = this.memory;
    core.begin(end, carried.length, counters, stages.length, this.loaded.spans, spans.length, priced, this.endings);
    if (this.log) core.setLog(this.visits, Math.min(this.log.records ?? MOST_RECORDS, MOST_RECORDS));
    const isSplit = groups !== undefined && groups.split.length > 0;
    const from = isSplit ? 0 : (setting.stop.from ?? Number.POSITIVE_INFINITY);
    core.setGroups(groups === undefined ? Number.POSITIVE_INFINITY : from, stations * NODES.size, isSplit);
    const [high, low] = this.key as unknown as [number, number];
    core.setSources(this.loaded.sources, sources.length, high, low, this.records, this.handed > 0);
  }

  protected override advance(events: number): number {
    const { core } = this;
    let left = events;
    for (;;) {
      if (core.stillComing() === 0 && !this.over) this.handOver();
      if (left === 0) return 0;
      left = core.advance(left, this.limit);
      this.now = Math.max(this.now, core.time());
      if (this.handed === 0) this.tally.arrived = core.recordsArrived();
      if (left > 0 && (core.stillComing() > 0 || this.over)) return left;
    }
  }

  protected override nextTime(): number {
    return this.core.upcoming();
  }

  /** All records that the core knew of have arrived: it is told of the next, if there are any. */
  private handOver(): void {
    const count = this.handed === 0 ? 0 : this.writeArrivals();
    if (count > 0) {
      this.core.handOver(this.handed, count);
      return;
    }
    this.over = true;
    if (this.tally.arrived > 0) this.endArrivals();
  }

  /** Returns how many were written into the core's memory. */
  private writeArrivals(): number {
    const { arrivals, tally } = this;
    const { floats, ints } = this.memory;
    let count = 0;
    for (; count < AHEAD && arrivals.time < Number.POSITIVE_INFINITY; count++) {
      const together = Math.min(arrivals.size(), this.records - tally.arrived);
      const at = this.handed + count * ARRIVALS.size;
      floats[at / 8] = arrivals.time;
      ints[at / 4 + 2] = this.loaded.sources + arrivals.source * SOURCES.size;
      ints[at / 4 + 3] = together;
      arrivals.records[arrivals.source]! += together;
      tally.arrived += together;
      this.nextArrival();
    }
    return count;
  }

  copyOf(fields: number): number {
    return this.groups!.copyOf(this.core.time(), this.memory.floats, fields / 8);
  }

  passes(way: number, fields: number): boolean {
    return this.program.tests[(way - this.loaded.ways) / WAYS.size]!(this.memory.floats, fields / 8);
  }

  workBy(node: number, fields: number): number {
    const { tests } = this.program.workBy[(node - this.loaded.nodes) / NODES.size]!;
    const first = tests.findIndex((test) => test(this.memory.floats, fields / 8));
    return this.loaded.workBy.get(node)!.at(first)!;
  }

  circles(node: number): never {
    this.now = this.core.time();
    throw circling(this, (node - this.loaded.nodes) / NODES.size);
  }

  overcrowded(): never {
    this.now = this.core.time();
    throw overcrowded(this);
  }

  override read(histograms = false): void {
    this.readEndings();
    this.readTally();
    this.readTokens();
    if (histograms) this.readHistograms();
  }

  /** Takes down who has reached an end since it was asked last. */
  readEndings(): void {
    const { lives } = this.gauge;
    const { floats, ints } = this.memory;
    for (let left = this.core.endingsSince(), at = this.endings; left > 0; left--, at += ENDING)
      lives?.add(ints[at / 4 + 4]!, floats[at / 8]!, floats[at / 8 + 1]!);
  }

  /** Takes down which visits are over since it was asked last. */
  readVisits(): void {
    const { loaded, program } = this;
    const log = this.log!;
    const { floats, ints } = this.memory;
    for (let kept = this.core.visitsSince(), at = this.visits; kept > 0; kept--, at += VISITS.size) {
      const float = at / 8;
      const int = at / 4 + 2 * VISITS.floats.length;
      const where = ints[int + 1]!;
      const by = ints[int + 2]!;
      const began = floats[float + 1]!;
      const place = by === COMING ? (where - loaded.flows) / FLOWS.size : (where - loaded.nodes) / NODES.size;
      const pool = by === DONE || (by === INSIDE && !Number.isNaN(began)) ? program.pool[place]! : -1;
      const reached = floats[float]!;
      const left = floats[float + 2]!;
      log.write(ints[int]!, place, by, reached, began, left, floats[float + 3]!, floats[float + 4]!, pool);
    }
  }

  override endLog(): void {
    if (this.log === undefined) return;
    this.core.endLog();
    this.readVisits();
  }

  private readTally(): void {
    const { loaded, memory, program, queues, tally } = this;
    const { floats, ints } = memory;
    const waiting = offsetOf(NODES, "waiting");
    for (let i = 0; i < program.nodes.length; i++)
      queues.waiting[i] = ints[(loaded.nodes + i * NODES.size + waiting) / 4]!;
    const column = (table: Float64Array, base: number, { size }: Structure<string, string>, offset: number) => {
      for (let i = 0, at = (base + offset) / 8; i < table.length; i++, at += size / 8) table[i] = floats[at]!;
    };
    for (const [place, figure] of FIGURES.entries()) column(tally[figure], loaded.nodes, NODES, place * 8);
    column(tally.flows, loaded.flows, FLOWS, offsetOf(FLOWS, "taken"));
    column(tally.onTheWay, loaded.flows, FLOWS, offsetOf(FLOWS, "onTheWay"));
    column(tally.busy, loaded.pools, POOLS, offsetOf(POOLS, "busy"));
    column(tally.spans, loaded.spans, SPANS, offsetOf(SPANS, "count"));
    column(tally.spanTime, loaded.spans, SPANS, offsetOf(SPANS, "time"));
    column(tally.spanWithin, loaded.spans, SPANS, offsetOf(SPANS, "inside"));
    column(tally.longestSpan, loaded.spans, SPANS, offsetOf(SPANS, "longest"));
    tally.reached.set(floats.subarray(loaded.reached / 8, loaded.reached / 8 + tally.reached.length));
    tally.furthest.set(floats.subarray(loaded.furthest / 8, loaded.furthest / 8 + tally.furthest.length));
  }

  private readTokens(): void {
    const { core, loaded, memory, tokens } = this;
    const { floats, ints } = memory;
    const used = core.placesUsed();
    tokens.used = used;
    tokens.records = core.recordsInside();
    tokens.lifetimes = core.recordLifetimes();
    this.lastLeft = core.timeOfLastLeaving();
    tokens.mirror(used);
    const size = core.placeSize();
    const [state, at, record, home] = (["state", "at", "record", "home"] as const).map(
      (part) => offsetOf(TOKENS, part) / 4,
    ) as [number, number, number, number];
    const [since, began] = (["since", "began"] as const).map((part) => offsetOf(TOKENS, part) / 8) as [number, number];
    for (let token = 0, block = 0, place = 0, left = 0; token < used; token++, place += size, left--) {
      if (left === 0) {
        place = core.blockStart(block);
        left = FIRST << block++;
      }
      const here = ints[place / 4 + state]!;
      tokens.state[token] = here;
      if (here === STATE.free) continue;
      tokens.record[token] = ints[place / 4 + record] === place ? token : -1;
      tokens.home[token] = (ints[place / 4 + home]! - loaded.nodes) / NODES.size;
      tokens.at[token] = (ints[place / 4 + at]! - loaded.nodes) / NODES.size;
      tokens.since[token] = floats[place / 8 + since]!;
      tokens.began[token] = floats[place / 8 + began]!;
    }
  }

  private readHistograms(): void {
    const { loaded, memory, program, tally } = this;
    const { counts, ints } = memory;
    const row = (table: Uint32Array, i: number, at: number) => {
      if (at > 0) table.set(counts.subarray(at / 4, at / 4 + BUCKETS), i * BUCKETS);
    };
    const tables: Readonly<Record<"waits" | "works" | "cycles" | "spents", Tally["waits"]>> = tally;
    for (const name of ["waits", "works", "cycles", "spents"] as const)
      for (let i = 0; i < program.nodes.length; i++)
        row(tables[name], i, ints[(loaded.nodes + i * NODES.size + offsetOf(NODES, name)) / 4]!);
    for (let i = 0; i < program.spans.length; i++)
      row(tally.spanTimes, i, ints[(loaded.spans + i * SPANS.size + offsetOf(SPANS, "times")) / 4]!);
  }

  private put({ width, height, inside }: Ziggurat): number {
    const at = this.memory.put(width);
    this.memory.put(height);
    this.memory.put(inside);
    return at;
  }
}

/** Whether the core can tell when the next records come from a source: there are no calendars, lists or cycles. */
function isKnown({ arrivals }: Source): boolean {
  return arrivals.kind === "every" && arrivals.opening === undefined;
}

/** How many arrivals are handed over at a time. */
const AHEAD = 128;
/** How many of those that have reached an end are kept at the most, and how many bytes each takes. */
const ENDINGS = 1024;
const ENDING = 24;
const [DONE, INSIDE, COMING] = [BY.indexOf("done"), BY.indexOf("inside"), BY.indexOf("coming")];
/** How many visits are kept at the most. */
const VISITS_KEPT = 1024;
/** No run has as many: a log about these is about all. */
const MOST_RECORDS = 2 ** 31 - 1;

/** Places in the first block; each has twice as many as the one before. */
const FIRST = 256;
