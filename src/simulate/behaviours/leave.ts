import type { Engine } from "../engine.ts";
import { leaveStages } from "./stage.ts";

/**
 * The line is full: a token is turned away.
 *
 * @returns The flow for those turned away; −1 where there is none, and the record is gone.
 */
export function turnAway(engine: Engine, token: number, node: number): number {
  const { program, tally, tokens } = engine;
  tally.turnedAway[node]!++;
  engine.write(token, node, Number.NaN, "full");
  const flow = program.full[node]!;
  if (flow >= 0) return flow;
  if (tokens.stages > 0) leaveStages(engine, token, node);
  engine.depart(token);
  return -1;
}
