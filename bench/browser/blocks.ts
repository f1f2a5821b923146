/** What a page did while it was watched, in milliseconds since it was asked to do something. */
export interface Watched {
  /** When the first results were there. */
  readonly first: number;
  /** When the run and its proof were over. */
  readonly over: number;
  /** The longest the page was busy with one thing, by its own account; 0 where nothing took 50 ms. */
  readonly longest: number;
  /** The longest between two frames: what a person would see of it, the machine being shared with the workers. */
  readonly gap: number;
}

/**
 * Runs in the page: presses Run, and watches until the results are there and proven.
 *
 * @param run - The button.
 * @param results - What is there once results are.
 * @param proving - What is there as long as they are being proven.
 */
export async function watchRun([run, results, proving]: readonly [string, string, string]): Promise<Watched> {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  await frame();
  await frame();
  observer.observe({ type: "longtask" });
  const from = performance.now();
  document.querySelector<HTMLElement>(run)!.click();
  let [first, gap, last] = [0, 0, from];
  for (;;) {
    await frame();
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
    if (first === 0 && document.querySelector(results)) first = now - from;
    if (first > 0 && !document.querySelector(proving)) break;
  }
  const over = performance.now() - from;
  // The observer tells a little later.
  await new Promise((done) => setTimeout(done, 200));
  observer.disconnect();
  return { first, over, longest, gap };
}
