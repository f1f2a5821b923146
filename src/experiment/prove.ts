import { isSaturated } from "../analyse/capacity.ts";
import { CYCLE_TIME, THROUGHPUT, type Yardstick } from "../analyse/measures.ts";
import { oneMoreWords } from "../analyse/one-more-words.ts";
import { change, differences, shown } from "../analyse/paired.ts";
import type { Bottleneck, Results } from "../analyse/results.ts";
import { type Change, changed } from "../model/change.ts";
import { hasErrors } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { validate } from "../model/validate.ts";
import type { Plan } from "./jobs.ts";
import { replicate, type Setting, Version } from "./versions.ts";

/** No more suspects than this are tried; what holds up least is left out. */
const SUSPECTS = 8;
/** How often replications are doubled, at the most, to tell the first from the others. */
const DOUBLINGS = 3;
const MOST = 200;
/** A smaller part of the figure itself than this is not worth more replications. */
const LITTLE = 0.005;

interface Suspect {
  readonly bottleneck: Bottleneck;
  readonly more: Version;
}

/**
 * Proves bottlenecks by experiment: runs the process again with one more person, place or slot of each suspect, on the
 * same luck, and ranks them by what that brings: to throughput where more arrives than can be done, else to cycle time.
 * Replications are added while it is open whether the first helps, and more than the others.
 *
 * @param base - The process with its replications so far; more may be added.
 * @param results - What they showed: its bottlenecks are the suspects.
 * @param tell - Told the share done, and how many replications there are to be.
 */
export function* prove(
  base: Version,
  results: Results,
  setting: Setting,
  tell: (done: number, of: number) => void,
): Plan<readonly Bottleneck[]> {
  const suspects = results.bottlenecks.flatMap((bottleneck): Suspect[] => {
    const process = withOneMore(base.process, bottleneck);
    return process ? [{ bottleneck, more: new Version(process, base.yardsticks) }] : [];
  });
  const tried = suspects.slice(0, SUSPECTS);
  if (tried.length === 0 || base.replications < 2) return results.bottlenecks;
  const by = isSaturated(results.capacity) ? THROUGHPUT : CYCLE_TIME;
  let due: readonly Suspect[] = tried;
  for (let look = 0, of = base.replications; look <= DOUBLINGS && due.length > 0; look++, of = Math.min(2 * of, MOST)) {
    yield* replicate([base, ...due.map(({ more }) => more)], of, setting, (share) => tell(share, of));
    due = look < DOUBLINGS && 2 * of <= MOST ? undecided(base, tried, by) : [];
  }
  return ranked(results, base, tried, by);
}

/** The process with one more of what is short; nothing where it has no number, or the result would not run. */
function withOneMore(process: Process, bottleneck: Bottleneck): Process | undefined {
  const what = oneMore(process, bottleneck);
  const after = what && changed(process, what);
  return after === undefined || typeof after === "string" || hasErrors(validate(after)) ? undefined : after;
}

function oneMore(process: Process, { team, system, step }: Bottleneck): Change | undefined {
  const numbered = <T extends { readonly id: string }>(
    list: readonly T[],
    id: string | undefined,
    of: (entry: T) => number | undefined,
    path: (id: string) => string,
  ) => {
    const entry = list.find((each) => each.id === id);
    const count = entry && of(entry);
    return entry === undefined || count === undefined ? undefined : { set: path(entry.id), to: count + 1 };
  };
  return (
    numbered(
      process.teams,
      team,
      ({ people }) => people,
      (id) => `teams/${id}/people`,
    ) ??
    numbered(
      process.systems,
      system,
      ({ capacity }) => capacity,
      (id) => `systems/${id}/capacity`,
    ) ??
    numbered(
      process.nodes,
      step,
      (node) => (node.kind === "step" ? node.slots : undefined),
      (id) => `nodes/${id}/slots`,
    )
  );
}

const sign = ({ better }: Yardstick) => (better === "less" ? -1 : 1);
const mean = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

/** What one more brings, by replication: above 0 is good. */
function gains(base: Version, { more }: Suspect, by: Yardstick): readonly number[] {
  return differences(base.of(by, more.replications), more.of(by)).map((difference) => difference * sign(by));
}

/** Suspects, the one whose one more brings most first; those that could not be run last. */
function byGain(base: Version, tried: readonly Suspect[], by: Yardstick): readonly Suspect[] {
  const gain = (suspect: Suspect) => (suspect.more.stopped ? Number.NEGATIVE_INFINITY : mean(gains(base, suspect, by)));
  return [...tried].sort((a, b) => gain(b) - gain(a) || 0);
}

/** How much more the one brings than the other, by replication, as far as both were run. */
function lead(base: Version, first: Suspect, other: Suspect, by: Yardstick): readonly number[] {
  const both = Math.min(first.more.replications, other.more.replications);
  return differences(gains(base, other, by).slice(0, both), gains(base, first, by).slice(0, both));
}

/** The suspects that more replications might tell apart. */
function undecided(base: Version, tried: readonly Suspect[], by: Yardstick): readonly Suspect[] {
  const [first, ...others] = byGain(base, tried, by);
  if (first === undefined || first.more.stopped) return [];
  const little = LITTLE * Math.abs(mean(base.of(by)));
  const open = (figures: readonly number[]) => shown(figures, DOUBLINGS + 1) === 0 && couldMatter(figures, little);
  const rivals = others.filter((other) => !other.more.stopped && open(lead(base, first, other, by)));
  return rivals.length > 0 || open(gains(base, first, by)) ? [first, ...rivals] : [];
}

function couldMatter(figures: readonly number[], little: number): boolean {
  const { ci95 } = change(
    figures.map(() => 0),
    figures,
  );
  return Math.max(Math.abs(ci95[0]), Math.abs(ci95[1])) > little;
}

function ranked(results: Results, base: Version, tried: readonly Suspect[], by: Yardstick): readonly Bottleneck[] {
  const order = byGain(base, tried, by);
  const [first, ...others] = order;
  const looks = DOUBLINGS + 1;
  const proven =
    first !== undefined &&
    !first.more.stopped &&
    shown(gains(base, first, by), looks) > 0 &&
    others.every((other) => other.more.stopped || shown(lead(base, first, other, by), looks) > 0);
  const told = order.map((suspect): Bottleneck => {
    const { bottleneck, more } = suspect;
    if (more.stopped) return bottleneck;
    const of = (yardstick: Yardstick) => change(base.of(yardstick, more.replications), more.of(yardstick));
    const ifOneMore = { cycleTime: of(CYCLE_TIME), throughputPerHour: of(THROUGHPUT) };
    const isProven = proven && suspect === first;
    const words = oneMoreWords(bottleneck, ifOneMore, {
      by,
      shown: shown(gains(base, suspect, by), looks),
      proven: isProven,
      replications: more.replications,
    });
    return { ...bottleneck, ifOneMore, proven: isProven, why: `${bottleneck.why} ${words}` };
  });
  const rest = results.bottlenecks.filter((bottleneck) => !tried.some((suspect) => suspect.bottleneck === bottleneck));
  return [...told, ...rest].map((bottleneck, i) => ({ ...bottleneck, rank: i + 1 }));
}
