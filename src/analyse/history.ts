import type { Process } from "../model/process.ts";
import type { Visit } from "../simulate/record-log.ts";
import { type Way, waysOf } from "./ways.ts";

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
  const place = new Map(nodes.map((id, i) => [id, i]));
  const ways = waysOf(process);
  const numbers = new Map<string, number>();
  const kept: (readonly string[])[] = [];
  const numberOf = (flows: readonly string[]) => {
    const key = flows.join("\n");
    const known = numbers.get(key) ?? kept.length;
    if (known === kept.length) kept.push(flows);
    numbers.set(key, known);
    return known;
  };
  const legs: Leg[] = [];
  const way = new Map<Visit, number>();
  for (const life of livesOf(visits)) {
    const gone = new Set<Visit>();
    for (const [i, visit] of life.entries()) {
      if (visit.by === "arrived" || visit.by === "coming") continue;
      const [last, ...others] = comings(life.slice(0, i), visit, ways);
      if (last === undefined) continue;
      for (const { from } of [last, ...others]) gone.add(from);
      way.set(visit, numberOf(last.way.flows));
      // A record that splits at the end of its way is on it once, not once for each of its branches.
      const again = legs.at(-1);
      const asOne = again?.record === visit.record && again.departed === last.from.left && !again.rests;
      if (visit.reached > last.from.left && !(asOne && again.arrived === visit.reached))
        legs.push({ ...ends(last.from, visit), way: numberOf(last.way.flows), rests: false });
      for (const other of others)
        if (visit.reached > other.from.left)
          legs.push({ ...ends(other.from, visit), way: numberOf(other.way.toJoin!), rests: true });
    }
    for (const { flows, ...leg } of unfinished(life, gone, ways)) legs.push({ ...leg, way: numberOf(flows) });
  }
  const stays = visits.filter(({ by }) => by !== "coming").sort((a, b) => a.reached - b.reached || a.record - b.record);
  legs.sort((a, b) => a.departed - b.departed);
  return {
    nodes,
    stays: {
      record: Int32Array.from(stays, ({ record }) => record),
      node: Int32Array.from(stays, ({ node }) => place.get(node)!),
      reached: Float64Array.from(stays, ({ reached }) => reached),
      began: Float64Array.from(stays, ({ began }) => began),
      left: Float64Array.from(stays, ({ left }) => left),
      way: Int32Array.from(stays, (visit) => way.get(visit) ?? -1),
    },
    legs: {
      record: Int32Array.from(legs, ({ record }) => record),
      departed: Float64Array.from(legs, ({ departed }) => departed),
      arrived: Float64Array.from(legs, ({ arrived }) => arrived),
      way: Int32Array.from(legs, (leg) => leg.way),
      rests: Uint8Array.from(legs, ({ rests }) => Number(rests)),
    },
    ways: kept,
    ...about,
  };
}

const ends = (from: Visit, to: Visit) => ({ record: from.record, departed: from.left, arrived: to.reached });

/** The visits of each record, in the order in which they were reached. */
function livesOf(visits: readonly Visit[]): Iterable<Visit[]> {
  const lives = new Map<number, Visit[]>();
  for (const visit of visits) {
    const life = lives.get(visit.record);
    if (life) life.push(visit);
    else lives.set(visit.record, [visit]);
  }
  for (const life of lives.values()) life.sort((a, b) => a.reached - b.reached || a.left - b.left);
  return lives.values();
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
  ways: ReadonlyMap<string, readonly Way[]>,
): readonly (Omit<Leg, "way"> & { readonly flows: readonly string[] })[] {
  if (!life.some(({ by }) => by === "inside" || by === "coming")) return [];
  const waysFrom = ({ node, by }: Visit) => ways.get(`${node} ${by === "arrived" ? "done" : by}`) ?? [];
  const left = life.filter((visit) => visit.left < Number.POSITIVE_INFINITY).toSorted((a, b) => b.left - a.left);
  const onTheWay = life.flatMap((coming) => {
    if (coming.by !== "coming") return [];
    const from = left.find((visit) => waysFrom(visit).some(({ flows }) => flows.includes(coming.node)));
    const flows = from && waysFrom(from).find((way) => way.flows.includes(coming.node))?.flows;
    if (!from || !flows) return [];
    gone.add(from);
    return [{ ...ends(from, coming), rests: false, flows: flows.slice(0, flows.indexOf(coming.node) + 1) }];
  });
  const atJoins = left.flatMap((visit) => {
    const toJoin = gone.has(visit) ? undefined : waysFrom(visit).find((way) => way.toJoin)?.toJoin;
    const { record } = visit;
    return toJoin
      ? [{ record, departed: visit.left, arrived: Number.POSITIVE_INFINITY, rests: true, flows: toJoin }]
      : [];
  });
  return [...onTheWay, ...atJoins];
}

interface Coming {
  readonly from: Visit;
  readonly way: Way;
}

/** By which visits before it, and which ways, a record came to be somewhere: several where branches met in a join. */
function comings(before: readonly Visit[], to: Visit, ways: ReadonlyMap<string, readonly Way[]>): readonly Coming[] {
  const found = before
    .flatMap((from) => {
      const exit = from.by === "arrived" ? "done" : from.by;
      const way = ways.get(`${from.node} ${exit}`)?.find((each) => each.to === to.node);
      return way && from.left <= to.reached ? [{ from, way }] : [];
    })
    .sort((a, b) => b.from.left - a.from.left || b.from.reached - a.from.reached);
  const [last] = found;
  if (last?.way.toJoin === undefined) return found.slice(0, 1);
  // Each branch of the block came once; what came there in an earlier round lies further back.
  const seen = new Set<string>();
  return found.filter(({ from, way }) => {
    const isNew = way.toJoin !== undefined && !seen.has(from.node);
    seen.add(from.node);
    return isNew && from.left >= (lastRound(before, to) ?? Number.NEGATIVE_INFINITY);
  });
}

/** When the same node was reached the last time before, if it was. */
function lastRound(before: readonly Visit[], { node }: Visit): number | undefined {
  return before.findLast((each) => each.node === node)?.reached;
}
