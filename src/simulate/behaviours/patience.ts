import { KIND } from "../../compile/program.ts";
import type { Engine } from "../engine.ts";
import { STATE } from "../tokens.ts";
import { countWaiting, serveWithout } from "./serve.ts";
import { leaveStages } from "./stage.ts";
import { serve } from "./step.ts";
import { stopWaiting } from "./task.ts";

/** A token's patience is over: if it still waits for what it waited for then, it leaves. */
export function giveUp(engine: Engine, token: number): void {
  const { tokens, program, queues, tally, now } = engine;
  if (tokens.state[token] !== STATE.waiting || tokens.deadline[token] !== now) return;
  const node = tokens.at[token]!;
  const pool = program.pool[node]!;
  const isTask = program.kind[node] === KIND.task;
  if (isTask) {
    countWaiting(engine, token, node, pool);
    stopWaiting(engine, token, node);
  } else {
    tally.countWait(node, now - tokens.since[token]!);
    queues.leave(tokens, pool, node, token);
  }
  tally.gaveUp[node]!++;
  tally.inStep[node]! += now;
  tokens.state[token] = STATE.moving;
  engine.write(token, node, Number.NaN, "gives-up");
  // Who gave up may have been the one whom the free people were too few for.
  if (isTask) serveWithout(engine, node);
  else serve(engine, pool);
  const flow = program.givesUp[node]!;
  if (flow >= 0) engine.travel(token, flow);
  else {
    if (tokens.stages > 0) leaveStages(engine, token, node);
    engine.depart(token);
  }
}
