import type { Spread } from "../../compile/spread.ts";
import type { Engine } from "../engine.ts";
import { EVENT } from "../event.ts";
import { sample } from "../sample.ts";
import { STATE } from "../tokens.ts";

/** A token sets out on a flow that takes time; it holds nobody. */
export function setOut(engine: Engine, token: number, flow: number, delay: Spread): void {
  const { tokens, program } = engine;
  const counter = program.counter[program.flowFrom[flow]!]!;
  const visits = counter < 0 ? 1 : tokens.visits[tokens.record[token]! * program.counters + counter]!;
  engine.open(token, engine.sites.delay[flow]!, visits - 1);
  const minutes = sample(delay, engine.random);
  tokens.state[token] = STATE.moving;
  tokens.at[token] = flow;
  tokens.since[token] = engine.now;
  engine.tally.onTheWay[flow]! += minutes;
  engine.plan(minutes, token, EVENT.onTheWay);
}
