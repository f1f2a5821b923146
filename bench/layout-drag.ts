import { drawingOf, layout } from "../src/layout/layout.ts";
import { placed } from "../src/model/edit/nodes.ts";
import { generated } from "./layout-generated.ts";

/** How many moves are made, the first of which only warm up. */
const MOVES = 120;
const WARM = 20;

/** How long it takes to draw one move of a node that is dragged among so many, in milliseconds of CPU time. */
export function dragTimes(nodes: number): { readonly median: number; readonly p95: number } {
  const bare = generated(nodes, 6, 1);
  let process = placed(bare, layout(bare));
  let drawing = drawingOf(process);
  const times: number[] = [];
  for (let i = 0; i < MOVES; i++) {
    const dragged = bare.nodes[(nodes >> 2) + (i % 5)]!.id;
    const by = i % 2 === 0 ? -4 : 5;
    process = {
      ...process,
      nodes: process.nodes.map((node) => (node.id === dragged ? { ...node, x: node.x! + 3, y: node.y! + by } : node)),
    };
    const began = globalThis.process.cpuUsage();
    drawing = drawingOf(process, { previous: drawing, moved: new Set([dragged]), still: true });
    times.push(globalThis.process.cpuUsage(began).user / 1000);
  }
  const sorted = times.slice(WARM).sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, p95: sorted[Math.floor(sorted.length * 0.95)]! };
}
