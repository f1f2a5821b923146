import { expect } from "@playwright/test";
import { run } from "../../src/experiment/run.ts";
import { json } from "../../src/io/json.ts";
import type { Distribution, DistributionKind } from "../../src/model/distribution.ts";
import { nameOf } from "../../src/model/words.ts";
import { end, paths, processOf, start, step } from "../builders.ts";
import { EXAMPLE, processIn, test } from "./editor.ts";

const example = processIn(EXAMPLE);
const expected = run(example, { prove: true });
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

/** One of each distribution, with parameters that lead into all of its branches. */
const SPREADS: Readonly<Record<DistributionKind, Distribution>> = {
  constant: { dist: "constant", value: 3, unit: "min" },
  exponential: { dist: "exponential", mean: 4, unit: "min" },
  uniform: { dist: "uniform", min: 1, max: 5, unit: "min" },
  triangular: { dist: "triangular", min: 1, mode: 2, max: 6, unit: "min" },
  pert: { dist: "pert", min: 1, mode: 2, max: 9, unit: "min" },
  normal: { dist: "normal", mean: 4, sd: 3, unit: "min" },
  lognormal: { dist: "lognormal", mean: 4, sd: 6, unit: "min" },
  gamma: { dist: "gamma", mean: 4, sd: 7, unit: "min" },
  erlang: { dist: "erlang", k: 20, mean: 4, unit: "min" },
  weibull: { dist: "weibull", shape: 0.7, scale: 4, unit: "min" },
  beta: { dist: "beta", min: 1, max: 7, alpha: 0.5, beta: 2.5, unit: "min" },
  hyperexponential: { dist: "hyperexponential", share: [0.9, 0.1], mean: [1, 30], unit: "min" },
  empirical: { dist: "empirical", values: [1, 2, 30], weights: [3, 2, 1], unit: "min" },
  mixture: {
    dist: "mixture",
    parts: [
      { weight: 1, of: { dist: "lognormal", mean: 2, sd: 1 } },
      { weight: 2, of: { dist: "gamma", mean: 6, sd: 2 } },
    ],
    unit: "min",
  },
};

const kinds = Object.keys(SPREADS) as DistributionKind[];
const everySpread = processOf({
  nodes: [start("in"), ...kinds.map((kind) => step(kind, { work: SPREADS[kind], slots: 1 })), end("out")],
  flows: paths(["in", ...kinds, "out"].join(" > ")),
  simulation: { stop: { records: 5000 }, replications: 4, seed: 7 },
});

for (const [what, process] of [
  ["the example", example],
  ["every distribution", everySpread],
] as const) {
  test(`finds in the browser what Node finds, to the byte: ${what}`, async ({ editor }) => {
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
    const inNode = run(process, { prove: true });
    expect(inNode.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    await editor.openFile("run.process.json", json.write(process));
    await expect(editor.node(process.nodes.at(-1)!.id)).toBeAttached();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.locator("html")).toHaveAttribute("data-results", JSON.stringify(inNode.ok && inNode.value));
  });
}

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
  const [cut] = example.flows.filter(({ from }) => from === step.id);
  await expect(editor.flow(cut!.id)).toHaveCount(1);
  await editor.openFile("broken.process.json", json.write(broken));
  await expect(editor.flow(cut!.id)).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Enter");
  const problems = page.getByRole("region", { name: "Problems" });
  await expect(problems).toContainText("before it can run");
  await problems
    .getByRole("button", { name: new RegExp(step.name) })
    .first()
    .click();
  await expect(editor.node(step.id)).toHaveClass(/selected/);
});
