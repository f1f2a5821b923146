import { Bench, type Task, type Word } from "../experiment/crew.ts";
import { wallClock } from "./wall-clock.ts";

const bench = new Bench(wallClock());

// All the thinking is in the bench; this file only carries messages.
self.onmessage = ({ data: task }: MessageEvent<Task>) => bench.do(task, (word: Word) => self.postMessage(word));
