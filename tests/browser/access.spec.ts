import { expect, type Page } from "@playwright/test";
import { LENSES } from "../../src/model/lens/lenses.ts";
import { type Editor, test } from "./editor.ts";
import { expectAccessible, openProcess, runProven, SMALL } from "./flow.ts";

/** A screen of the editor, and how a person comes to it from the drawing. */
interface Screen {
  readonly name: string;
  readonly show: (editor: Editor) => Promise<void>;
}

const dialog = (page: Page) => expect(page.getByRole("dialog").last()).toBeVisible();

const chosen =
  (command: string) =>
  async ({ page }: Editor) => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByPlaceholder(/command/i).fill(command);
    await page.keyboard.press("Enter");
  };

const pressed =
  (keys: string) =>
  async ({ page }: Editor) => {
    await page.keyboard.press(keys);
    await dialog(page);
  };

const clicked =
  (name: string | RegExp) =>
  ({ page }: Editor) =>
    page.getByRole("button", { name }).first().click();

const menuOf = (place: string) => async (editor: Editor) => {
  await editor.page.locator(place).click({ button: "right" });
  await expect(editor.page.getByRole("menu")).toBeVisible();
};

/** Every screen that has no test of its own to look at it with axe. */
const SCREENS: readonly Screen[] = [
  { name: "the drawing", show: async () => {} },
  { name: "drawing and table", show: ({ page }) => page.keyboard.press("Alt+2") },
  { name: "the outline", show: ({ page }) => page.keyboard.press("Alt+o") },
  { name: "a start", show: (editor) => editor.select("in") },
  { name: "a step", show: (editor) => editor.select("call") },
  { name: "a decision", show: (editor) => editor.select("worth") },
  { name: "an end", show: (editor) => editor.select("won") },
  { name: "several things", show: ({ page }) => page.keyboard.press("ControlOrMeta+a") },
  { name: "a tip", show: ({ page }) => page.getByRole("button", { name: "Undo" }).hover() },
  { name: "the keys", show: pressed("?") },
  { name: "the commands", show: pressed("ControlOrMeta+k") },
  { name: "the search", show: pressed("ControlOrMeta+f") },
  {
    name: "the versions",
    show: async (editor) => {
      await chosen("Versions")(editor);
      await dialog(editor.page);
    },
  },
  { name: "the file menu", show: clicked("File") },
  {
    name: "the menu of examples",
    show: async (editor) => {
      await clicked("File")(editor);
      await editor.page.getByRole("menuitem", { name: "Examples" }).hover();
      await expect(editor.page.getByRole("menu")).toHaveCount(2);
    },
  },
  { name: "the choice between light and dark", show: clicked("Light or dark") },
  { name: "the settings of a run", show: clicked(/^Settings of the run/) },
  { name: "the menu of a node", show: menuOf('.react-flow__node[data-id="call"]') },
  { name: "the menu of a lane", show: menuOf('[data-lane="sales"]') },
  {
    name: "the menu of the ground",
    show: ({ page }) => page.locator(".react-flow__pane").click({ button: "right", position: { x: 300, y: 600 } }),
  },
  {
    name: "everything about a process",
    show: async ({ page }) => {
      const closed = page.locator("section.inspector h3 button[aria-expanded='false']");
      while ((await closed.count()) > 0) await closed.first().click();
    },
  },
  { name: "the problems", show: ({ page }) => page.getByRole("tab", { name: /^Problems/ }).click() },
  {
    name: "a name typed in place",
    show: async (editor) => {
      await editor.select("call");
      await editor.page.keyboard.press("F2");
    },
  },
  {
    name: "a note of what was done",
    show: async (editor) => {
      await chosen("Copy link")(editor);
      // Under the pointer it stays; else it would fade while axe looks at it.
      await editor.page.getByRole("alert").hover();
    },
  },
];

for (const { name, show } of SCREENS)
  test(`axe finds nothing on the screen with ${name}, light and dark`, async ({ editor }) => {
    await openProcess(editor, SMALL);
    await show(editor);
    await expectAccessible(editor.page, "html");
  });

test("axe finds nothing through the lenses that a run fills, light and dark", async ({ editor }) => {
  const { page } = editor;
  await openProcess(editor, SMALL);
  await runProven(page);
  for (const { id, name } of LENSES.filter((lens) => ["bottlenecks", "improvements"].includes(lens.id)))
    await test.step(id, async () => {
      await chosen(`Look at ${name}`)(editor);
      await expectAccessible(page, "html");
    });
});
