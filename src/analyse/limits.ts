import { type Pool, type Program, UNLIMITED } from "../compile/program.ts";
import { spreadLoads } from "./cover.ts";
import { availabilityOf, openShare } from "./open-share.ts";
import type { Stream } from "./traffic.ts";

/** Something that can be short. */
export interface Limit {
  readonly id: string;
  readonly kind: "team" | "system" | "step";
  /** What is asked of it over what it can do. */
  readonly load: number;
  /** Places of the steps that wait for it. */
  readonly steps: readonly number[];
}

/**
 * How much is asked of everything that can be short: teams, systems, steps with slots of their own, and steps that need
 * several things at once, each of which may have other hours.
 *
 * @param flow - By stream and node: visits in a minute.
 */
export function limitsOf(
  program: Program,
  streams: readonly Stream[],
  flow: readonly Float64Array[],
): readonly Limit[] {
  const { pools, tasks, pool: poolOf } = program;
  const minutes = minutesOf(program, streams, flow);
  const users = pools.map((_, p) =>
    [...tasks.keys()].filter((i) => poolOf[i] === p || tasks[i]?.needs.some(({ pool }) => pool === p)),
  );
  const loads = spreadLoads(
    pools.map((pool, p) => roomIn(program, pool, p)),
    users.flatMap((steps, p) =>
      steps.map((i) => ({
        work: minutes[i]! * countOf(program, i, p),
        teams: poolOf[i] === p ? [p, ...(tasks[i]?.cover ?? [])] : [p],
      })),
    ),
  );
  const shared = pools.flatMap((pool, p): Limit[] => {
    if (pool.size === UNLIMITED) return [];
    const covered = [...program.covered[p]!];
    return [{ ...nameOf(program, pool), load: loads[p]!, steps: [...users[p]!, ...covered] }];
  });
  const together = [...tasks.entries()].flatMap(([i, task]): Limit[] => {
    if (!task || task.needs.length === 0 || task.cover.length > 0 || minutes[i] === 0) return [];
    return [{ id: program.nodes[i]!.id, kind: "step", load: minutes[i]! / jobsAtOnce(program, i), steps: [i] }];
  });
  const order = ["team", "system", "step"];
  return [...shared.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)), ...together];
}

/** By place of a step: the part of its team, or of its slots, that it takes up; only where there is a limit. */
export function stepLoads(
  program: Program,
  streams: readonly Stream[],
  flow: readonly Float64Array[],
): ReadonlyMap<number, number> {
  const minutes = minutesOf(program, streams, flow);
  return new Map(
    [...program.pool.entries()].flatMap(([i, p]) => {
      const pool = program.pools[p];
      if (pool === undefined || pool.size === UNLIMITED) return [];
      return [[i, (minutes[i]! * program.people[i]!) / roomIn(program, pool, p)] as const];
    }),
  );
}

/** By node: minutes of jobs that come in each minute. */
function minutesOf(program: Program, streams: readonly Stream[], flow: readonly Float64Array[]): Float64Array {
  return Float64Array.from(program.nodes, (_, i) => {
    const minutes = streams.reduce((total, { work }, s) => total + work[i]! * flow[s]![i]!, 0);
    return minutes / (program.tasks[i]?.batch ?? 1);
  });
}

/** How many people, slots or places of a pool a job takes. */
function countOf({ pool: poolOf, people, tasks }: Program, i: number, p: number): number {
  return poolOf[i] === p ? people[i]! : (tasks[i]?.needs.find(({ pool }) => pool === p)?.count ?? 0);
}

/** How many people, slots or places there are on average: where all jobs take two at once, a third is of no use. */
function roomIn(program: Program, pool: Pool, p: number): number {
  const counts = [...program.tasks.keys()].map((i) => countOf(program, i, p)).filter((count) => count > 0);
  const covers = [...program.covered[p]!].map((i) => program.people[i]!);
  const step = [...counts, ...covers].reduce(divisor, 0) || 1;
  return Math.floor(pool.size / step) * step * availabilityOf(pool);
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** How many jobs of a step can go on at once, on average: everything it needs must be there at the same time. */
function jobsAtOnce(program: Program, i: number): number {
  const needed = [program.pool[i]!, ...program.tasks[i]!.needs.map(({ pool }) => pool)];
  const most = Math.min(...needed.map((p) => Math.floor(program.pools[p]!.size / countOf(program, i, p))));
  const pools = needed.map((p) => program.pools[p]!);
  const up = pools.filter(({ outage }) => outage).reduce((share, pool) => share * availabilityOf(pool), 1);
  const openings = [...new Set(pools.flatMap(({ opening }) => opening ?? []))];
  return most * openShare(openings) * up;
}

function nameOf({ nodes }: Program, { team, system, steps }: Pool): Pick<Limit, "id" | "kind"> {
  if (team) return { id: team.id, kind: "team" };
  return system ? { id: system.id, kind: "system" } : { id: nodes[steps[0]!]!.id, kind: "step" };
}
