import { KIND } from "../../compile/program.ts";
import type { Engine } from "../engine.ts";
import { serveAfter, serveAfterAll } from "./serve.ts";
import { release, serve } from "./step.ts";
import { isDone, releaseTask, sendOn } from "./task.ts";

/**
 * Work on a token is done, and perhaps on others at the same instant: all of them free their people first, then people
 * freed take who waits, and only then do the finished move on. So a place freed at 10:00 is free for who comes at 10:00.
 */
export function finishWork(engine: Engine, token: number): void {
  const { program, tokens } = engine;
  if (engine.moreWorkDone()) {
    finishTogether(engine, token);
    return;
  }
  const node = tokens.at[token]!;
  if (program.kind[node] !== KIND.task) {
    release(engine, token);
    const pool = program.pool[node]!;
    if (pool >= 0) serve(engine, pool);
    engine.travel(token, program.next[node]!);
  } else if (isDone(engine, token)) {
    releaseTask(engine, token);
    serveAfter(engine, token);
    sendOn(engine, token);
  }
}

function finishTogether(engine: Engine, token: number): void {
  const { program, tokens } = engine;
  const finished: number[] = [];
  let each = token;
  for (;;) {
    if (program.kind[tokens.at[each]!] !== KIND.task) {
      release(engine, each);
      finished.push(each);
    } else if (isDone(engine, each)) {
      releaseTask(engine, each);
      finished.push(each);
    }
    if (!engine.moreWorkDone()) break;
    each = engine.nextToken();
  }
  const isTask = (done: number) => program.kind[tokens.at[done]!] === KIND.task;
  for (const done of finished) {
    const pool = program.pool[tokens.at[done]!]!;
    if (pool >= 0 && !isTask(done)) serve(engine, pool);
  }
  serveAfterAll(engine, finished.filter(isTask));
  for (const done of finished) {
    if (isTask(done)) sendOn(engine, done);
    else engine.travel(done, program.next[tokens.at[done]!]!);
  }
}
