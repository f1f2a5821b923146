import { readFileSync } from "node:fs";

/**
 * What other machines on the same host take away while something is measured.
 *
 * @returns A function that answers with the share of the processors' time that was stolen since, from 0 to 1; 0 where the
 * system does not tell.
 */
export function watchStolen(): () => number {
  const from = ticks();
  return () => {
    const now = ticks();
    return now.all === from.all ? 0 : (now.stolen - from.stolen) / (now.all - from.all);
  };
}

/** Linux counts in the first line of this file: user, nice, system, idle, waiting, interrupts twice, stolen. */
function ticks(): { readonly all: number; readonly stolen: number } {
  try {
    const [, ...counts] = readFileSync("/proc/stat", "utf8")
      .split("\n")[0]!
      .trim()
      .split(/\s+/)
      .slice(0, 9)
      .map(Number);
    return { all: counts.reduce((sum, count) => sum + count, 0), stolen: counts[7] ?? 0 };
  } catch {
    return { all: 0, stolen: 0 };
  }
}
