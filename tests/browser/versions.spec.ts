import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { Editor, test } from "./editor.ts";

async function rename(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Name of the process" }).fill(name);
  await page.keyboard.press("Enter");
}

async function versions(page: Page) {
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("textbox").fill("versions");
  await page.keyboard.press("Enter");
  return page.getByRole("dialog", { name: "Versions" });
}

test("goes back to how the document was, which undo takes back", async ({ editor }) => {
  const { page } = editor;
  await rename(page, "As it was");
  await expect.poll(() => editor.kept()).toContain("As it was");
  await rename(page, "As it is");
  await expect.poll(() => editor.kept()).toContain("As it is");
  const dialog = await versions(page);
  await expect(dialog.getByRole("listitem").first()).toContainText("Called “As it is”.");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: /^Go back to/ }).click();
  const name = page.getByRole("textbox", { name: "Name of the process" });
  await expect(name).toHaveValue("As it was");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(name).toHaveValue("As it is");
});

test("two tabs with the same document know of each other, and show what is changed in either", async ({ editor }) => {
  const { page } = editor;
  await rename(page, "In the first tab");
  await expect.poll(() => editor.kept()).toContain("In the first tab");
  const second = new Editor(await page.context().newPage());
  await second.open();
  const name = second.page.getByRole("textbox", { name: "Name of the process" });
  await expect(name).toHaveValue("In the first tab");
  for (const each of [page, second.page]) await expect(each.getByText("Also open in another tab")).toBeAttached();
  await rename(second.page, "In the second tab");
  await expect(page.getByRole("textbox", { name: "Name of the process" })).toHaveValue("In the second tab");
  await rename(page, "In the first again");
  await expect(name).toHaveValue("In the first again");
  await second.page.close({ runBeforeUnload: true });
  await expect(page.getByText("Also open in another tab")).toHaveCount(0);
});
