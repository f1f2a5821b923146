import type { Distribution, TimeUnit } from "../src/model/distribution.ts";
import {
  emptyProcess,
  type Flow,
  type NodeOf,
  type Process,
  type ProcessNode,
  type Team,
} from "../src/model/process.ts";

type More<K extends ProcessNode["kind"]> = Partial<Omit<NodeOf<K>, "id" | "kind">>;

/** A fixed stretch of time; minutes unless said otherwise. */
export const fixed = (value: number, unit: TimeUnit = "min"): Distribution => ({ dist: "constant", value, unit });

/** An exponential time with this mean; minutes unless said otherwise. */
export const about = (mean: number, unit: TimeUnit = "min"): Distribution => ({ dist: "exponential", mean, unit });

/** A start where a record arrives every 10 minutes on average. */
export const start = (id: string, more: More<"start"> = {}): NodeOf<"start"> => ({
  id,
  kind: "start",
  name: id,
  arrivals: { every: about(10) },
  ...more,
});

/** A step of exactly 5 minutes with room for everyone. */
export const step = (id: string, more: More<"step"> = {}): NodeOf<"step"> => ({
  id,
  kind: "step",
  name: id,
  work: fixed(5),
  ...more,
});

export const decision = (id: string, more: More<"decision"> = {}): NodeOf<"decision"> => ({
  id,
  kind: "decision",
  name: id,
  ...more,
});

export const fork = (id: string, more: More<"fork"> = {}): NodeOf<"fork"> => ({ id, kind: "fork", name: id, ...more });

export const join = (id: string, more: More<"join"> = {}): NodeOf<"join"> => ({ id, kind: "join", name: id, ...more });

/** A wait of exactly 15 minutes. */
export const wait = (id: string, more: More<"wait"> = {}): NodeOf<"wait"> => ({
  id,
  kind: "wait",
  name: id,
  for: fixed(15),
  ...more,
});

export const end = (id: string, more: More<"end"> = {}): NodeOf<"end"> => ({ id, kind: "end", name: id, ...more });

/** A team of so many people; without a calendar it is always on shift. */
export const team = (id: string, people: number, more: Partial<Team> = {}): Team => ({ id, name: id, people, ...more });

/** A flow named after its ends, such as “call-quote”; a second one between the same nodes needs an `id` of its own. */
export const flow = (from: string, to: string, more: Partial<Omit<Flow, "from" | "to">> = {}): Flow => ({
  id: `${from}-${to}`,
  from,
  to,
  ...more,
});

/**
 * Flows along paths.
 *
 * @example
 * paths("new > call > won", "call > lost"); // new-call, call-won, call-lost
 */
export function paths(...texts: readonly string[]): readonly Flow[] {
  return texts.flatMap((text) => {
    const ids = text.split(">").map((id) => id.trim());
    return ids.slice(1).map((to, i) => flow(ids[i]!, to));
  });
}

/** A process with these parts and nothing else. */
export const processOf = (parts: Partial<Process>): Process => ({ ...emptyProcess, name: "Test", ...parts });

/** The shortest process that runs: “new” → “call” (5 minutes) → “won”. */
export const tiny: Process = processOf({
  nodes: [start("new"), step("call"), end("won")],
  flows: paths("new > call > won"),
});
