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
  const minutes = sample(program.pause[node]!, engine.random);
  const opening = program.pauseOpening[node];
  if (opening === undefined) engine.plan(minutes, token, EVENT.pauseOver);
  else engine.planAt(engine.availability.calendar(opening).after(engine.now, minutes), token, EVENT.pauseOver);
  return -1;
}
