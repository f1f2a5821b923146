import { expect } from "@playwright/test";
import { middle, test } from "./editor.ts";

test("writes a note, moves it, writes it anew and takes it away, each as one step of undo", async ({ editor }) => {
  const { page } = editor;
  const notes = async () => (await editor.saved()).notes;
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Text of the note" }).fill("Ask Ms Lang\nabout the prices");
  await page.keyboard.press("Enter");
  const [made] = await notes();
  expect(made?.text).toBe("Ask Ms Lang\nabout the prices");

  const note = editor.node(made!.id);
  const { x, y } = await middle(note);
  await editor.drag(note, { x: x + 120, y: y - 30 });
  const [moved] = await notes();
  expect(moved!.x! - made!.x!).toBeGreaterThan(60);
  await page.keyboard.press("ArrowRight");
  expect((await notes())[0]!.x! - moved!.x!).toBe(8);

  await note.dblclick();
  await page.getByRole("textbox", { name: "Text of the note" }).fill("Prices are settled");
  await page.keyboard.press("Enter");
  await expect(note).toContainText("Prices are settled");
  await note.click();
  await page.keyboard.press("Delete");
  expect(await notes()).toEqual([]);
  for (const left of [1, 1, 1, 1, 0]) {
    await page.keyboard.press("ControlOrMeta+z");
    expect(await notes()).toHaveLength(left);
  }
});
