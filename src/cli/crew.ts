import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Crew, Helper, Word } from "../experiment/crew.ts";
import type { Outcome } from "../experiment/jobs.ts";
import { wallClock } from "./wall-clock.ts";

/** One thread for each core. */
export function threads(): Crew {
  const now = () => performance.now();
  return { size: availableParallelism(), hire: hireThread, now, patience: 1000, limits: wallClock() };
}

/** A thread begins without the loader that reads TypeScript, wherever its parent got it from. */
function startOf(script: URL): URL {
  const loader = import.meta.resolve("tsx/esm/api");
  const code = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(script.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

function hireThread(): Helper {
  const worker = new Worker(startOf(new URL("./job-thread.ts", import.meta.url)), { execArgv: [] });
  let settle: { done: (outcome: Outcome) => void; broke: (error: Error) => void; tell: (share: number) => void };
  let broken: Error | undefined;
  worker.on("message", (word: Word) => {
    if (word.kind === "progress") settle.tell(word.share);
    else settle.done(word.outcome);
  });
  worker.on("error", (error) => {
    broken = error;
    settle?.broke(error);
  });
  return {
    do: (task, tell) =>
      new Promise((done, broke) => {
        if (broken) broke(broken);
        settle = { done, broke, tell };
        worker.postMessage(task);
      }),
    end: () => void worker.terminate(),
  };
}
