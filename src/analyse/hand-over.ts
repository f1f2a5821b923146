import { duration, fixed, percent } from "../model/format.ts";
import type { Process } from "../model/process.ts";
import { scenarioView } from "../model/scenario.ts";
import { changeWords } from "../model/scenario-words.ts";
import { APP_VERSION } from "../model/version.ts";
import { capacityWords } from "./capacity-words.ts";
import { causesChart } from "./charts/causes.ts";
import type { Chart } from "./charts/chart.ts";
import type { PlainTable } from "./charts/chart-table.ts";
import { courseCharts } from "./charts/courses.ts";
import { cycleTimeChart } from "./charts/cycle-time.ts";
import { funnelChart } from "./charts/funnel.ts";
import { moneyCharts } from "./charts/money.ts";
import { END_COLUMNS, endRows, STEP_COLUMNS, stepRows, TEAM_COLUMNS, teamRows } from "./columns.ts";
import type { Comparison } from "./comparison.ts";
import { comparedRows } from "./comparison-table.ts";
import { type Column, cellOf, headOf, scaled, type TableRow } from "./figures.ts";
import { improvementWords } from "./improvement-words.ts";
import { noBottleneckWords } from "./proven-words.ts";
import type { Results } from "./results.ts";
import { TARGET_COLUMNS, targetRows } from "./target-columns.ts";
import { auditWords, runWords, withMargin } from "./words.ts";

/** A part of a report: a title over sentences, a table, charts. */
export interface ReportSection {
  readonly title: string;
  readonly sentences?: readonly string[];
  readonly table?: PlainTable;
  readonly charts?: readonly Chart[];
}

/** A report on a run in words, tables and charts, for a page to be made of. */
export interface HandOver {
  readonly title: string;
  /** What stands below the title. */
  readonly about: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly ReportSection[];
  /** How anybody can reproduce it. */
  readonly foot: readonly string[];
}

/**
 * Everything that a consultant hands over after a run: key figures, the bottleneck with its proof, tables, charts,
 * scenarios, and what it takes to reproduce it.
 *
 * @param comparison - With the scenarios, where they were compared.
 */
export function handOver(process: Process, results: Results, comparison?: Comparison): HandOver {
  const { currency } = process;
  const table = <Row>(nameHead: string, columns: readonly Column<Row>[], rows: readonly TableRow<Row>[]) =>
    figureTable(nameHead, columns, rows, currency);
  const charts = (...all: readonly (Chart | undefined)[]) => all.filter((chart) => chart !== undefined);
  const [worst, ...others] = results.bottlenecks;
  const sections: readonly ReportSection[] = [
    {
      title: "The bottleneck",
      sentences: [
        worst ? `${worst.proven ? "Proven by experiment: " : ""}${worst.why}` : noBottleneckWords(results),
        ...(results.capacity ? capacityWords(process, results.capacity).map(({ words }) => words) : []),
      ],
    },
    { title: "What else holds records up", sentences: others.map(({ rank, why }) => `${rank}. ${why}`) },
    {
      title: "What would help",
      sentences: (results.improvements ?? []).map(
        (each) => `${each.rank}. ${improvementWords(each, results, currency)}`,
      ),
    },
    ...scenarioSections(process, comparison),
    {
      title: "Steps",
      table: table("Step", STEP_COLUMNS, stepRows(process, results)),
      charts: charts(causesChart(process, results)),
    },
    { title: "Teams", table: table("Team", TEAM_COLUMNS, teamRows(process, results)) },
    { title: "Targets", table: table("Target", TARGET_COLUMNS, targetRows(process, results)) },
    {
      title: "Ends",
      table: table("End", END_COLUMNS, endRows(process, results)),
      charts: charts(funnelChart(process, results)),
    },
    { title: "How long it takes", charts: charts(cycleTimeChart(process, results)) },
    { title: "How it went over time", charts: courseCharts(process, results) },
    { title: "Cost and value", charts: moneyCharts(process, results) },
    {
      title: "About the run",
      sentences: [...runWords(results, currency), ...auditWords(results).map(({ words }) => words)],
    },
  ];
  return {
    title: process.name,
    about: process.description ?? "",
    facts: factsOf(results, currency),
    sections: sections.filter(
      ({ sentences = [], table: rows, charts: drawn = [] }) =>
        sentences.length > 0 || (rows?.rows.length ?? 0) > 0 || drawn.length > 0,
    ),
    foot: [
      `Simulated by Throughline ${APP_VERSION}: ${results.replications} replications of ${duration(results.simulatedMinutes)} on average, seed ${results.seed}.`,
      "The same file, seed and version give the same figures. Behind each ± is half of the 95 % interval.",
    ],
  };
}

function factsOf(
  { cycleTime, throughputPerHour, workInProgress, costPerRecord, valuePerWeek, records }: Results,
  currency?: string,
) {
  const lost = (records.gaveUp.mean + records.turnedAway.mean) / records.arrived.mean;
  return [
    { name: "From arrival to end", value: withMargin(cycleTime, "time") },
    ...(cycleTime.p90 === undefined ? [] : [{ name: "9 of 10 within", value: duration(cycleTime.p90) }]),
    { name: "Finished per hour", value: withMargin(throughputPerHour, "number") },
    ...(workInProgress ? [{ name: "Inside at a time", value: withMargin(workInProgress, "number") }] : []),
    ...(lost > 0 ? [{ name: "Gave up or turned away", value: percent(lost) }] : []),
    ...(costPerRecord ? [{ name: "Cost per record", value: withMargin(costPerRecord, "money", currency) }] : []),
    ...(valuePerWeek ? [{ name: "Value a week", value: withMargin(valuePerWeek, "money", currency) }] : []),
    { name: "Records in each replication", value: fixed(records.arrived.mean, 0) },
  ];
}

function scenarioSections(process: Process, comparison: Comparison | undefined): readonly ReportSection[] {
  if (comparison === undefined) return [];
  return comparison.scenarios.map((scenario) => ({
    title: `Scenario: ${scenario.name}`,
    sentences: changesIn(process, scenario.id),
    table: {
      heads: ["Measure", "As it is", "Then", "Change", "Verdict"],
      rows: comparedRows(comparison, scenario, process.currency).map(({ measure, base, value, change, verdict }) => [
        measure,
        base,
        value,
        change,
        verdict,
      ]),
    },
  }));
}

/** What a scenario changes, a sentence each: who reads of its effect must know what it takes. */
function changesIn(process: Process, id: string): readonly string[] {
  const scenario = process.scenarios.find((each) => each.id === id);
  if (!scenario) return [];
  const after = scenarioView(process, scenario);
  return scenario.changes.map((change) => {
    const { about, what } = changeWords(process, after, change);
    return `${about}: ${what}.`;
  });
}

function figureTable<Row>(
  nameHead: string,
  columns: readonly Column<Row>[],
  rows: readonly TableRow<Row>[],
  currency: string | undefined,
): PlainTable {
  const shown = scaled(columns, rows, currency);
  return {
    heads: [nameHead, ...shown.map(headOf)],
    rows: rows.map(({ name, detail, row }) => [
      detail === undefined ? name : `${name} (${detail})`,
      ...shown.map((column) => {
        const { mean, half } = cellOf(column, row);
        return half === undefined ? mean : `${mean} ± ${half}`;
      }),
    ]),
  };
}
