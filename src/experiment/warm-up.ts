import { type WarmUp, warmUpOf } from "../analyse/warm-up.ts";
import { MINUTES } from "../model/distribution.ts";
import type { Process } from "../model/process.ts";
import { USUAL } from "../model/usual.ts";
import type { Replication } from "../simulate/simulate.ts";

/** What to cut off the front of every replication: nothing, so many minutes, or what the run itself shows. */
export type WarmUpSetting = "none" | "auto" | { readonly minutes: number };

/** What a process says about its warm-up; nothing is cut off where it says nothing. */
export function warmUpSetting({ simulation }: Process): WarmUpSetting {
  const { warmUp = USUAL.warmUp } = simulation ?? {};
  return typeof warmUp === "string" ? warmUp : { minutes: warmUp.value * MINUTES[warmUp.unit] };
}

/** What is known of the warm-up before any run; undefined where a run has to show it. */
export function knownWarmUp(setting: WarmUpSetting): WarmUp | undefined {
  if (setting === "auto") return undefined;
  if (setting === "none") return { method: "none", minutes: 0 };
  return { method: "fixed", minutes: setting.minutes };
}

/** The warm-up that replications show of which nothing was cut off. */
export function shownWarmUp(runs: readonly Replication[]): WarmUp {
  return warmUpOf(runs.flatMap(({ lives }) => (lives === undefined ? [] : [lives])));
}
