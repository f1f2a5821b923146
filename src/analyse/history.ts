import type { Process } from "../model/process.ts";
import type { Visit } from "../simulate/record-log.ts";
import { comings, waysFrom } from "./comings.ts";
import { type Ways, waysOf } from "./ways.ts";

/** What a record carried, as people read it. */
export type Carried = Readonly<Record<string, string>>;

/** Stays of records at nodes, column by column, in the order in which they were reached. Times are minutes. */
export interface Stays {
  readonly record: Int32Array;
  /** Places in `nodes`. */
  readonly node: Int32Array;
  readonly reached: Float64Array;
  /** When work began; NaN where the record left without. */
  readonly began: Float64Array;
  /** Infinity where it was still there when the run was over. */
  readonly left: Float64Array;
  /** The way by which the node was reached; −1 for arrivals. */
  readonly way: Int32Array;
}

/** Records between two nodes: on a way that takes time, or waiting at a join for the rest of them. In order of `departed`. */
export interface Legs {
  readonly record: Int32Array;
  readonly departed: Float64Array;
  readonly arrived: Float64Array;
  readonly way: Int32Array;
  /** Whether it rests at the end of its way until then, as at a join. */
  readonly rests: Uint8Array;
}

/** What happened in one replication, record by record, as far as it was kept. */
export interface History {
  /** Ids of nodes. */
  readonly nodes: readonly string[];
  readonly stays: Stays;
  readonly legs: Legs;
  /** Ways between nodes: the flows that are passed, one after the other. */
  readonly ways: readonly (readonly string[])[];
  /** How many records were kept, in order of arrival. */
  readonly records: number;
  /** Whether there were more, which were not kept. */
  readonly more: boolean;
  /** Until when everybody inside is known, in minutes: until then the history is that of the run. */
  readonly until: number;
  /** By record: its fields. */
  readonly carried: readonly Carried[];
}

interface Stay {
  readonly visit: Visit;
  readonly way: number;
}

interface Leg {
  readonly record: number;
  readonly departed: number;
  readonly arrived: number;
  readonly way: number;
  readonly rests: boolean;
}

/**
 * Orders the visits of a replication, and finds out which way each record took from one to the next.
 *
 * @param visits - Of the first `records` records, in any order.
 * @param until - Until when everybody inside is among them.
 */
export function historyFrom(
  process: Process,
  visits: readonly Visit[],
  about: Pick<History, "records" | "more" | "until" | "carried">,
): History {
  const nodes = process.nodes.map(({ id }) => id);
  const ways = waysOf(process);
  const kept = new Kept();
  const [stays, legs]: [Stay[], Leg[]] = [[], []];
  for (const life of livesOf(visits)) trace(life, ways, kept, stays, legs);
  stays.sort((a, b) => a.visit.reached - b.visit.reached || a.visit.record - b.visit.record);
  legs.sort((a, b) => a.departed - b.departed);
  return { nodes, stays: columnsOf(stays, nodes), legs: legColumns(legs), ways: kept.ways, ...about };
}

/** Follows one record through its visits: where it stayed, and how it came from one to the next. */
function trace(life: readonly Visit[], ways: Ways, kept: Kept, stays: Stay[], legs: Leg[]): void {
  const gone = life.some(isOpen) ? new Set<Visit>() : undefined;
  let latest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < life.length; i++) {
    const visit = life[i]!;
    if (i > 1) latest = Math.max(latest, life[i - 2]!.left);
    if (visit.by === "coming") continue;
    const came = visit.by === "arrived" ? [] : comings(life, i, latest, ways);
    const last = came[0];
    stays.push({ visit, way: last ? kept.number(last.way.flows) : -1 });
    if (last === undefined) continue;
    for (const { from } of came) gone?.add(from);
    // A record that splits at the end of its way is on it once, not once for each of its branches.
    const again = legs.at(-1);
    const asOne = again?.record === visit.record && again.departed === last.from.left && !again.rests;
    if (visit.reached > last.from.left && !(asOne && again.arrived === visit.reached))
      legs.push(legOf(last.from, visit, kept.number(last.way.flows), false));
    for (let other = 1; other < came.length; other++) {
      const { from, way } = came[other]!;
      if (visit.reached > from.left) legs.push(legOf(from, visit, kept.number(way.toJoin!), true));
    }
  }
  if (gone)
    for (const { flows, ...leg } of unfinished(life, gone, ways)) legs.push({ ...leg, way: kept.number(flows) });
}

/** Whether a visit was not over when the run was. */
function isOpen({ by }: Visit): boolean {
  return by === "inside" || by === "coming";
}

function columnsOf(stays: readonly Stay[], nodes: readonly string[]): Stays {
  const place = new Map(nodes.map((id, i) => [id, i]));
  const [record, node, way] = ints(stays.length);
  const [reached, began, left] = floats(stays.length);
  for (let i = 0; i < stays.length; i++) {
    const stay = stays[i]!;
    record[i] = stay.visit.record;
    node[i] = place.get(stay.visit.node)!;
    reached[i] = stay.visit.reached;
    began[i] = stay.visit.began;
    left[i] = stay.visit.left;
    way[i] = stay.way;
  }
  return { record, node, reached, began, left, way };
}

function legColumns(legs: readonly Leg[]): Legs {
  const [record, way] = ints(legs.length);
  const [departed, arrived] = floats(legs.length);
  const rests = new Uint8Array(legs.length);
  for (let i = 0; i < legs.length; i++) {
    const leg = legs[i]!;
    record[i] = leg.record;
    departed[i] = leg.departed;
    arrived[i] = leg.arrived;
    way[i] = leg.way;
    rests[i] = Number(leg.rests);
  }
  return { record, departed, arrived, way, rests };
}

const ints = (length: number) => [new Int32Array(length), new Int32Array(length), new Int32Array(length)] as const;
const floats = (length: number) =>
  [new Float64Array(length), new Float64Array(length), new Float64Array(length)] as const;

function legOf(from: Visit, to: Visit, way: number, rests: boolean): Leg {
  return { record: from.record, departed: from.left, arrived: to.reached, way, rests };
}

/** The visits of each record, in the order in which they were reached. */
function livesOf(visits: readonly Visit[]): Iterable<Visit[]> {
  const lives = new Map<number, Visit[]>();
  for (const visit of visits) {
    const life = lives.get(visit.record);
    if (life) life.push(visit);
    else lives.set(visit.record, [visit]);
  }
  for (const life of lives.values()) if (!isInOrder(life)) life.sort(byReached);
  return lives.values();
}

function byReached(a: Visit, b: Visit): number {
  return a.reached - b.reached || a.left - b.left;
}

function isInOrder(life: readonly Visit[]): boolean {
  for (let i = 1; i < life.length; i++) if (byReached(life[i - 1]!, life[i]!) > 0) return false;
  return true;
}

/**
 * Where a record is between two nodes when the run is over: on the flows that it was on, and at the joins where a branch
 * of it waits for the others.
 *
 * @param gone - The visits after which it is known to have come somewhere.
 */
function unfinished(
  life: readonly Visit[],
  gone: Set<Visit>,
  ways: Ways,
): readonly (Omit<Leg, "way"> & { readonly flows: readonly string[] })[] {
  const left = life.filter((visit) => visit.left < Number.POSITIVE_INFINITY).toSorted((a, b) => b.left - a.left);
  const onTheWay = life.flatMap((coming) => {
    if (coming.by !== "coming") return [];
    const from = left.find((visit) => waysFrom(visit, ways).some(({ flows }) => flows.includes(coming.node)));
    const flows = from && waysFrom(from, ways).find((way) => way.flows.includes(coming.node))?.flows;
    if (!from || !flows) return [];
    gone.add(from);
    const { record, left: departed } = from;
    return [
      {
        record,
        departed,
        arrived: coming.reached,
        rests: false,
        flows: flows.slice(0, flows.indexOf(coming.node) + 1),
      },
    ];
  });
  const atJoins = left.flatMap((visit) => {
    const toJoin = gone.has(visit) ? undefined : waysFrom(visit, ways).find((way) => way.toJoin)?.toJoin;
    const { record } = visit;
    return toJoin
      ? [{ record, departed: visit.left, arrived: Number.POSITIVE_INFINITY, rests: true, flows: toJoin }]
      : [];
  });
  return [...onTheWay, ...atJoins];
}

/** Ways that were taken, each once, and their numbers. */
class Kept {
  readonly ways: (readonly string[])[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<readonly string[], number>();

  number(flows: readonly string[]): number {
    const number = this.known.get(flows) ?? this.find(flows);
    this.known.set(flows, number);
    return number;
  }

  private find(flows: readonly string[]): number {
    const key = flows.join("\n");
    const number = this.numbers.get(key) ?? this.ways.push(flows) - 1;
    this.numbers.set(key, number);
    return number;
  }
}
