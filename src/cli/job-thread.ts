import { parentPort } from "node:worker_threads";
import { Bench, type Task } from "../experiment/crew.ts";
import { wallClock } from "./wall-clock.ts";

const bench = new Bench(wallClock());

// All the thinking is in the bench; this file only carries messages.
parentPort?.on("message", (task: Task) => bench.do(task, (word) => parentPort?.postMessage(word)));
