import type { Engine } from "../engine.ts";
import { leaveStages } from "./stage.ts";

/** A record reaches an end and is gone. */
export function finishRecord(engine: Engine, token: number, node: number): number {
  const { program, tokens, tally } = engine;
  tally.visits[node]!++;
  const time = engine.now - tokens.born[token]!;
  tally.countCycle(node, time);
  if (program.priced) tally.countSpent(node, tokens.spent[token]!);
  engine.gauge.lives?.add(tokens.number[token]!, tokens.born[token]!, time);
  const value = program.value[node]!;
  if (value >= 0) {
    const worth = tokens.fields[token * tokens.carried + value]!;
    // A record whose worth nobody knows adds nothing.
    if (!Number.isNaN(worth)) tally.value[node]! += worth;
  }
  tokens.since[token] = engine.now;
  engine.write(token, node, engine.now, "end");
  if (tokens.stages > 0) leaveStages(engine, token, node);
  engine.depart(token);
  return -1;
}
