import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { boxOf, middle, rested, test } from "./editor.ts";

/** Opens every section of the inspector that is closed, once it shows what it is to be about. */
async function openAll(page: Page, about: string): Promise<void> {
  await expect(
    page.getByRole("region", { name: "Inspector" }).getByRole("heading", { name: about, level: 2 }),
  ).toBeVisible();
  const closed = page.getByRole("region", { name: "Inspector" }).locator('h3 > button[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
}

async function faults(page: Page): Promise<readonly string[]> {
  await rested(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join("\n")}`);
}

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });
    test("axe finds nothing in the inspector of the process and of a step, with all of it open", async ({ editor }) => {
      const { page } = editor;
      await openAll(page, "Process");
      await page.getByRole("button", { name: "Add a target" }).click();
      await page.getByRole("button", { name: "Add a scenario" }).last().click();
      expect(await faults(page)).toEqual([]);
      await editor.select("lead-qualification");
      await openAll(page, "Step");
      await page.getByRole("button", { name: "Several records at a time" }).click();
      expect(await faults(page)).toEqual([]);
    });
  });
}

test("hours are opened and closed by dragging over the week, in one undo step", async ({ editor }) => {
  const { page } = editor;
  await page.getByRole("button", { name: /^Calendars/ }).click();
  const saturday = page.getByRole("textbox", { name: /, Saturday$/ });
  await saturday.scrollIntoViewIfNeeded();
  const row = page.locator(".week-grid svg").nth(5);
  const box = await boxOf(row);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * (9.2 / 24), y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * (11 / 24), y, { steps: 4 });
  await page.mouse.move(box.x + box.width * (12.7 / 24), y, { steps: 4 });
  await page.mouse.up();
  await expect(saturday).toHaveValue("09:00–13:00");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(saturday).toHaveValue("");
});

test("Escape in the middle of a stroke over the week brings back the hours there were, and leaves nothing to undo", async ({
  editor,
}) => {
  const { page } = editor;
  await page.getByRole("button", { name: /^Calendars/ }).click();
  const saturday = page.getByRole("textbox", { name: /, Saturday$/ });
  await saturday.scrollIntoViewIfNeeded();
  const box = await boxOf(page.locator(".week-grid svg").nth(5));
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * (9.2 / 24), y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * (12.7 / 24), y, { steps: 4 });
  await expect(saturday).toHaveValue("09:00–13:00");
  await page.keyboard.press("Escape");
  await expect(saturday).toHaveValue("");
  await page.mouse.move(box.x + box.width * (15 / 24), y, { steps: 2 });
  await page.mouse.up();
  await expect(saturday).toHaveValue("");
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
});

test("hours are opened and closed by keys alone, with every place in words, in one undo step each", async ({
  editor,
}) => {
  const { page } = editor;
  await page.getByRole("button", { name: /^Calendars/ }).click();
  const week = page.getByRole("grid", { name: /^Hours of Office hours/ });
  const words = async () => page.locator(`[id="${await week.getAttribute("aria-activedescendant")}"]`);
  const saturday = page.getByRole("textbox", { name: /, Saturday$/ });
  const sunday = page.getByRole("textbox", { name: /, Sunday$/ });
  await week.focus();
  await expect(await words()).toHaveText("Monday, 09:00 to 09:30, open");
  for (let i = 0; i < 5; i += 1) await page.keyboard.press("ArrowDown");
  await expect(await words()).toHaveText("Saturday, 09:00 to 09:30, closed");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Space");
  await expect(await words()).toHaveText("Saturday to Sunday, 09:00 to 10:00, open");
  await expect(saturday).toHaveValue("09:00–10:00");
  await expect(sunday).toHaveValue("09:00–10:00");
  await page.keyboard.press("Space");
  await expect(saturday).toHaveValue("");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(sunday).toHaveValue("09:00–10:00");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(sunday).toHaveValue("");
});

test("a problem is mended by its button, and undo takes the mend back", async ({ editor }) => {
  const { page } = editor;
  await editor.select("served");
  await page.keyboard.press("Delete");
  await page.getByRole("tab", { name: /^Problems/ }).click();
  await page.getByRole("button", { name: "Add an end after it" }).click();
  await expect(page.getByText("No problems: this process can run.")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("button", { name: "Add an end after it" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test("the inspector goes on after a drag in the middle of which the canvas went away", async ({ editor }) => {
  const { page } = editor;
  await editor.select("served");
  const from = await middle(editor.node("lead-qualification"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 10, { steps: 4 });
  await page.keyboard.press("Alt+3");
  await expect(page.locator(".react-flow")).toHaveCount(0);
  await page.mouse.up();
  const name = page.getByRole("region", { name: "Inspector" }).getByLabel("Name", { exact: true });
  await page.getByRole("gridcell", { name: "New lead" }).first().click();
  await expect(name).toHaveValue("New lead");
});
