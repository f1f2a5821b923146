import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { rested, test } from "./editor.ts";

const SEEDS = readFileSync("tests/io/seeds/process-tables.txt", "utf8");

/** Pastes a text where the focus is, as the browser does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test("a table pasted onto a blank drawing is a process with its data flow, in one undo step", async ({ editor }) => {
  const { page } = editor;
  await page.keyboard.press("Alt+Shift+n");
  await expect(page.getByText("Draw a process")).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await paste(page, "Process Step | Inputs | Outputs |\n---|---|---|\nPlan | Goals | Plan\nWrite | Plan | Text\n");
  await expect(page.locator(".react-flow__node")).toHaveCount(4);
  const { nodes, flows, data } = await editor.saved();
  expect(nodes.filter(({ kind }) => kind === "step").map(({ name }) => name)).toEqual(["Plan", "Write"]);
  expect(flows).toHaveLength(3);
  expect(data.map(({ name }) => name)).toEqual(["Goals", "Plan", "Text"]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator(".react-flow__node")).toHaveCount(0);
});

test("is typed into by keys alone, in step with the drawing, and undone", async ({ editor }) => {
  const { page } = editor;
  await page.keyboard.press("Alt+2");
  const grid = page.getByRole("grid", { name: "Steps" });
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("First contact");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Field sales");
  await expect(page.getByRole("status").filter({ hasText: "New: department “Field sales”" })).toBeVisible();
  await page.keyboard.press("Enter");
  const process = await editor.saved();
  const node = process.nodes.find(({ name }) => name === "First contact")!;
  const made = process.departments.find(({ name }) => name === "Field sales")!;
  expect(node.department).toBe(made.id);
  await expect(editor.node(node.id)).toContainText("First contact");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  expect((await editor.saved()).nodes.some(({ name }) => name === "First contact")).toBe(false);
});

test("a thousand rows are gone through, found at the other end and typed into", async ({ editor }) => {
  const { page } = editor;
  const nodes = Array.from({ length: 1000 }, (_, i) => ({
    id: `n${i}`,
    kind: "step",
    name: `Step ${i}`,
    x: i * 200,
    y: 40,
  }));
  const flows = nodes.slice(1).map(({ id }, i) => ({ id: `f${i}`, from: `n${i}`, to: id }));
  await page.keyboard.press("Alt+3");
  await editor.openFile(
    "many.process.json",
    JSON.stringify({ format: "throughline", version: 1, name: "Many", nodes, flows }),
  );
  await expect(page.getByRole("textbox", { name: "Name of the process" })).toHaveValue("Many");
  const grid = page.getByRole("grid", { name: "Steps" });
  await expect(grid).toHaveAttribute("aria-rowcount", "1002");
  // Only what is in sight is drawn.
  expect(await page.getByRole("row").count()).toBeLessThan(80);
  await grid.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Home");
  await expect(page.getByRole("gridcell", { name: "Step 999", exact: true }).last()).toBeInViewport();
  await page.keyboard.type("The last step");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Home");
  await expect(page.getByRole("gridcell", { name: "Step 0", exact: true })).toBeInViewport();
  const saved = await editor.saved();
  expect(saved.nodes.at(-1)?.name).toBe("The last step");
  expect(saved.nodes.map(({ x }) => x)).toEqual(nodes.map(({ x }) => x));
});

test("refuses what cannot be read with a sentence at the cell, and Escape brings back what was there", async ({
  editor,
}) => {
  const { page } = editor;
  await page.keyboard.press("Alt+3");
  const cell = page.getByRole("row").nth(2).getByRole("gridcell").nth(8);
  const before = await cell.textContent();
  await cell.click();
  await page.keyboard.type("a while");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "“a while” is no time." })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cell).toHaveText(before ?? "");
});

test("selects on the drawing what is selected in it, and the other way round", async ({ editor }) => {
  const { page } = editor;
  await page.keyboard.press("Alt+2");
  await page.getByRole("gridcell", { name: "Order Processing", exact: true }).first().click();
  await expect(page.locator(".react-flow__node.selected")).toHaveText(/Order Processing/);
});

for (const [name, heading, count] of [
  ["SFA", "Sales Force Automation", 6],
  ["MA", "Marketing Automation", 5],
] as const) {
  test(`makes a connected process of the seeds' ${name} table, pasted as it stands`, async ({ editor }) => {
    const { page } = editor;
    const from = SEEDS.indexOf("Process Step", SEEDS.indexOf(heading));
    const table = SEEDS.slice(from)
      .split("\n")
      .slice(0, count + 2)
      .join("\n");
    await page.keyboard.press("Alt+Shift+n");
    await expect(page.getByText("Draw a process")).toBeVisible();
    await page.keyboard.press("Alt+3");
    await page.getByRole("grid").focus();
    await paste(page, table);
    await expect(
      page
        .getByRole("gridcell", { name: "Reporting and Analytics" })
        .or(page.getByRole("gridcell", { name: "Customer Service" }))
        .first(),
    ).toBeVisible();
    await page.keyboard.press("Alt+1");
    await expect(page.locator(".react-flow__node").first()).toBeVisible();
    const process = await editor.saved();
    const steps = process.nodes.filter((node) => node.kind === "step");
    expect(steps).toHaveLength(count);
    expect(steps.every((step) => (step.inputs?.length ?? 0) > 0 && (step.outputs?.length ?? 0) > 0)).toBe(true);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByRole("region", { name: "Results" })).toBeVisible();
  });
}

test("copies a range so that it pastes elsewhere", async ({ editor }) => {
  const { page } = editor;
  await page.keyboard.press("Alt+3");
  const grid = page.getByRole("grid");
  await grid.focus();
  for (const key of ["ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown"])
    await page.keyboard.press(key);
  const copied = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }),
    );
    return clipboardData.getData("text/plain");
  });
  expect(copied).toBe("Lead Generation\tStep\tMarketing\nLead Qualification\tStep\tSales");
});

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });
    test("axe finds nothing in the table, nor in a cell that is typed into", async ({ editor }) => {
      const { page } = editor;
      await page.keyboard.press("Alt+3");
      await page.getByRole("grid").focus();
      await rested(page);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.keyboard.press("F2");
      await expect(page.getByRole("combobox", { name: /^Step of/ })).toBeVisible();
      await rested(page);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}
