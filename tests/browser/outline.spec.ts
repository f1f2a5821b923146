import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { rested, test } from "./editor.ts";

test("lists the steps by department, in step with the drawing, and is gone through and renamed by keys alone", async ({
  editor,
}) => {
  const { page } = editor;
  await page.keyboard.press("Alt+o");
  const tree = page.getByRole("tree", { name: "Departments and their steps" });
  await expect(tree).toBeFocused();
  const active = async () => page.locator(`[id="${await tree.getAttribute("aria-activedescendant")}"]`);

  // From the outline to the drawing.
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  const name = await (await active()).textContent();
  await expect(page.locator(".react-flow__node.selected")).toContainText(name!);
  await page.keyboard.press("F2");
  await expect(page.getByRole("textbox", { name: `Name of “${name}”` })).toBeFocused();
  await page.keyboard.type("A first thing");
  await page.keyboard.press("Enter");
  await expect(page.locator(".react-flow__node.selected")).toContainText("A first thing");
  await expect(tree).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator(".react-flow__node.selected")).toContainText(name!);

  // By its first letters; closed and opened.
  // All in one go: letters with a pause between them begin a new word, and a slow machine pauses.
  await tree.evaluate((element) => {
    for (const key of "order proc") element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  await expect(await active()).toHaveText("Order Processing");
  await page.keyboard.press("Enter");
  await expect(page.locator(".react-flow__node.selected")).toContainText("Order Processing");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(await active()).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByRole("treeitem", { name: "Order Processing" })).toHaveCount(0);

  // From the drawing to the outline, which opens what was closed.
  await page.locator(".react-flow__node", { hasText: "Order Processing" }).click();
  await expect(page.getByRole("treeitem", { name: "Order Processing", selected: true })).toBeVisible();

  await rested(page);
  const axe = await new AxeBuilder({ page }).include("[aria-label='Outline']").analyze();
  expect(axe.violations).toEqual([]);
});

test("finds a step by a part of its name, and says so where there is none", async ({ editor }) => {
  const { page } = editor;
  await page.getByRole("tab", { name: "Outline by department" }).click();
  const find = page.getByRole("textbox", { name: "Find in the outline" });
  await find.fill("proposal");
  await expect(page.getByRole("treeitem", { level: 2 }).first()).toContainText(/proposal/i);
  await find.fill("no such thing");
  await expect(page.getByText("Nothing here has “no such thing” in its name.")).toBeVisible();
  await find.press("Escape");
  await expect(page.getByRole("treeitem").first()).toBeVisible();
});
