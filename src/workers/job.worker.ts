import { Bench, type Task, type Word } from "../experiment/crew.ts";

const bench = new Bench();

// All the thinking is in the bench; this file only carries messages.
self.onmessage = ({ data: task }: MessageEvent<Task>) => bench.do(task, (word: Word) => self.postMessage(word));
