import { expect, type Page } from "@playwright/test";
import { causesChart } from "../../src/analyse/charts/causes.ts";
import { chartTable } from "../../src/analyse/charts/chart-table.ts";
import { courseCharts } from "../../src/analyse/charts/courses.ts";
import { cycleTimeChart } from "../../src/analyse/charts/cycle-time.ts";
import { moneyCharts } from "../../src/analyse/charts/money.ts";
import { rowLine } from "../../src/analyse/charts/row-words.ts";
import {
  END_COLUMNS,
  endRows,
  FLOW_COLUMNS,
  flowRows,
  STEP_COLUMNS,
  stepRows,
  TEAM_COLUMNS,
  teamRows,
} from "../../src/analyse/columns.ts";
import { type Column, cellOf, scaled, type TableRow } from "../../src/analyse/figures.ts";
import { FUNNEL_COLUMNS, funnelRows, groupColumns, groupRows } from "../../src/analyse/group-columns.ts";
import { SYSTEM_COLUMNS, systemRows } from "../../src/analyse/system-columns.ts";
import { TARGET_COLUMNS, targetRows } from "../../src/analyse/target-columns.ts";
import { withMargin } from "../../src/analyse/words.ts";
import { run } from "../../src/experiment/run.ts";
import type { Process } from "../../src/model/process.ts";
import { EXAMPLE, processIn, test } from "./editor.ts";
import { expectAccessible, openProcess, runProven, SMALL } from "./flow.ts";

const example = processIn(EXAMPLE);
/** Shifts of three kinds, prices of people and of steps, a system with few users, what a deal is worth. */
const PRICED = "examples/financial-services.process.json";

const options = { seed: 7, replications: 6, records: 2000 };

/** What `simulate FILE --json` prints, with the same options. */
function expected() {
  const found = run(example, options);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true }).click();

async function rowsOf(page: Page, name: string | RegExp): Promise<readonly (readonly string[])[]> {
  const rows = page.getByRole("region", { name, exact: true }).first().getByRole("row");
  const texts = await rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll("td")].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()),
    ),
  );
  return texts.slice(1);
}

const cells = <Row>(columns: readonly Column<Row>[], rows: readonly TableRow<Row>[]) => figures(example, columns, rows);

function figures<Row>({ currency }: Process, columns: readonly Column<Row>[], rows: readonly TableRow<Row>[]) {
  const shown = scaled(columns, rows, currency);
  return rows.map(({ row }) =>
    shown.map((column) => {
      const { mean, half } = cellOf(column, row);
      return half === undefined ? mean : `${mean} ± ${half}`;
    }),
  );
}

test("runs with what was chosen, and shows the figures of `simulate --json` with the same options", async ({
  editor,
}) => {
  const { page } = editor;
  const results = expected();
  await page.getByRole("button", { name: "Settings of the run" }).click();
  const settings = page.getByRole("region", { name: "Settings of the run" });
  await settings.getByLabel("Seed").fill("7");
  await settings.getByLabel("Records").fill("2000");
  await settings.getByLabel("Replications").fill("6");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Enter");

  await tab(page, "Steps");
  await expect.poll(() => rowsOf(page, "Steps, as a table")).toEqual(cells(STEP_COLUMNS, stepRows(example, results)));
  const causes = causesChart(example, results)!;
  const figure = page.getByRole("figure", { name: causes.title });
  await expect(figure).toContainText(causes.message);
  await figure.getByRole("button", { name: "Show the table" }).click();
  await expect
    .poll(() => rowsOf(page, `${causes.title}, as a table`))
    .toEqual(chartTable(causes).rows.map(([, ...rest]) => rest));

  await tab(page, "Times");
  const times = cycleTimeChart(example, results)!;
  await expect(page.getByRole("figure", { name: times.title })).toContainText(times.message);
  await tab(page, "Over time");
  for (const chart of courseCharts(example, results))
    await expect(page.getByRole("figure", { name: chart.title })).toContainText(chart.message);
  await tab(page, "Run");
  await expect(page.getByRole("tabpanel", { name: "Run", exact: true })).toContainText(
    withMargin(results.cycleTime, "time"),
  );
  await expect(page.getByRole("tabpanel", { name: "Run", exact: true })).toContainText("Seed7");
});

test("shows the same figures for a process of shifts, prices and systems", async ({ editor }) => {
  const { page } = editor;
  const process = { ...processIn(PRICED), simulation: { stop: { records: 600 }, replications: 3, seed: 9 } };
  const found = run(process, {});
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const results = found.value;
  await openProcess(editor, process);
  await page.keyboard.press("ControlOrMeta+Enter");
  await tab(page, "Steps");
  await expect
    .poll(() => rowsOf(page, "Steps, as a table"))
    .toEqual(figures(process, STEP_COLUMNS, stepRows(process, results)));
  await tab(page, "Teams");
  await expect
    .poll(() => rowsOf(page, "Teams, as a table"))
    .toEqual(figures(process, TEAM_COLUMNS, teamRows(process, results)));
  await tab(page, "Money");
  const charts = moneyCharts(process, results);
  expect(charts.length).toBeGreaterThan(0);
  for (const chart of charts)
    await expect(page.getByRole("figure", { name: chart.title })).toContainText(chart.message);
  await tab(page, "Times");
  const times = cycleTimeChart(process, results)!;
  await expect(page.getByRole("figure", { name: times.title })).toContainText(times.message);
  // The arrow keys go along the chart, and each column is told with what simulate found.
  const slider = page.getByRole("slider", { name: `Figures of “${times.title}”` });
  await slider.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", rowLine(times, 1));
});

test("splits the records by a field, as `simulate --by` does", async ({ editor }) => {
  const { page } = editor;
  const found = run(SMALL, { by: "hot" });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  await openProcess(editor, SMALL);
  await runProven(page);
  await tab(page, "Split");
  await page.getByPlaceholder("Choose a field").click();
  await page.getByRole("option", { name: "Hot", exact: true }).click();
  await expect(page.getByRole("region", { name: "By Hot, as a table" })).toBeVisible();
  await expect
    .poll(() => rowsOf(page, "By Hot, as a table"))
    .toEqual(figures(SMALL, groupColumns(SMALL, found.value), groupRows(found.value)));
});

test("takes a chart along as a picture and as a table", async ({ editor, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page } = editor;
  await page.keyboard.press("ControlOrMeta+Enter");
  await tab(page, "Times");
  const figure = page.getByRole("figure", { name: "Time from arrival to end" });
  await figure.getByRole("button", { name: "Copy table" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^Time from, (min|h|d|wk)\tRecords, %\n0\t/);
  await figure.getByRole("button", { name: "Copy picture" }).click();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)))
    .toContain("image/png");
});

test("shows in every tab what `simulate --json` prints, accessible in light and dark", async ({ editor }) => {
  const { page } = editor;
  const found = run(SMALL, { prove: true });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const results = found.value;
  await openProcess(editor, SMALL);
  await runProven(page);
  await expectAccessible(page);
  const of = <Row>(columns: readonly Column<Row>[], rows: readonly TableRow<Row>[]) => figures(SMALL, columns, rows);
  const tables: Readonly<Record<string, Readonly<Record<string, readonly (readonly string[])[]>>>> = {
    Steps: { Steps: of(STEP_COLUMNS, stepRows(SMALL, results)) },
    Teams: {
      Teams: of(TEAM_COLUMNS, teamRows(SMALL, results)),
      Systems: of(SYSTEM_COLUMNS, systemRows(SMALL, results)),
    },
    Funnel: {
      Stages: of(FUNNEL_COLUMNS, funnelRows(SMALL, results)),
      Ends: of(END_COLUMNS, endRows(SMALL, results)),
      Flows: of(FLOW_COLUMNS, flowRows(SMALL, results)),
    },
    Times: { Targets: of(TARGET_COLUMNS, targetRows(SMALL, results)) },
    "Over time": {},
    Money: {},
    Split: {},
    Run: {},
  };
  for (const [name, expected] of Object.entries(tables)) {
    await tab(page, name);
    for (const [title, rows] of Object.entries(expected)) {
      await expect(page.getByRole("region", { name: `${title}, as a table` })).toBeVisible();
      await expect.poll(() => rowsOf(page, `${title}, as a table`)).toEqual(rows);
    }
    await expectAccessible(page);
  }
  // The charts over time with how sure they are, in the table behind them too.
  await tab(page, "Over time");
  const inside = page.getByRole("figure", { name: "Work in progress" });
  await expect(inside.locator("path[fill-opacity]").first()).toBeAttached();
  await inside.getByRole("button", { name: "Show the table" }).click();
  await expect(inside.getByRole("columnheader", { name: "± (95 %)" })).toBeVisible();
});
