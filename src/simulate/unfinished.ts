import { KIND } from "../compile/program.ts";
import type { Engine } from "./engine.ts";
import { EVENT } from "./event.ts";
import { BY, isAbout, type RecordLog, type Visit } from "./record-log.ts";
import { STATE } from "./tokens.ts";

/**
 * Writes into a log where everybody is when a replication is over: visits that are not over, and records on their way.
 * Nothing can happen in the engine afterwards.
 */
export function writeUnfinished(engine: Engine, log: RecordLog): void {
  const { tokens, program, jobs } = engine;
  const write = (token: number, by: Visit["by"], place: number, reached: number, began: number, pool = -1) => {
    const record = tokens.number[tokens.record[token]!]!;
    if (isAbout(log, record))
      log.write(record, place, BY.indexOf(by), reached, began, Number.POSITIVE_INFINITY, 0, 0, pool);
  };
  const here = (token: number, began: number, pool?: number) =>
    write(token, "inside", tokens.at[token]!, tokens.since[token]!, began, pool);
  for (let token = 0; token < tokens.used; token++) {
    const state = tokens.state[token];
    if (state === STATE.waiting) here(token, Number.NaN);
    if (state !== STATE.working && state !== STATE.interrupted) continue;
    const node = tokens.at[token]!;
    if (program.kind[node] !== KIND.task) here(token, tokens.began[token]!, program.pool[node]);
    // Of a batch, only the first knows what work is left, and who does it.
    else if (!Number.isNaN(jobs.left[token]))
      for (let each = token; each >= 0; each = jobs.mate[each]!) here(each, tokens.began[each]!, jobs.pool[token]);
  }
  engine.drain((time, token, event) => {
    if (event === EVENT.pauseOver) here(token, tokens.since[token]!);
    else if (event === EVENT.onTheWay) write(token, "coming", tokens.at[token]!, time, Number.NaN);
  });
}
