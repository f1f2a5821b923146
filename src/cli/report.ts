import type { Results, Stat } from "../analyse/results.ts";
import { duration, number, percent, time } from "../model/format.ts";
import type { Process, ProcessNode } from "../model/process.ts";
import { nameOf } from "../model/words.ts";
import { printable } from "./printable.ts";
import { type Column, table } from "./table.ts";
import type { Paint } from "./terminal.ts";

/** The results of a run for people to read: what is short first, then the figures that say so. */
export function report(process: Process, results: Results, paint: Paint): string {
  const section = (title: string, columns: readonly Column[], rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : ["", paint.bold(title), ...table(columns, rows, paint.dim).map((line) => `  ${line}`)];
  return [
    ...heading(process, results, paint),
    ...section("Steps", STEP_COLUMNS, stepRows(process, results)),
    ...section("Teams", TEAM_COLUMNS, teamRows(process, results)),
    ...section("Ends", END_COLUMNS, endRows(process, results)),
    ...section("Targets", TARGET_COLUMNS, targetRows(process, results)),
    ...section("Records", RECORD_COLUMNS, recordRows(results)),
    "",
    auditWords(results),
    "",
  ].join("\n");
}

function heading(process: Process, results: Results, paint: Paint): string[] {
  const { replications, seed, simulatedMinutes } = results;
  const runs = replications === 1 ? "1 replication" : `${replications} replications`;
  const others = results.bottlenecks.slice(1).map(({ rank, why }) => `  ${rank}. ${printable(why)}`);
  const first = results.bottlenecks[0];
  return [
    first ? paint.bold(`Bottleneck: ${printable(first.why)}`) : paint.bold("No bottleneck: nobody waits for anything."),
    ...(others.length > 0 ? ["After it:", ...others] : []),
    "",
    `${printable(process.name)}: ${runs} of ${duration(simulatedMinutes)} each, seed ${seed}.`,
    `From arrival to end: ${interval(results.cycleTime, duration)}${quantiles(results.cycleTime)}.`,
    `Finished per hour: ${interval(results.throughputPerHour, number)}.`,
  ];
}

function interval({ mean, ci95: [low, high] }: Stat, words: (value: number) => string): string {
  return `${words(mean)} (95 % interval ${words(low)} to ${words(high)})`;
}

function quantiles({ p50, p90, p99 }: Stat): string {
  if (p50 === undefined || p90 === undefined || p99 === undefined) return "";
  return `; half within ${duration(p50)}, nine of ten within ${duration(p90)}, all but 1 % within ${duration(p99)}`;
}

const STEP_COLUMNS: readonly Column[] = [
  { name: "Step" },
  { name: "Done by" },
  { name: "Visits", right: true },
  { name: "Waited", right: true },
  { name: "Wait", right: true },
  { name: "9 of 10 within", right: true },
  { name: "Work", right: true },
  { name: "In queue", right: true },
  { name: "Load", right: true },
  { name: "Share of delay", right: true },
  { name: "Within target", right: true },
  { name: "Gave up", right: true },
  { name: "Turned away", right: true },
  { name: "Cost", right: true },
];

function stepRows(process: Process, { steps }: Results): string[][] {
  return inOrder(process.nodes, steps).map(([node, step]) => [
    nameOf(process, node.id),
    node.kind === "step" && node.team !== undefined ? nameOf(process, node.team) : "",
    number(step.visits.mean),
    percent(step.waitedShare.mean),
    time(step.wait.mean),
    step.wait.p90 === undefined ? "" : time(step.wait.p90),
    time(step.work.mean),
    number(step.queueLength.mean),
    percent(step.utilisation.mean),
    percent(step.shareOfDelay.mean),
    step.withinTarget ? percent(step.withinTarget.mean) : "",
    unlessNone(step.gaveUp.mean),
    unlessNone(step.turnedAway.mean),
    cost(process, step.cost.mean),
  ]);
}

const TEAM_COLUMNS: readonly Column[] = [
  { name: "Team" },
  { name: "People", right: true },
  { name: "Busy", right: true },
  { name: "Load", right: true },
  { name: "95 % interval", right: true },
  { name: "Cost", right: true },
];

function teamRows(process: Process, { teams }: Results): string[][] {
  return inOrder(process.teams, teams).map(([{ id, people }, team]) => [
    nameOf(process, id),
    number(people),
    number(team.peopleBusy.mean),
    percent(team.utilisation.mean),
    `${percent(team.utilisation.ci95[0])} to ${percent(team.utilisation.ci95[1])}`,
    cost(process, team.cost.mean),
  ]);
}

const END_COLUMNS: readonly Column[] = [
  { name: "End" },
  { name: "Outcome" },
  { name: "Records", right: true },
  { name: "Share", right: true },
  { name: "Worth", right: true },
];

function endRows(process: Process, { ends }: Results): string[][] {
  return inOrder<ProcessNode, Results["ends"][string]>(process.nodes, ends).map(([node, end]) => [
    nameOf(process, node.id),
    node.kind === "end" ? (node.outcome ?? "") : "",
    number(end.count.mean),
    percent(end.share.mean),
    end.value ? money(process, end.value.mean) : "",
  ]);
}

const TARGET_COLUMNS: readonly Column[] = [
  { name: "Target" },
  { name: "Within", right: true },
  { name: "Reached", right: true },
  { name: "Time", right: true },
  { name: "9 of 10 within", right: true },
];

function targetRows(process: Process, { targets }: Results): string[][] {
  return inOrder(process.targets, targets).map(([{ name, within }, target]) => [
    name,
    `${within.value} ${within.unit}`,
    percent(target.within.mean),
    time(target.time.mean),
    target.time.p90 === undefined ? "" : time(target.time.p90),
  ]);
}

const RECORD_COLUMNS: readonly Column[] = [
  { name: "Each replication" },
  { name: "Mean", right: true },
  { name: "95 % interval", right: true },
];

const FATES: Readonly<Record<keyof Results["records"], string>> = {
  arrived: "Arrived",
  completed: "Reached an end",
  inProgress: "Still inside",
  turnedAway: "Turned away",
  gaveUp: "Gave up waiting",
};

function recordRows({ records }: Results): string[][] {
  return (Object.keys(FATES) as (keyof typeof FATES)[]).map((fate) => {
    const { mean, ci95 } = records[fate];
    return [FATES[fate], number(mean), `${number(ci95[0])} to ${number(ci95[1])}`];
  });
}

function auditWords({ audit: { littlesLaw, conservation } }: Results): string {
  const records = conservation
    ? "every record that came in has gone out or is still inside"
    : "records in do not equal records out and inside";
  return `Audit: ${records}; Little’s law holds at every step to within ${percent(littlesLaw.worst)}.`;
}

/** What is listed in the process and has a figure, in the order of the file. */
function inOrder<T extends { readonly id: string }, U>(
  list: readonly T[],
  figures: Readonly<Record<string, U>>,
): readonly (readonly [T, U])[] {
  return list.flatMap((each) => {
    const figure = figures[each.id];
    return figure === undefined ? [] : [[each, figure] as const];
  });
}

function unlessNone(count: number): string {
  return count === 0 ? "" : number(count);
}

function cost(process: Process, amount: number): string {
  return amount === 0 ? "" : money(process, amount);
}

function money({ currency }: Process, amount: number): string {
  return currency === undefined ? number(amount) : `${number(amount)} ${currency}`;
}
