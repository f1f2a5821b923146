import type { Field, Process, ProcessNode, Step } from "../model/process.ts";
import { keyOf } from "./key.ts";
import { type Opening, openingOf } from "./opening.ts";
import { type Pool, type Task, UNLIMITED } from "./program.ts";
import { spreadOfTime } from "./spread.ts";

/** What all records of a process share, as the machine's root tells it. */
export type Shared = Pick<Process, "teams" | "systems" | "calendars"> & { readonly start?: string };

/** Who does the work of a process: its pools, and what each node asks of them. */
export interface Pools {
  readonly pools: readonly Pool[];
  /** By node: the place of the pool in whose line it waits; −1 where nothing limits the work or there is none. */
  readonly poolOf: Int32Array;
  readonly tasks: readonly (Task | undefined)[];
  readonly dependents: readonly Int32Array[];
  readonly covered: readonly Int32Array[];
}

/** Gathers what work waits for: teams, the slots of steps, systems; and tells the plain steps from the tasks. */
export function poolsOf(nodes: readonly ProcessNode[], shared: Shared, carried: readonly Field[]): Pools {
  const steps = nodes.flatMap((node, i) => (node.kind === "step" ? [{ i, step: node }] : []));
  const limits = new Map(
    shared.systems
      .filter((system) => system.capacity !== undefined || system.outage !== undefined)
      .map((system) => [system.id, system]),
  );
  const openings = openingsOf(shared);
  const asked = new Set(
    steps.flatMap(({ step }) => [...(step.with ?? []).map(({ team }) => team), ...(step.cover ?? [])]),
  );
  const pools: Pool[] = [];
  const poolOf = new Int32Array(nodes.length).fill(-1);
  const placeOf = new Map<string, number>();

  for (const team of shared.teams) {
    const own = steps.filter(({ step }) => step.team === team.id).map(({ i }) => i);
    if (own.length === 0 && !asked.has(team.id)) continue;
    const opening = team.calendar === undefined ? undefined : openings.get(team.calendar);
    for (const i of own) poolOf[i] = pools.length;
    placeOf.set(team.id, pools.length);
    pools.push({ team, steps: own, size: team.people, ...(opening ? { opening } : {}) });
  }
  for (const { i, step } of steps) {
    if (step.team !== undefined || (step.slots === undefined && isPlain(step, limits))) continue;
    poolOf[i] = pools.length;
    pools.push({ steps: [i], size: step.slots ?? UNLIMITED });
  }
  for (const system of limits.values()) {
    if (!steps.some(({ step }) => step.systems?.includes(system.id))) continue;
    placeOf.set(system.id, pools.length);
    const { outage } = system;
    const down = outage && {
      every: spreadOfTime(outage.every),
      lasts: spreadOfTime(outage.lasts),
      key: keyOf(system.id),
    };
    pools.push({ system, steps: [], size: system.capacity ?? UNLIMITED, ...(down ? { outage: down } : {}) });
  }

  const demanding = new Set<number>();
  for (const [p, pool] of pools.entries()) {
    const plain =
      pool.opening === undefined &&
      !(pool.team && asked.has(pool.team.id)) &&
      pool.steps.every((i) => isPlain(nodes[i] as Step, limits));
    if (!plain) demanding.add(p);
  }
  const tasks = nodes.map((node, i) =>
    node.kind === "step" && demanding.has(poolOf[i]!) ? taskOf(node, placeOf, carried) : undefined,
  );
  return { pools, poolOf, tasks, ...relations(pools, poolOf, tasks) };
}

/** Whether a first-come line in front of one team, or none, is all that a step needs. */
function isPlain(step: Step, limits: ReadonlyMap<string, unknown>): boolean {
  const { order = "first-come", priority, preempt = false } = step.queue ?? {};
  return (
    (step.with ?? []).length === 0 &&
    (step.cover ?? []).length === 0 &&
    step.batch === undefined &&
    order === "first-come" &&
    priority === undefined &&
    !preempt &&
    !(step.systems ?? []).some((id) => limits.has(id))
  );
}

function taskOf(step: Step, placeOf: ReadonlyMap<string, number>, carried: readonly Field[]): Task {
  const { order = "first-come", priority = 0, preempt = false } = step.queue ?? {};
  const others = (step.with ?? []).map(({ team, people = 1 }) => ({ pool: placeOf.get(team)!, count: people }));
  const systems = [...new Set(step.systems ?? [])].flatMap((id) => {
    const pool = placeOf.get(id);
    return pool === undefined ? [] : [{ pool, count: 1 }];
  });
  return {
    needs: [...others, ...systems],
    cover: (step.cover ?? []).map((id) => placeOf.get(id)!),
    order: order === "last-come" ? -1 : 1,
    priority:
      typeof priority === "number" ? { is: priority } : { of: carried.findIndex((field) => field.id === priority) },
    preempts: preempt,
    batch: step.batch?.size ?? 1,
    ...(step.batch?.wait ? { batchWait: spreadOfTime(step.batch.wait) } : {}),
    finishes: step.breaks === "finish",
  };
}

function relations(
  pools: readonly Pool[],
  poolOf: Int32Array,
  tasks: Pools["tasks"],
): Pick<Pools, "dependents" | "covered"> {
  const covered = pools.map((_, p) => Int32Array.from([...tasks.keys()].filter((i) => tasks[i]?.cover.includes(p))));
  const dependents = pools.map((_, p) => {
    const found = new Set([p]);
    for (const [i, task] of tasks.entries()) {
      if (!task?.needs.some(({ pool }) => pool === p)) continue;
      found.add(poolOf[i]!);
      for (const cover of task.cover) found.add(cover);
    }
    // Who covers looks whether those are there for whom it does.
    for (const pool of found) for (const i of covered[pool]!) found.add(poolOf[i]!);
    return Int32Array.from(found).sort();
  });
  return { covered, dependents };
}

/** The hours of a calendar by its id. */
export function openingsOf(shared: Shared): ReadonlyMap<string, Opening> {
  return new Map(shared.calendars.map((calendar) => [calendar.id, openingOf(calendar, shared.start)]));
}
