import type { Program } from "../../compile/program.ts";
import { drawFields } from "../behaviours/start.ts";
import { BUCKETS } from "../histogram.ts";
import { recordKeys } from "../random.ts";
import { Run, type Setting } from "../run.ts";
import type { Tally } from "../tally.ts";
import { STATE } from "../tokens.ts";
import { circling, overcrowded } from "../watch.ts";
import { EXPONENTIAL, NORMAL, type Ziggurat } from "../ziggurat.ts";
import type { Core, Lent, Outside } from "./core.ts";
import { ARRIVALS, FIGURES, FLOWS, NODES, offsetOf, POOLS, SPANS, type Structure, TOKENS, WAYS } from "./layout.ts";
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
  /** Where the core finds the records that arrive, and where it keeps those that have reached an end. */
  private readonly arrivalsAt: number;
  private readonly endings: number;
  /** How many of those that arrive together have not been handed over. */
  private together = 0;
  /** Whether all records have arrived. */
  private over = false;
  private readonly fields: Float64Array;
  private readonly record = new Int32Array(2);

  /** @param program - One that `isPlain`. */
  constructor(lent: Lent, program: Program, setting: Setting) {
    super(program, setting);
    lent.outside = this;
    this.core = lent.core;
    const { core, limits } = this;
    this.memory = new CoreMemory(core.memory, core.beginning());
    this.loaded = load(program, this.sites, this.memory);
    const carried = program.carried.length;
    this.fields = new Float64Array(carried);
    this.arrivalsAt = this.memory.take(AHEAD * (ARRIVALS.size + carried * 8));
    this.endings = this.gauge.lives === undefined ? 0 : this.memory.take(ENDINGS * ENDING);
    core.tables(this.put(EXPONENTIAL), EXPONENTIAL.tail, this.put(NORMAL), NORMAL.tail);
    core.setLimits(limits.inside, limits.bytes, this.tokens.bytes);
    const { counters, priced, stages, spans } = program;
    const end = this.memory.end;
    core.begin(
      end,
      carried,
      this.arrivalsAt,
      counters,
      stages.length,
      this.loaded.spans,
      spans.length,
      priced,
      this.endings,
    );
  }

  protected override advance(events: number): number {
    const { core } = this;
    let left = events;
    for (;;) {
      if (core.stillComing() === 0 && !this.over) this.handOver();
      if (left === 0) return 0;
      left = core.advance(left, this.limit);
      this.now = Math.max(this.now, core.time());
      if (left > 0 && (core.stillComing() > 0 || this.over)) return left;
    }
  }

  protected override nextTime(): number {
    return this.core.upcoming();
  }

  /** All records that the core knew of have arrived: it is told of the next. */
  private handOver(): void {
    const { arrivals, memory } = this;
    const { floats, ints } = memory;
    let count = 0;
    for (; count < AHEAD && arrivals.time < Number.POSITIVE_INFINITY; count++) {
      const at = this.arrivalsAt + count * (ARRIVALS.size + this.fields.length * 8);
      if (this.together === 0) this.together = Math.min(arrivals.size(), this.records - this.tally.arrived);
      this.bear(floats, ints, at);
      if (this.together === 0) this.nextArrival();
    }
    this.core.handOver(count);
    if (count > 0) return;
    this.over = true;
    if (this.tally.arrived > 0) this.endArrivals();
  }

  /** Writes the next record into the core's memory. */
  private bear(floats: Float64Array, ints: Int32Array, at: number): void {
    const { arrivals, fields, groups, program, record } = this;
    const { source, time } = arrivals;
    const { node, key } = program.sources[source]!;
    recordKeys(record, this.key, key, arrivals.records[source]!++);
    if (fields.length > 0) {
      drawFields(this, source, record, fields, 0);
      floats.set(fields, (at + ARRIVALS.size) / 8);
    }
    const copy = groups === undefined ? 0 : groups.copyOf(time, fields, 0);
    this.together--;
    floats[at / 8] = time;
    const rest = at / 4 + 2;
    ints[rest] = this.loaded.nodes + (node + copy * program.stations) * NODES.size;
    ints[rest + 1] = record[0]!;
    ints[rest + 2] = record[1]!;
    ints[rest + 3] = this.tally.arrived++;
    ints[rest + 4] = this.together;
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

  private readTally(): void {
    const { loaded, memory, program, queues, tally } = this;
    const { floats, ints } = memory;
    const waiting = offsetOf(NODES, "waiting");
    for (let i = 0; i < program.nodes.length; i++) {
      const at = loaded.nodes + i * NODES.size;
      for (const [place, figure] of FIGURES.entries()) tally[figure][i] = floats[at / 8 + place]!;
      queues.waiting[i] = ints[(at + waiting) / 4]!;
    }
    const column = (table: Float64Array, base: number, { size }: Structure<string, string>, offset: number) => {
      for (let i = 0; i < table.length; i++) table[i] = floats[(base + i * size + offset) / 8]!;
    };
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

/** How many records are made ready at a time. */
const AHEAD = 128;
/** How many of those that have reached an end are kept at the most, and how many bytes each takes. */
const ENDINGS = 1024;
const ENDING = 24;

/** Places in the first block; each has twice as many as the one before. */
const FIRST = 256;
