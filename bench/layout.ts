import { layout } from "../src/layout/layout.ts";
import type { Drawing } from "../src/model/geometry.ts";
import type { Process } from "../src/model/process.ts";
import { drawnByDagre } from "./layout-dagre.ts";
import { diagrams } from "./layout-diagrams.ts";
import { dragTimes } from "./layout-drag.ts";
import { drawnByElk } from "./layout-elk.ts";
import { generated, sample } from "./layout-generated.ts";
import { measure, overlappingLanes } from "./layout-measure.ts";
import { realDiagrams } from "./layout-real.ts";
import { untidy } from "./layout-untidy.ts";

// Prints how well and how fast layout works. Run with `node --import tsx bench/layout.ts`.

interface Row {
  diagrams: number;
  "without crossing": string;
  crossings: string;
  "bends per flow": string;
  ms: string;
  "ms at most": string;
  /** Pairs of lanes of which one reaches into the other. */
  "lanes overlapping": string;
  faults: number;
}

async function judge(
  processes: readonly Process[],
  draw: (process: Process) => Drawing | Promise<Drawing>,
): Promise<Row> {
  let [crossings, clean, bends, flows, ms, worst, lanes, faults] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const process of processes) {
    const began = globalThis.process.cpuUsage();
    const drawing = await draw(process);
    const took = globalThis.process.cpuUsage(began).user / 1000;
    const ends = Object.fromEntries(process.flows.map(({ id, from, to }) => [id, [from, to] as const]));
    const measured = measure(drawing, ends);
    crossings += measured.crossings;
    if (measured.crossings === 0) clean++;
    bends += measured.bends;
    flows += measured.flows;
    ms += took;
    worst = Math.max(worst, took);
    lanes += overlappingLanes(process, drawing);
    faults += measured.faults.length;
    if (globalThis.process.env.VERBOSE) {
      console.log(
        process.name,
        process.nodes.length,
        "crossings",
        measured.crossings,
        "bends",
        (measured.bends / Math.max(1, measured.flows)).toFixed(2),
        Math.round(took),
        "ms",
        ...measured.faults.slice(0, 3),
      );
    }
  }
  const count = processes.length;
  return {
    diagrams: count,
    "without crossing": `${Math.round((clean / count) * 100)} %`,
    crossings: (crossings / count).toFixed(2),
    "bends per flow": (bends / flows).toFixed(2),
    ms: (ms / count).toFixed(0),
    "ms at most": worst.toFixed(0),
    "lanes overlapping": (lanes / count).toFixed(2),
    faults,
  };
}

const sets: Readonly<Record<string, readonly Process[]>> = {
  "lane diagrams": diagrams(),
  "from npm packages": realDiagrams(),
  generated: sample(100),
  "many hand-offs": sample(100, 2, 0.6),
  untidy: Array.from({ length: 100 }, (_, i) => untidy(i + 1)),
  "100 nodes": [1, 2, 3, 4, 5].map((seed) => generated(100, 6, seed)),
  "1,000 nodes": [generated(1000, 6, 1)],
};

// What is not compiled yet is not what is measured.
await judge(sample(30, 9), (process) => layout(process));
await judge(sample(30, 9), drawnByElk);
await judge(sample(30, 9), drawnByDagre);

const rows: Record<string, Row> = {};
for (const [name, processes] of Object.entries(sets)) {
  rows[`${name}: ours`] = await judge(processes, (process) => layout(process));
  rows[`${name}: elkjs, no lanes`] = await judge(processes, drawnByElk);
  rows[`${name}: dagre, no lanes`] = await judge(processes, drawnByDagre);
}
console.table(rows);

const { median, p95 } = dragTimes(200);
console.log(`A move of a node dragged among 200: ${median.toFixed(1)} ms, 95 % within ${p95.toFixed(1)} ms.`);
