import { emptyProcess, type Flow, type NodeKind, type Process, type ProcessNode } from "../src/model/process.ts";

const WORDS = [
  "Check",
  "Enter data",
  "Call the customer",
  "Approve",
  "Send an offer",
  "Plan",
  "Review with the team",
  "Ship",
  "Book",
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A process of about so many nodes as they are in offices: runs of steps, decisions whose branches come together again
 * or end, parallel work, rework that leads back a few steps, and hand-offs to other departments.
 *
 * @param handOffs - How often the next step is in another lane.
 */
export function generated(size: number, lanes: number, seed: number, handOffs = 0.3): Process {
  const next = chance(seed);
  const pick = (count: number) => Math.floor(next() * count);
  const nodes: ProcessNode[] = [];
  const flows: Flow[] = [];
  const add = (kind: NodeKind, lane: number): string => {
    const id = `n${nodes.length}`;
    const name =
      kind === "fork" || kind === "join"
        ? ""
        : kind === "step"
          ? WORDS[pick(WORDS.length)]!
          : `${kind} ${nodes.length}`;
    nodes.push({ id, kind, name, department: `d${lane}` });
    return id;
  };
  const link = (from: string, to: string, label?: string) =>
    flows.push({ id: `f${flows.length}`, from, to, ...(label === undefined ? {} : { label }) });
  const move = (lane: number) =>
    next() < handOffs
      ? Math.min(lanes - 1, Math.max(0, lane + (next() < 0.6 ? 1 : -1) * (next() < 0.8 ? 1 : 2)))
      : lane;

  // Builds a stretch of `budget` nodes after `from`; answers where it ends and in which lane.
  const stretch = (from: string, start: number, budget: number, depth: number, label?: string): [string, number] => {
    let [at, lane, word] = [from, start, label];
    const met: string[] = [];
    const follow = (to: string) => {
      link(at, to, word);
      [at, word] = [to, undefined];
    };
    while (budget > 0) {
      lane = move(lane);
      const roll = next();
      if (budget >= 5 && depth < 3 && roll < 0.22) {
        const parallel = next() < 0.3;
        const split = add(parallel ? "fork" : "decision", lane);
        follow(split);
        const inner = 1 + pick(Math.min(4, budget - 4));
        budget -= inner + 2;
        const [first, firstLane] = stretch(split, lane, Math.ceil(inner / 2), depth + 1, parallel ? undefined : "yes");
        if (!parallel && next() < 0.35) {
          link(split, add("end", lane), "no");
          [at, lane] = [first, firstLane];
          continue;
        }
        const empty = !parallel && next() < 0.35;
        const [second] = empty
          ? [split]
          : stretch(split, move(lane), Math.max(1, Math.floor(inner / 2)), depth + 1, parallel ? undefined : "no");
        // Every other process closes its branches with a gateway, as BPMN does.
        const join = add(parallel ? "join" : seed % 2 === 0 ? "step" : "decision", firstLane);
        link(first, join);
        link(second, join, empty ? "no" : undefined);
        [at, lane] = [join, firstLane];
      } else if (budget >= 2 && roll < 0.34 && met.length > 1) {
        const check = add("decision", lane);
        follow(check);
        link(check, met[Math.max(0, met.length - 1 - pick(3))]!, "rework");
        word = "fine";
        budget--;
      } else {
        const step = add("step", lane);
        follow(step);
        met.push(step);
        budget--;
      }
    }
    return [at, lane];
  };

  const begin = add("start", pick(lanes));
  const [last, lane] = stretch(begin, pick(lanes), size - 2, 0);
  link(last, add("end", lane));
  const departments = Array.from({ length: lanes }, (_, i) => ({ id: `d${i}`, name: `Department ${i + 1}` }));
  return { ...emptyProcess, name: `Generated ${size} × ${lanes} (${seed})`, departments, nodes, flows };
}

/** So many generated processes of 8 to 60 nodes in 2 to 6 lanes. */
export function sample(count: number, first = 1, handOffs = 0.3): readonly Process[] {
  return Array.from({ length: count }, (_, i) => {
    const next = chance(first * 1000 + i);
    return generated(8 + Math.floor(next() * next() * 52), 2 + Math.floor(next() * 4), first * 1000 + i, handOffs);
  });
}
