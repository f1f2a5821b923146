import type { Browser } from "@playwright/test";

/** What Chromium tells of a task: times in microseconds, `tdur` as the thread itself was at work. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * The longest that any page of a browser was at work on one task while something went on, in milliseconds of the
 * processor. A block is longer than that where the page has to wait for a core: for the workers, or on a machine of which
 * others have their share.
 */
export async function longestWork(browser: Browser, act: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(undefined, { categories: ["toplevel", "devtools.timeline"] });
  await act();
  const { traceEvents: events } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const pages = new Set(
    events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(thread),
  );
  const tasks = events.filter((event) => event.name.endsWith("RunTask") && pages.has(thread(event)));
  if (tasks.length === 0) throw new Error("Chromium told of no tasks");
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000;
}
