import { loadavg } from "node:os";
import type { Page } from "@playwright/test";
import { Timeline } from "../src/analyse/moment.ts";
import { drawingOf } from "../src/app/drawing.ts";
import { json } from "../src/io/json.ts";
import type { Process } from "../src/model/process.ts";
import { noDots, placeDots, stageOf } from "../src/ui/playback/dots.ts";
import { recorded } from "../tests/recorded.ts";
import { watchRun } from "./browser/blocks.ts";
import { timeFrames } from "./browser/frames.ts";
import { throughline } from "./browser/pages.ts";
import { openSite } from "./browser/site.ts";
import { watchStolen } from "./browser/stolen.ts";
import { longestWork } from "./browser/tasks.ts";
import models from "./models.json" with { type: "json" };
import { type Model, processOf } from "./models.ts";

// How a run feels in the browser: `node --import tsx bench/browser-run.ts`.
const RECORDS = 100_000;
const DOTS = 2000;
const FRAMES = 300;
/** Where on the track of the playback to begin. */
const SHARE = 0.3;
/** Each way takes so long that about so many records are on the way at any time. */
const crm = processOf("crm", models.crm as unknown as Model);
const long: Process = { ...crm, simulation: { stop: { records: RECORDS }, replications: 1, seed: 1 } };
const often: Process = { ...crm, simulation: { stop: { records: RECORDS }, seed: 1 } };

/** A record passes this many flows on average, and takes a delay on each of them. */
const busy: Process = {
  ...crm,
  flows: crm.flows.map((flow) => ({ ...flow, delay: { dist: "constant", value: 190, unit: "min" } })),
  simulation: { stop: { records: 5000 }, replications: 2, seed: 1 },
};

async function opened(page: Page, address: string, process: Process): Promise<void> {
  // The loader of these files names functions with it, and some of them run in the page.
  await page.addInitScript("globalThis.__name = (named) => named");
  await throughline.open(page, address);
  await throughline.show(page, json.write(process));
  await page.waitForTimeout(1500);
}

async function onPage<Found>(process: Process, act: (page: Page) => Promise<Found>): Promise<Found> {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 800 } });
  await opened(page, site.address, process);
  const found = await act(page);
  await page.close();
  return found;
}

const load = () => `load of the machine ${loadavg()[0]!.toFixed(1)}`;
const ms = (time: number) => `${time.toFixed(0)} ms`;
const RUN = ['[data-tour="run"]', ".results-tabs > [role=tabpanel] > *", ".bottlenecks-proving:not(:empty)"] as const;

const site = await openSite([]);
console.log(`12 steps, ${RECORDS} records a replication; from pressing Run (${load()})`);
for (const [what, process] of [
  ["one replication", long],
  ["replications until the figures are precise", often],
] as const) {
  const stolen = watchStolen();
  const { first, over, longest, gap } = await onPage(process, (page) => page.evaluate(watchRun, RUN));
  const share = `${(100 * stolen()).toFixed(0)} %`;
  // Looking into the page costs time, so it is done in a run of its own.
  const work = await onPage(process, (page) => longestWork(site.browser, () => page.evaluate(watchRun, RUN)));
  const block = longest === 0 ? "under 50 ms" : ms(longest);
  console.log(`  ${what} (${share} of the processors' time stolen by other machines meanwhile)`);
  console.log(`    first results after ${ms(first)}, proven after ${ms(over)}`);
  console.log(`    longest block ${block}; longest work on one task ${ms(work)}; longest between frames ${ms(gap)}`);
}
await site.close();

const fast = await openSite(["--disable-gpu-vsync", "--disable-frame-rate-limit"]);
const page = await fast.browser.newPage({ viewport: { width: 1280, height: 800 } });
await opened(page, fast.address, busy);
await page.evaluate(watchRun, RUN);
await page.getByRole("button", { name: "Play back" }).click();
await page.getByRole("region", { name: "Playback of the run" }).waitFor();
const frames = await page.evaluate(timeFrames, [
  ".playback-track input",
  '.playback-bar button[aria-label="Play"]',
  SHARE,
  FRAMES,
] as const);
const history = recorded(busy);
const dots = noDots();
placeDots(stageOf(new Timeline(history), drawingOf(busy)), history.until * SHARE, 0, dots);
console.log(
  `playback, ${dots.count} dots drawn (at least ${DOTS} wanted): ${frames.mean.toFixed(1)} ms a frame, 95th percentile ${frames.p95.toFixed(1)} ms (${load()})`,
);
await fast.close();
