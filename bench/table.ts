import { json } from "../src/io/json.ts";
import { diagramOf } from "./browser/diagram.ts";
import { throughline } from "./browser/pages.ts";
import { openSite } from "./browser/site.ts";

// How fast the process table answers to keys: `node --import tsx bench/table.ts [NODES]`.
const size = Number(process.argv[2] ?? 1000);
const PRESSES = 40;

declare global {
  var times: number[];
}

const { address, browser, close } = await openSite([]);
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.addInitScript("globalThis.__name = (named) => named; localStorage.setItem('throughline-tour', 'seen')");
await throughline.open(page, address);
await throughline.show(page, json.write(diagramOf(size)));
await page.keyboard.press("Alt+3");
await page.getByRole("grid", { name: "Steps" }).focus();
// From the key to the first moment after the frame that shows what it did.
await page.evaluate(() => {
  globalThis.times = [];
  const note = () => {
    const from = performance.now();
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => globalThis.times.push(performance.now() - from);
      after.port2.postMessage(0);
    });
  };
  window.addEventListener("keydown", note, { capture: true });
});

/** Presses keys and prints how long they took to be seen. */
async function pressed(what: string, keys: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    globalThis.times = [];
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(50);
  }
  await page.waitForTimeout(1000);
  const times = (await page.evaluate(() => globalThis.times)).toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(times[Math.floor((times.length - 1) * share)] ?? Number.NaN).toFixed(1)} ms`.padStart(10);
  console.log(`${what.padEnd(20)}${at(0.5)}${at(0.9)}${at(1)}`);
}

console.log(`${size} rows; from a key to its picture: median, nine of ten, longest\n`);
await pressed("one row down", Array<string>(PRESSES).fill("ArrowDown"));
await pressed("one column on", Array<string>(PRESSES).fill("ArrowRight"));
await pressed("a page down", Array<string>(PRESSES / 2).fill("PageDown"));
await pressed("open a cell", ["F2"]);
await pressed("a letter", [..."abcdefgh"]);
await pressed("keep what was typed", ["Enter"]);
await close();
