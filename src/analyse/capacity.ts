import { type Program, UNLIMITED } from "../compile/program.ts";
import type { Process } from "../model/process.ts";
import { type Limit, limitsOf, stepLoads } from "./limits.ts";
import { meanOf } from "./mean.ts";
import { openShare } from "./open-share.ts";
import { type Stream, streamsOf, Traffic } from "./traffic.ts";

/** What a process can do at the most, and what is asked of it, from the traffic equations: known before any run. */
export interface Capacity {
  /** Records an hour on the clock, nights included; Infinity (null in JSON) where nothing limits them. */
  readonly maxThroughputPerHour: number;
  /** The team, system or step that limits it. */
  readonly limitedBy?: string;
  /** Records that arrive in an hour on the clock, in the long run; 0 where they all arrive at once. */
  readonly arrivalsPerHour: number;
  /** Whether all that has to wait for its turn gets it in the end. */
  readonly stable: boolean;
  /** Where it does not: how many records more are inside each day, and the step where most of them pile up. */
  readonly growsPerDay?: number;
  readonly at?: string;
  /**
   * Set where all that is short finishes after hours what it has begun: more work comes than there are hours on shift,
   * and how much of it is done after hours only a run shows.
   */
  readonly overtime?: true;
  /** By step: how often a record comes there, on average. */
  readonly visits: Readonly<Record<string, number>>;
  /**
   * What is asked of each over what it can do; above 1 where that is too much. Of a step: the part of its team's time,
   * or of its slots, that goes into it. What has no limit is not named.
   */
  readonly load: {
    readonly teams: Readonly<Record<string, number>>;
    readonly steps: Readonly<Record<string, number>>;
    readonly systems: Readonly<Record<string, number>>;
  };
}

/** This near to the limit, rounding decides on which side of it a load is. */
const ROUNDING = 1e-9;
const ROUNDS = 1000;

/**
 * Solves the traffic equations: visits × work ÷ people on shift, for each team, step and system.
 *
 * Exact for the long run, with these simplifications: nobody gives up or is turned away; batches are full; work that is
 * finished after a shift takes none of the next one's time; teams that cover for others share the work as evenly as they can.
 *
 * @param process - Without errors.
 * @param program - The same, compiled.
 */
export function capacityOf(process: Process, program: Program): Capacity {
  const rates = program.sources.map(({ arrivals }) => ratePerMinute(arrivals));
  const arriving = sum(rates.map(({ perMinute }) => perMinute));
  const counts = rates.map(({ perMinute, count }) => (arriving > 0 ? perMinute : count));
  const streams = streamsOf(
    process,
    program,
    counts.map((each) => each / sum(counts)),
  );
  const traffic = new Traffic(process, program);
  const everybody = new Float64Array(program.nodes.length).fill(1);
  const flow = streams.map((stream) => traffic.visits(stream, everybody));
  const limits = limitsOf(program, streams, flow);
  const worst = limits.reduce<Limit | undefined>(
    (most, limit) => (most && most.load * (1 + ROUNDING) >= limit.load ? most : limit),
    undefined,
  );
  const limited = worst !== undefined && worst.load > 0;
  const steps = [...program.nodes.entries()].filter(([, { kind }]) => kind === "step");
  const of = (kind: Limit["kind"]) =>
    Object.fromEntries(limits.flatMap((each) => (each.kind === kind ? [[each.id, each.load * arriving]] : [])));
  return {
    maxThroughputPerHour: limited ? 60 / worst.load : Number.POSITIVE_INFINITY,
    ...(limited ? { limitedBy: worst.id } : {}),
    arrivalsPerHour: arriving * 60,
    ...growth(program, traffic, streams, arriving),
    visits: Object.fromEntries(steps.map(([i, { id }]) => [id, sum(flow.map((visits) => visits[i]!))])),
    load: {
      teams: of("team"),
      steps: Object.fromEntries(
        [...stepLoads(program, streams, flow)].map(([i, load]) => [program.nodes[i]!.id, load * arriving]),
      ),
      systems: of("system"),
    },
  };
}

/** Whether more arrives than can be done: then throughput is what there is to win, not time. */
export function isSaturated(capacity: Capacity | undefined): boolean {
  return capacity !== undefined && capacity.arrivalsPerHour >= capacity.maxThroughputPerHour;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/**
 * Where records pile up: what comes to an overloaded step gets on only at the pace of who does it, which spares those
 * behind it. Steps that turn records away, or where patience ends, do not pile them up.
 */
function growth(program: Program, traffic: Traffic, streams: readonly Stream[], arriving: number) {
  const loses = program.nodes.map(
    (_, i) => program.limit[i]! < Number.POSITIVE_INFINITY || program.patience[i] !== undefined,
  );
  let passing = new Float64Array(program.nodes.length).fill(1);
  let flow: readonly Float64Array[] = [];
  let tight = false;
  const short = new Set<number>();
  for (let round = 0, change = 1; round < ROUNDS && change > ROUNDING; round++) {
    flow = streams.map((stream) => traffic.visits(stream, passing).map((visits) => visits * arriving));
    const next = new Float64Array(program.nodes.length).fill(1);
    const lasting = flow.map((visits) => visits.map((each, i) => (loses[i] ? 0 : each)));
    for (const { load, steps } of limitsOf(program, streams, lasting)) {
      const waited = steps.filter((i) => !loses[i] && flow.some((visits) => visits[i]! > 0));
      if (load > 1 - ROUNDING && waited.length > 0) tight = true;
      if (load > 1 + ROUNDING && round === 0) for (const i of waited) short.add(i);
      for (const i of steps) if (!loses[i]) next[i] = Math.min(next[i]!, 1 / load);
    }
    change = Math.max(...next.map((share, i) => Math.abs(share - passing[i]!)));
    passing = next;
  }
  const grows = program.nodes.map((_, i) => (1 - passing[i]!) * sum(flow.map((visits) => visits[i]!)) * 1440);
  const most = grows.indexOf(Math.max(...grows));
  const all = sum(grows);
  if (short.size > 0 && [...short].every((i) => program.tasks[i]?.finishes))
    return { stable: false, overtime: true } as const;
  return { stable: !tight, ...(tight && all > ROUNDING ? { growsPerDay: all, at: program.nodes[most]!.id } : {}) };
}

/** How many records come in a minute on the clock, in the long run; and how many all in all. */
function ratePerMinute(arrivals: Program["sources"][number]["arrivals"]): { perMinute: number; count: number } {
  if (arrivals.kind === "at") {
    const { length, 0: first = 0, [length - 1]: last = 0 } = arrivals.times;
    return { perMinute: last > first ? (length - 1) / (last - first) : 0, count: length };
  }
  if (arrivals.kind === "rates") {
    const { ends, perMinute } = arrivals;
    const perCycle = perMinute.reduce((total, rate, i) => total + rate * (ends[i]! - (ends[i - 1] ?? 0)), 0);
    return { perMinute: perCycle / ends.at(-1)!, count: UNLIMITED };
  }
  const { gap, batch, max, opening } = arrivals;
  const between = meanOf(gap);
  const share = openShare(opening ? [opening] : []);
  return { perMinute: between > 0 ? (batch * share) / between : 0, count: Math.min(max, UNLIMITED) };
}
