import type { Engine } from "../engine.ts";
import { STATE } from "../tokens.ts";

/** A record splits: each branch goes its own way, while the whole waits at the fork for them. */
export function split(engine: Engine, token: number, node: number): number {
  const { program, tokens } = engine;
  engine.countVisit(token, node);
  const first = program.firstWay[node]!;
  const end = program.endWay[node]!;
  tokens.state[token] = STATE.split;
  tokens.at[token] = node;
  tokens.pending[token] = end - first;
  for (let way = first; way < end; way++) {
    const branch = tokens.take();
    tokens.record[branch] = tokens.record[token]!;
    tokens.parent[branch] = token;
    engine.travel(branch, program.ways[way]!);
  }
  return -1;
}

/** A branch reaches the join; with the last of them the whole goes on. */
export function joinBranch(engine: Engine, branch: number, node: number): number {
  const { program, tokens } = engine;
  const whole = tokens.parent[branch]!;
  tokens.release(branch);
  if (--tokens.pending[whole]! > 0) return -1;
  engine.countVisit(whole, node);
  engine.travel(whole, program.next[node]!);
  return -1;
}
