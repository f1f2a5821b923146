import { copyFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { json } from "../src/io/json.ts";
import { drawingOf } from "../src/layout/layout.ts";
import { bpmnOf } from "./browser/bpmn.ts";
import { diagramOf } from "./browser/diagram.ts";
import { gestures } from "./browser/gestures.ts";
import { bpmnJs, type Drawer, throughline } from "./browser/pages.ts";
import { openSite } from "./browser/site.ts";
import { chunksOf } from "./browser/sizes.ts";
import { watchWork } from "./browser/work.ts";

// How fast the editor draws, beside bpmn-js: `node --import tsx bench/browser.ts [NODES] [ROUNDS]`.
// With 200 NODES, a frame of a drag includes routing the flows of what is dragged; with 250 and more they are sketched.
const size = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 3);
const FRAMES = 60;

const KINDS = ["first", "pan", "drag", "drop"] as const;
type Score = Readonly<Record<(typeof KINDS)[number], number>>;

/** What was measured: on the clock, and as CPU time of all threads that draw the page. */
interface Scores {
  readonly time: Score;
  readonly work: Score;
}

const diagram = diagramOf(size);
const drawing = drawingOf(diagram);
const texts = new Map<Drawer, string>([
  [throughline, json.write(diagram)],
  [bpmnJs, bpmnOf(diagram, drawing)],
]);

const { folder, address, browser, close } = await openSite(["--disable-gpu-vsync", "--disable-frame-rate-limit"]);
const chunks = chunksOf(folder);
const library = "node_modules/bpmn-js/dist/";
copyFileSync(`${library}bpmn-modeler.production.min.js`, join(folder, "bpmn.js"));
copyFileSync(`${library}assets/diagram-js.css`, join(folder, "diagram.css"));
writeFileSync(
  join(folder, "bpmn.html"),
  '<!doctype html><link rel="stylesheet" href="diagram.css"><style>html,body,#canvas{height:100%;margin:0}</style><div id="canvas"></div><script src="bpmn.js"></script>',
);
const work = await watchWork(browser);

async function measured(drawer: Drawer, whole: boolean): Promise<Scores> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // The loader of these files names functions with it, and some of them run in the page.
  await page.addInitScript("globalThis.__name = (named) => named");
  const read: number[] = [];
  await page.exposeFunction("between", async () => {
    read.push(await work());
  });
  await drawer.open(page, address);
  await page.waitForTimeout(1000);
  const before = await work();
  const first = await drawer.show(page, texts.get(drawer)!);
  const after = await work();
  await page.waitForTimeout(400);
  if (!whole) await drawer.actual(page);
  const times = await page.evaluate(gestures, [drawer.canvas, drawer.moved, drawer.node, FRAMES] as const);
  await page.close();
  const [pan, drag, drop] = [0, 2, 4].map((i) => read[i + 1]! - read[i]!) as [number, number, number];
  return {
    time: { first, ...times },
    work: { first: after - before, pan: pan / FRAMES, drag: drag / FRAMES, drop },
  };
}

const median = (list: readonly number[]) => {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
};
const row = (cells: readonly string[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(26) : cell.padStart(12))).join("");

/** Prints what two programs need, and how many times as fast the first is. */
function compared(what: string, scores: ReadonlyMap<Drawer, readonly Scores[]>, of: keyof Scores): void {
  const medians = [...scores].map(([drawer, list]) => ({
    name: drawer.name,
    of: KINDS.map((kind) => median(list.map((score) => score[of][kind]))),
  }));
  console.log(what);
  for (const { name, of: all } of medians) console.log(row([`  ${name}`, ...all.map((ms) => ms.toFixed(1))]));
  const [ours, theirs] = medians;
  console.log(row(["  times as fast", ...ours!.of.map((ms, i) => `${(theirs!.of[i]! / ms).toFixed(1)} ×`)]));
}

console.log(
  `${diagram.nodes.length} nodes, ${diagram.flows.length} flows, 6 lanes; milliseconds, medians of ${rounds} rounds (load of the machine ${loadavg()[0]!.toFixed(1)})\n`,
);
console.log(row(["", "first paint", "pan a frame", "drag a frame", "drop"]));
for (const whole of [true, false]) {
  const scores = new Map<Drawer, Scores[]>([
    [throughline, []],
    [bpmnJs, []],
  ]);
  // Turn by turn, so that whatever else this machine does at the time hits both alike.
  for (let round = 0; round < rounds; round++)
    for (const [drawer, list] of scores) list.push(await measured(drawer, whole));
  const where = whole ? "the whole diagram in view" : "at zoom 1";
  compared(`${where}, time`, scores, "time");
  compared(`${where}, work`, scores, "work");
}

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
console.log("\ntransferred, gzipped");
for (const { name, gzipped, first } of chunks)
  console.log(row([name.padEnd(40), kb(gzipped), first ? "at once" : "later"]));
const total = (list: typeof chunks) => list.reduce((sum, { gzipped }) => sum + gzipped, 0);
console.log(row(["at once", kb(total(chunks.filter(({ first }) => first)))]));

await close();
