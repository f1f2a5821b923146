import { readdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { rested, test } from "./editor.ts";

const EXAMPLES = readdirSync("examples").filter((name) => name.endsWith(".process.json")).length;

async function gallery(page: Page) {
  await page.keyboard.press("Alt+n");
  const dialog = page.getByRole("dialog", { name: "New…" });
  await expect(dialog).toBeVisible();
  return dialog;
}

test("shows every example with its drawing and a sentence, and opens the one that is chosen", async ({ editor }) => {
  const { page } = editor;
  const dialog = await gallery(page);
  const cards = dialog.getByRole("listitem");
  await expect(cards).toHaveCount(EXAMPLES);
  await expect(dialog.locator("img")).toHaveCount(EXAMPLES);
  const widths = await dialog
    .locator("img")
    .evaluateAll((images) =>
      Promise.all(
        images.map((image) =>
          (image as HTMLImageElement).decode().then(() => (image as HTMLImageElement).naturalWidth),
        ),
      ),
    );
  expect(Math.min(...widths)).toBeGreaterThan(100);
  await expect(dialog.getByRole("button", { name: /^Lead flow/ })).toContainText("Leads from the website, trade shows");
  await dialog.getByRole("button", { name: /^Lead flow/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Name of the process" })).toHaveValue("Lead flow");
});

test("makes a process of a table that is pasted into it", async ({ editor }) => {
  const { page } = editor;
  const dialog = await gallery(page);
  await dialog.getByRole("button", { name: /^Paste a table/ }).click();
  await dialog.getByRole("textbox", { name: "Table" }).fill("Step,Department\nGreet,Sales\nServe,Service\n");
  await dialog.getByRole("button", { name: "Make a process of it" }).click();
  await expect(dialog).toHaveCount(0);
  const { nodes, departments } = await editor.saved();
  expect(departments.map(({ name }) => name)).toEqual(["Sales", "Service"]);
  expect(nodes.filter(({ kind }) => kind === "step").map(({ name }) => name)).toEqual(["Greet", "Serve"]);
});

test("says what is wrong with a table, and keeps what is on screen", async ({ editor }) => {
  const { page } = editor;
  const dialog = await gallery(page);
  await dialog.getByRole("button", { name: /^Paste a table/ }).click();
  await dialog.getByRole("textbox", { name: "Table" }).fill("Milk,2\nBread,1\n");
  await dialog.getByRole("button", { name: "Make a process of it" }).click();
  await expect(page.getByRole("dialog", { name: /could not be opened/ })).toContainText("Milk");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "Name of the process" })).toHaveValue("Sales force automation");
});

test("brings back what was worked on, and forgets it when asked", async ({ editor }) => {
  const { page } = editor;
  await page.getByRole("textbox", { name: "Name of the process" }).fill("Kept for later");
  await page.keyboard.press("Enter");
  await expect.poll(() => editor.kept()).toContain("Kept for later");
  let dialog = await gallery(page);
  await dialog.getByRole("button", { name: /^Lead flow/ }).click();
  await expect(dialog).toHaveCount(0);
  dialog = await gallery(page);
  await dialog.getByRole("button", { name: "Take “Kept for later” out of this browser" }).click();
  await expect(dialog.getByRole("button", { name: /^Kept for later/ })).toHaveCount(0);
  expect(await editor.kept()).not.toContain("Kept for later");
});

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });
    test("axe finds nothing in the gallery", async ({ editor }) => {
      const { page } = editor;
      const dialog = await gallery(page);
      await dialog.getByRole("button", { name: /^Paste a table/ }).click();
      await expect(dialog.locator("img")).toHaveCount(EXAMPLES);
      await rested(page);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}
