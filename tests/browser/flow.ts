import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { json } from "../../src/io/json.ts";
import type { Process } from "../../src/model/process.ts";
import { about, decision, end, flow, paths, processOf, start, step } from "../builders.ts";
import { type Editor, rested } from "./editor.ts";

/**
 * A process that runs in no time and has something for every tab of the results: a team that is short, one that is not,
 * a rule, stages, a target, prices, a scenario.
 */
export const SMALL: Process = processOf({
  name: "Small",
  currency: "EUR",
  departments: [{ id: "sales", name: "Sales" }],
  teams: [
    { id: "callers", name: "Callers", department: "sales", people: 1, costPerHour: 30 },
    { id: "closers", name: "Closers", department: "sales", people: 2, costPerHour: 60 },
  ],
  systems: [{ id: "crm", name: "CRM", kind: "crm", capacity: 5 }],
  fields: [
    { id: "value", name: "Deal value", type: "number", sample: { dist: "uniform", min: 0, max: 1000 } },
    { id: "hot", name: "Hot", type: "boolean", share: 0.5 },
  ],
  stages: [
    { id: "lead", name: "Lead" },
    { id: "deal", name: "Deal" },
  ],
  targets: [{ id: "speed", name: "Speed to lead", from: "in", to: "call", within: { value: 30, unit: "min" } }],
  nodes: [
    start("in", { name: "New lead", arrivals: { every: about(10) }, department: "sales", x: 0, y: 40 }),
    step("call", {
      name: "Call",
      work: about(8),
      team: "callers",
      systems: ["crm"],
      department: "sales",
      stage: "lead",
      x: 200,
      y: 40,
    }),
    decision("worth", { name: "Worth it?", department: "sales", x: 440, y: 30 }),
    step("close", {
      name: "Close",
      work: about(9),
      team: "closers",
      department: "sales",
      stage: "deal",
      x: 680,
      y: 40,
    }),
    end("won", { name: "Won", outcome: "success", value: "value", department: "sales", x: 920, y: 40 }),
    end("lost", { name: "Lost", outcome: "failure", department: "sales", x: 680, y: 180 }),
  ],
  flows: [
    ...paths("in > call > worth", "close > won"),
    flow("worth", "close", { when: { field: "value", is: ">=", to: 400 }, label: "Yes" }),
    flow("worth", "lost", { otherwise: true, label: "No" }),
  ],
  simulation: { stop: { records: 600 }, warmUp: "none", replications: 4, seed: 5 },
  scenarios: [{ id: "hire", name: "One more caller", changes: [{ set: "teams/callers/people", to: 2 }] }],
});

/** Opens a process as a person does, and waits until it is drawn. */
export async function openProcess(editor: Editor, process: Process): Promise<void> {
  await editor.openFile(`${process.name}.process.json`, json.write(process));
  // What was open before may have a node of the same id, so the name tells first.
  await expect(editor.page.getByRole("textbox", { name: "Name of the process" })).toHaveValue(process.name);
  await expect(editor.node(process.nodes.at(-1)!.id)).toBeAttached();
}

/** Runs what is open, and waits until its bottlenecks are proven. */
export async function runProven(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Proven:")).toBeVisible();
}

/** Looks with axe at a part of the page, in light colours and in dark ones: it must find nothing. */
export async function expectAccessible(page: Page, part = "main"): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await rested(page);
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    const found = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join("\n")}`,
    );
    expect(found, `in ${colorScheme} colours`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}
