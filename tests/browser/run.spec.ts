import { expect } from "@playwright/test";
import { run } from "../../src/experiment/run.ts";
import { json } from "../../src/io/json.ts";
import { nameOf } from "../../src/model/words.ts";
import { EXAMPLE, processIn, test } from "./editor.ts";

const example = processIn(EXAMPLE);
const expected = run(example, {});
const results = expected.ok ? expected.value : undefined;

test("shows the bottleneck after a click on Run, and selects its step on a click on its row", async ({ editor }) => {
  const { page } = editor;
  const worst = results?.bottlenecks[0];
  await page.getByRole("button", { name: "Run", exact: true }).first().click();
  const row = page
    .getByRole("list", { name: /^Bottlenecks/ })
    .getByRole("button")
    .first();
  await expect(row).toContainText(nameOf(example, worst?.team ?? worst?.step ?? ""));
  await expect(row).toContainText(worst?.why ?? "");
  await row.click();
  for (const id of worst?.steps ?? []) await expect(editor.node(id)).toHaveClass(/selected/);
});

test("finds in the browser what Node finds, to the byte", async ({ editor }) => {
  const { page } = editor;
  await page.evaluate(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        this.addEventListener("message", ({ data }) => {
          if (data?.kind === "ended") document.documentElement.dataset.results = JSON.stringify(data.result.value);
        });
      }
    };
  });
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator("html")).toHaveAttribute("data-results", JSON.stringify(results));
});

test("cancels a long run, and can be worked with while it lasts", async ({ editor }) => {
  const { page } = editor;
  const long = { ...example, simulation: { stop: { records: 1_000_000 }, replications: 100, seed: 1 } };
  await editor.openFile("long.process.json", json.write(long));
  await page.getByRole("button", { name: "Run", exact: true }).first().click();
  const progress = page.getByRole("progressbar", { name: "Progress of the run" });
  await expect(progress).toBeVisible();

  const step = example.nodes.find(({ kind }) => kind === "step")!;
  await editor.node(step.id).dblclick();
  await page.getByRole("textbox", { name: "Name of the step" }).fill("Renamed meanwhile");
  await page.keyboard.press("Enter");
  await expect(editor.node(step.id)).toContainText("Renamed");
  await expect(progress).toBeVisible();

  await page.getByRole("button", { name: "Cancel" }).first().click();
  await expect(progress).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Run", exact: true }).first()).toBeEnabled();
});

test("says what is wrong instead of running a process with errors, and jumps to it", async ({ editor }) => {
  const { page } = editor;
  const step = example.nodes.find(({ kind }) => kind === "step")!;
  const broken = { ...example, flows: example.flows.filter(({ from }) => from !== step.id) };
  await editor.openFile("broken.process.json", json.write(broken));
  await page.keyboard.press("ControlOrMeta+Enter");
  const problems = page.getByRole("region", { name: "Problems" });
  await expect(problems).toContainText("before it can run");
  await problems
    .getByRole("button", { name: new RegExp(step.name) })
    .first()
    .click();
  await expect(editor.node(step.id)).toHaveClass(/selected/);
});
