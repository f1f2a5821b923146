import type { Browser } from "@playwright/test";

/** Where pages are drawn; the browser's own process only passes messages on. */
const DRAWING: ReadonlySet<string> = new Set(["renderer", "GPU"]);

/**
 * Watches how much a browser works for its pages: script, style, layout, painting and whatever else any of their
 * threads does. Other than the time between two frames, which a browser holds to the rate of a screen whenever it
 * likes, it tells how much work a frame is.
 *
 * @returns A function that answers with the CPU time taken so far, in milliseconds; it counts in steps of 10.
 */
export async function watchWork(browser: Browser): Promise<() => Promise<number>> {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { type, cpuTime }) => sum + (DRAWING.has(type) ? cpuTime * 1000 : 0), 0);
  };
}
