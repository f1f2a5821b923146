import type { Engine } from "../engine.ts";

/** A record reaches an end and is gone. */
export function finishRecord(engine: Engine, token: number, node: number): number {
  const { program, tokens, tally } = engine;
  tally.visits[node]!++;
  tally.countCycle(engine.now - tokens.born[token]!);
  const value = program.value[node]!;
  if (value >= 0) {
    const worth = tokens.fields[token * tokens.carried + value]!;
    // A record whose worth nobody knows adds nothing.
    if (!Number.isNaN(worth)) tally.value[node]! += worth;
  }
  tokens.since[token] = engine.now;
  engine.write(token, node, engine.now, "end");
  engine.depart(token);
  return -1;
}
