import type { Engine } from "../engine.ts";
import { EVENT } from "../event.ts";
import { sample } from "../sample.ts";
import { STATE } from "../tokens.ts";

/** A record pauses; it holds nobody. */
export function reachWait(engine: Engine, token: number, node: number): number {
  const { program, tokens } = engine;
  const visit = engine.countVisit(token, node);
  tokens.at[token] = node;
  tokens.since[token] = engine.now;
  tokens.state[token] = STATE.moving;
  engine.open(token, engine.sites.pause[node]!, visit);
  engine.plan(sample(program.pause[node]!, engine.random), token, EVENT.pauseOver);
  return -1;
}
