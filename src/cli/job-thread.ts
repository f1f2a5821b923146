import { parentPort } from "node:worker_threads";
import { Bench, type Task } from "../experiment/crew.ts";

const bench = new Bench();

// All the thinking is in the bench; this file only carries messages.
parentPort?.on("message", (task: Task) => bench.do(task, (word) => parentPort?.postMessage(word)));
