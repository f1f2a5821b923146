import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { comparedRows } from "../../src/analyse/comparison-table.ts";
import { improvementWords } from "../../src/analyse/improvement-words.ts";
import { compare } from "../../src/experiment/compare.ts";
import { run } from "../../src/experiment/run.ts";
import { scenarioView } from "../../src/model/scenario.ts";
import { changeWords } from "../../src/model/scenario-words.ts";
import { test } from "./editor.ts";
import { expectAccessible, openProcess, runProven, SMALL } from "./flow.ts";

test("tries out what would help, makes scenarios of it and of edits, compares them, and reports", async ({
  editor,
  context,
}, info) => {
  const { page } = editor;
  await openProcess(editor, SMALL);
  await runProven(page);
  const tab = (name: string) => page.getByRole("tab", { name, exact: true }).click();

  await tab("Improvements");
  await page.getByRole("button", { name: "Try out what would help" }).click();
  const [found, proven] = [run(SMALL, { improve: true }), run(SMALL, { prove: true })];
  if (!found.ok || !proven.ok) throw new Error(JSON.stringify([found.problems, proven.problems]));
  const [best] = found.value.improvements!;
  const first = page
    .getByRole("list", { name: "What would help, the most helpful first" })
    .getByRole("listitem")
    .first();
  await expect(first).toContainText(best!.title);
  const words = improvementWords(best!, found.value, "EUR").slice(best!.title.length + 3);
  await expect(first).toContainText(words);
  await expectAccessible(page);
  await first.getByRole("button", { name: /^Make a scenario/ }).click();
  const list = page.getByRole("list", { name: "Scenarios" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list).toContainText(best!.title);

  // While working on a scenario, edits go into it and are marked; the process itself stays as it is.
  await expect(list.getByRole("button", { name: `Stop working on ${best!.title}` })).toBeVisible();
  await editor.node("close").dblclick();
  await page.getByRole("textbox", { name: "Name of the step" }).fill("Close it");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Working on a scenario" })).toContainText("Close it");
  await expect(page.locator(".changed-mark").first()).toBeVisible();
  await page.getByRole("button", { name: "Back to the process" }).click();
  await expect(editor.node("close")).not.toContainText("Close it");

  // What is edited in the process itself since the run becomes a scenario, and the process is as it was run.
  await editor.node("call").dblclick();
  await page.getByRole("textbox", { name: "Name of the step" }).fill("Call at once");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Make one of my edits since the run" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await page.getByRole("button", { name: "Back to the process" }).click();
  await expect(editor.node("call")).not.toContainText("at once");

  await page.getByRole("button", { name: "Compare with the process" }).click();
  const table = page.getByRole("region", { name: "Comparison, as a table" });
  const rows = table.getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  const process = await editor.saved();
  expect(process.scenarios.map(({ name }) => name)).toEqual(["One more caller", best!.title, expect.any(String)]);
  const compared = compare(process);
  if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
  const [hire] = compared.value.scenarios;
  for (const [i, row] of comparedRows(compared.value, hire!, "EUR").entries()) {
    const cells = await rows
      .nth(i + 1)
      .locator("td")
      .allTextContents();
    expect(cells[0]).toBe(row.base);
    expect(cells[1]?.replace(/\s+/g, " ").trim()).toBe(`${row.value} (${row.change}) ${row.verdict}`);
  }
  expect(hire!.measures.cycleTime?.verdict).toBe("better");
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a report" }).click();
  const file = info.outputPath("report.html");
  await (await download).saveAs(file);
  const report = await context.newPage();
  const wrong: string[] = [];
  report.on("console", (message) => wrong.push(message.text()));
  report.on("pageerror", (error) => wrong.push(error.message));
  report.on("request", (request) => {
    if (!request.url().startsWith("file:")) wrong.push(request.url());
  });
  await report.goto(`file://${file}`);
  await expect(report.getByRole("heading", { level: 1 })).toContainText(process.name);
  for (const words of [proven.value.bottlenecks[0]!.why, "One more caller", `${SMALL.simulation!.seed}`])
    await expect(report.locator("body")).toContainText(words);
  // What the scenarios that were made since the run change is told as well.
  const added = process.scenarios[1]!;
  for (const change of added.changes) {
    const { about, what } = changeWords(process, scenarioView(process, added), change);
    await expect(report.locator("body")).toContainText(`${about}: ${what}.`);
  }
  expect(await report.locator("script").count()).toBe(0);
  const { violations } = await new AxeBuilder({ page: report }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(wrong).toEqual([]);
});
