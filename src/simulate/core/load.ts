import { KIND, type Program } from "../../compile/program.ts";
import { SPREAD, type Spread } from "../../compile/spread.ts";
import { BUCKETS } from "../histogram.ts";
import { PURPOSE, siteKey } from "../random.ts";
import type { sitesOf } from "../sites.ts";
import { FIELDS, FIGURES, FLOWS, NODES, POOLS, SOURCES, SPANS, SPREADS, type Structure, WAYS } from "./layout.ts";
import type { CoreMemory } from "./memory.ts";

type Figure = (typeof FIGURES)[number];

/** Where the parts of a process lie in the core's memory: one structure behind the other, in the program's order. */
export interface Loaded {
  readonly nodes: number;
  readonly flows: number;
  readonly ways: number;
  readonly pools: number;
  readonly spans: number;
  readonly sources: number;
  /** By node and rule, the last being what is so otherwise: the distributions of work that goes by the record's fields. */
  readonly workBy: ReadonlyMap<number, Int32Array>;
  /** The stages that each copy's records have come to, and, by node, how far those came that left there. */
  readonly reached: number;
  readonly furthest: number;
}

/** Writes a program into the core's memory. */
export function load(program: Program, sites: ReturnType<typeof sitesOf>, memory: CoreMemory): Loaded {
  const { stations, kind } = program;
  const { length: stages } = program.stages;
  const count = program.nodes.length;
  const rows = (structure: Structure<string, string>, length: number) => memory.take(structure.size * length);
  const nodes = rows(NODES, count);
  const flows = rows(FLOWS, program.flows.length);
  const ways = rows(WAYS, program.ways.length);
  const pools = rows(POOLS, program.pools.length);
  const spans = rows(SPANS, program.spans.length);
  const reached = memory.take((count / stations) * stages * 8);
  const furthest = memory.take(stages > 0 ? count * (stages + 1) * 8 : 0);
  const spreads = new Spreads(memory);
  const histogram = (wanted: boolean) => (wanted ? memory.take(BUCKETS * 4) : 0);
  const reference = (structure: Structure<string, string>, base: number) => (place: number) =>
    place < 0 ? 0 : base + place * structure.size;
  const [node, flow, way, pool] = [
    reference(NODES, nodes),
    reference(FLOWS, flows),
    reference(WAYS, ways),
    reference(POOLS, pools),
  ];

  const workBy = new Map<number, Int32Array>();
  for (let i = 0; i < count; i++) {
    const by = program.workBy[i];
    if (by !== undefined) workBy.set(node(i), Int32Array.from([...by.spreads, by.otherwise], spreads.put));
    write<NodePart>(memory, NODES, node(i), {
      ...ZERO,
      limit: program.limit[i]!,
      target: program.target[i]!,
      price: program.price[i]!,
      perMinute: program.pool[i]! < 0 ? 0 : program.people[i]! * program.rate[program.pool[i]!]!,
      mean: meanOf(program.work[i]),
      kind: kind[i]! + (program.marks[i]! === 0 ? 0 : MARKED),
      marks: program.marks[i]!,
      people: program.people[i]!,
      counter: program.counter[i]!,
      byChance: program.byChance[i]!,
      worth: program.value[i]!,
      stage: program.stage[i]!,
      waiting: 0,
      workSite: sites.work[i]!,
      patienceSite: sites.patience[i]!,
      chanceSite: sites.chance[i]!,
      pauseSite: sites.pause[i]!,
      workTime: spreads.put(program.work[i]),
      patience: spreads.put(program.patience[i]),
      pause: spreads.put(program.pause[i]),
      pool: pool(program.pool[i]!),
      station: node(i % stations),
      next: flow(program.next[i]!),
      givesUp: flow(program.givesUp[i]!),
      full: flow(program.full[i]!),
      firstWay: way(program.firstWay[i]!),
      lastWay: way(program.endWay[i]! - 1),
      waits: histogram(kind[i] === KIND.step),
      works: histogram(kind[i] === KIND.step),
      cycles: histogram(kind[i] === KIND.end),
      spents: histogram(kind[i] === KIND.end && program.priced),
      reached: reached + Math.floor(i / stations) * stages * 8,
      furthest: furthest + i * (stages + 1) * 8,
    });
  }
  for (let i = 0; i < program.flows.length; i++)
    write(memory, FLOWS, flow(i), {
      taken: 0,
      onTheWay: 0,
      to: node(program.flowTo[i]!),
      delay: spreads.put(program.flowDelay[i]),
      site: sites.delay[i]!,
      counter: program.counter[program.flowFrom[i]!]!,
    });
  for (let i = 0; i < program.ways.length; i++)
    write(memory, WAYS, way(i), {
      below: program.below[i]!,
      flow: flow(program.ways[i]!),
      rule: Number(program.tests[i] !== undefined),
    });
  for (const [i, { size }] of program.pools.entries())
    write(memory, POOLS, pool(i), { busy: 0, free: size, first: 0, last: 0 });
  for (const [i, { from, to, within }] of program.spans.entries())
    write(memory, SPANS, spans + i * SPANS.size, {
      ...{ count: 0, time: 0, inside: 0, longest: 0 },
      ...{ within, from: node(from), to: node(to), times: histogram(true) },
    });
  const sources = rows(SOURCES, program.sources.length);
  for (const [i, { arrivals, key, node: home, set }] of program.sources.entries()) {
    const every = arrivals.kind === "every" ? arrivals : undefined;
    const fields = rows(FIELDS, set.length);
    for (const [j, value] of set.entries())
      write(memory, FIELDS, fields + j * FIELDS.size, {
        value,
        spread: spreads.put(program.samples[j]),
        site: sites.field[j]!,
      });
    write(memory, SOURCES, sources + i * SOURCES.size, {
      ...{ next: 0, batch: every?.batch ?? 0, most: every?.max ?? 0 },
      ...{ first: spreads.put(every?.first), gap: spreads.put(every?.gap), home: node(home) },
      ...{ firstField: fields, endOfFields: fields + set.length * FIELDS.size },
      ...{ key, site: siteKey(key, PURPOSE.arrival), arrivals: 0, sent: 0, high: 0, low: 0, keyed: -1 },
    });
  }
  return { nodes, flows, ways, pools, spans, sources, workBy, reached, furthest };
}

/** Added to the kind of a node that has marks; as in `core/tables.ts`. */
const MARKED = 8;

/** The mean of an exponential distribution; 0 of others. */
function meanOf(work: Spread | undefined): number {
  return work?.code === SPREAD.exponential ? work.a : 0;
}

type NodePart = (typeof NODES)["floats"][number] | (typeof NODES)["ints"][number];

const ZERO = Object.fromEntries(FIGURES.map((name) => [name, 0])) as Record<Figure, number>;

function write<Part extends string>(
  memory: CoreMemory,
  { floats, ints }: Structure<Part, Part>,
  at: number,
  values: Readonly<Record<Part, number>>,
): void {
  memory.floats.set(
    floats.map((part) => values[part]),
    at / 8,
  );
  memory.ints.set(
    ints.map((part) => values[part]),
    at / 4 + floats.length * 2,
  );
}

/** Distributions in the core's memory, each once. */
class Spreads {
  private readonly known = new Map<Spread, number>();
  private readonly memory: CoreMemory;

  constructor(memory: CoreMemory) {
    this.memory = memory;
  }

  readonly put = (spread: Spread | undefined): number => {
    if (spread === undefined) return 0;
    const at = this.known.get(spread) ?? this.write(spread);
    this.known.set(spread, at);
    return at;
  };

  private write(spread: Spread): number {
    const { memory } = this;
    const { a, b, c, d, code } = spread;
    const parts = memory.put(Int32Array.from(spread.parts, this.put));
    const [shares, values] = [memory.put(spread.shares), memory.put(spread.values)];
    const at = memory.take(SPREADS.size);
    write(memory, SPREADS, at, { a, b, c, d, shares, values, parts, count: spread.shares.length, code });
    return at;
  }
}
