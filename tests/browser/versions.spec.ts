import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { Editor, rested, test } from "./editor.ts";

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
  await rested(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog
    .getByRole("button", { name: /^Go back to/ })
    .first()
    .click();
  const name = page.getByRole("textbox", { name: "Name of the process" });
  await expect(name).toHaveValue("As it was");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(name).toHaveValue("As it is");
});

test("goes back to how an example was opened, although it was never saved like that", async ({ editor }) => {
  const { page } = editor;
  await rename(page, "Made mine");
  await expect.poll(() => editor.kept()).toContain("Made mine");
  const dialog = await versions(page);
  await expect(dialog.getByRole("listitem").last()).toContainText("The first that was kept.");
  await dialog.getByRole("button", { name: /^Go back to/ }).click();
  await expect(page.getByRole("textbox", { name: "Name of the process" })).toHaveValue("Sales force automation");
});

test("keeps no more than forty versions, and of those the latest", async ({ editor }) => {
  const { page } = editor;
  await rename(page, "Worked on for long");
  await expect.poll(() => editor.kept()).toContain("Worked on for long");
  // Each call adds fifty versions of long ago, or none, and tells when the ones that there are were made.
  const times = (added: number) =>
    page.evaluate(
      (more) =>
        new Promise<number[]>((resolve) => {
          const opening = indexedDB.open("throughline");
          opening.onsuccess = () => {
            const stores = opening.result.transaction(["documents", "versions"], "readwrite");
            const [documents, kept] = [stores.objectStore("documents"), stores.objectStore("versions")];
            documents.getAll().onsuccess = ({ target }) => {
              const [{ id, text }] = (target as IDBRequest<{ id: string; text: string }[]>).result as [
                { id: string; text: string },
              ];
              for (let at = 1; at <= more; at++) kept.add({ id, text, at });
              const reading = kept.getAll();
              reading.onsuccess = () => {
                opening.result.close();
                resolve(reading.result.map(({ at }: { at: number }) => at));
              };
            };
          };
        }),
      added,
    );
  const [first] = await times(50);
  await page.clock.setFixedTime(first! + 600_000);
  await rename(page, "Later");
  await expect.poll(() => editor.kept()).toContain("Later");
  await page.clock.setFixedTime(first! + 1_200_000);
  await rename(page, "Later still");
  await expect.poll(() => times(0)).toHaveLength(40);
  expect(Math.max(...(await times(0)))).toBeGreaterThan(first!);
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
