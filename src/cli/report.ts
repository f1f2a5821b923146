import { capacityWords } from "../analyse/capacity-words.ts";
import { END_COLUMNS, endRows, STEP_COLUMNS, stepRows, TEAM_COLUMNS, teamRows } from "../analyse/columns.ts";
import { type Column, cellOf, headOf, scaled, type TableRow } from "../analyse/figures.ts";
import { FUNNEL_COLUMNS, funnelRows, groupColumns, groupRows } from "../analyse/group-columns.ts";
import { improvementWords } from "../analyse/improvement-words.ts";
import { noBottleneckWords } from "../analyse/proven-words.ts";
import type { Results, Stat } from "../analyse/results.ts";
import { SYSTEM_COLUMNS, systemRows } from "../analyse/system-columns.ts";
import { auditWords, FATES, runWords, withMargin } from "../analyse/words.ts";
import { duration, percent } from "../model/format.ts";
import type { Process } from "../model/process.ts";
import { nameOf } from "../model/words.ts";
import { printable } from "./printable.ts";
import { table } from "./table.ts";
import type { Paint } from "./terminal.ts";

/** The results of a run for people to read: what is short first, then the figures that say so. */
export function report(process: Process, results: Results, paint: Paint): string {
  const figures = <Row>(head: string, columns: readonly Column<Row>[], rows: readonly TableRow<Row>[], detail = "") =>
    section(`${head}s`, figureTable(head, columns, rows, detail, process.currency), paint);
  return [
    ...bottlenecks(results, paint),
    "",
    ...run(process, results),
    ...(results.capacity ? capacityWords(process, results.capacity).map(({ words }) => printable(words)) : []),
    ...section("What would help", improvements(results, process.currency), paint),
    ...figures("Step", inTerminal(STEP_COLUMNS), stepRows(process, results), "Team"),
    ...figures("Team", TEAM_COLUMNS, teamRows(process, results)),
    ...figures("System", SYSTEM_COLUMNS, systemRows(process, results)),
    ...figures("Stage", FUNNEL_COLUMNS, funnelRows(process, results)),
    ...figures("End", END_COLUMNS, endRows(process, results), "Outcome"),
    ...split(process, results, paint),
    ...section("Targets", targets(process, results), paint),
    ...section("Records in each replication", records(results), paint),
    ...section("Audit", audit(results), paint),
    "",
  ].join("\n");
}

/** The figures by the field that they were split by, if they were. */
function split(process: Process, results: Results, paint: Paint): readonly string[] {
  if (results.by === undefined) return [];
  const field = nameOf(process, results.by.field);
  const columns = groupColumns(process, results);
  return section(`By ${field}`, figureTable(field, columns, groupRows(results), "", process.currency), paint);
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ["", paint.bold(title), ...lines.map((line) => `  ${line}`)];
}

function bottlenecks(results: Results, paint: Paint): string[] {
  const [first, ...others] = results.bottlenecks;
  if (!first) return [paint.bold(noBottleneckWords(results))];
  const rest = others.map(({ rank, why }) => `  ${rank}. ${printable(why)}`);
  return [paint.bold(`Bottleneck: ${printable(first.why)}`), ...(rest.length === 0 ? [] : ["After it:", ...rest])];
}

function run(process: Process, results: Results): string[] {
  const { replications, seed, simulatedMinutes, cycleTime, throughputPerHour, precision } = results;
  const runs = replications === 1 ? "1 replication" : `${replications} replications`;
  const missed =
    precision && precision.reached > precision.wanted
      ? [
          `That is within ${percent(precision.reached)}, not the ${percent(precision.wanted)} asked for: make the runs longer.`,
        ]
      : [];
  return [
    `${printable(process.name)}: ${runs} of ${duration(simulatedMinutes)} each, seed ${seed}.`,
    `From arrival to end: ${withMargin(cycleTime, "time")}${quantiles(cycleTime)}.`,
    ...missed,
    `Finished per hour: ${withMargin(throughputPerHour, "number")}. Behind each ± is half of the 95 % interval.`,
    ...runWords(results, process.currency).map(printable),
  ];
}

function quantiles({ p50, p90, p99 }: Stat): string {
  if (p50 === undefined || p90 === undefined || p99 === undefined) return "";
  return `; half within ${duration(p50)}, 9 of 10 within ${duration(p90)}, 99 of 100 within ${duration(p99)}`;
}

function improvements(results: Results, currency?: string): readonly string[] {
  return (results.improvements ?? []).map(
    (each) => `${each.rank}. ${printable(improvementWords(each, results, currency))}`,
  );
}

/** A terminal has less room than a page that scrolls sideways. */
function inTerminal<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  return columns.filter(({ key }) => key !== "wait50" && key !== "perRecord");
}

function figureTable<Row>(
  head: string,
  columns: readonly Column<Row>[],
  rows: readonly TableRow<Row>[],
  detail: string,
  currency: string | undefined,
): readonly string[] {
  const shown = scaled(columns, rows, currency);
  return table(
    [{ name: head }, { name: detail }, ...shown.map((column) => ({ name: headOf(column), right: true }))],
    rows.map(({ name, detail: words = "", row }) => [name, words, ...shown.map((column) => cellOf(column, row).mean)]),
  );
}

function targets(process: Process, { targets: reached }: Results): readonly string[] {
  return table(
    [
      { name: "Target" },
      { name: "Within", right: true },
      { name: "Reached", right: true },
      { name: "Time", right: true },
    ],
    process.targets.flatMap(({ id, name, within }) => {
      const target = reached[id];
      if (target === undefined) return [];
      return [[name, `${within.value} ${within.unit}`, percent(target.within.mean), duration(target.time.mean)]];
    }),
  );
}

function records(results: Results): readonly string[] {
  const fates = Object.keys(FATES) as (keyof typeof FATES)[];
  return fates.map((fate) => `${FATES[fate].padEnd(16)}${withMargin(results.records[fate], "number")}`);
}

function audit(results: Results): readonly string[] {
  return auditWords(results).map(({ fine, words }) => `${fine ? "✓" : "✗"} ${words}`);
}
