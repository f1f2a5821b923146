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

const shown = ({ page }: Editor, role: "grid" | "menu" | "region" | "tooltip" | "tree", name?: string) =>
  expect(page.getByRole(role, name === undefined ? {} : { name }).first()).toBeVisible();

const menuBehind = (name: string) => async (editor: Editor) => {
  await editor.page.getByRole("button", { name }).first().click();
  await shown(editor, "menu");
};

const menuOf = (place: string) => async (editor: Editor) => {
  await editor.page.locator(place).click({ button: "right" });
  await shown(editor, "menu");
};

/** The inspector comes to what is selected when the page has the time. */
const inspected = ({ page }: Editor, about: string | RegExp) =>
  expect(page.getByRole("region", { name: "Inspector" }).getByRole("heading", { name: about, level: 2 })).toBeVisible();

const selected = (id: string, about: string) => async (editor: Editor) => {
  await editor.select(id);
  await inspected(editor, about);
};

/** Every screen that has no test of its own to look at it with axe. */
const SCREENS: readonly Screen[] = [
  { name: "the drawing", show: async () => {} },
  {
    name: "drawing and table",
    show: async (editor) => {
      await editor.page.keyboard.press("Alt+2");
      await shown(editor, "grid");
    },
  },
  {
    name: "the outline",
    show: async (editor) => {
      await editor.page.keyboard.press("Alt+o");
      await shown(editor, "tree");
    },
  },
  { name: "a start", show: selected("in", "Start") },
  { name: "a step", show: selected("call", "Step") },
  { name: "a decision", show: selected("worth", "Decision") },
  { name: "an end", show: selected("won", "End") },
  {
    name: "several things",
    show: async (editor) => {
      await editor.page.keyboard.press("ControlOrMeta+a");
      await inspected(editor, /selected$/);
    },
  },
  {
    name: "a tip",
    show: async (editor) => {
      await editor.page.getByRole("button", { name: "Undo" }).hover();
      await shown(editor, "tooltip");
    },
  },
  { name: "the keys", show: pressed("?") },
  { name: "the commands", show: pressed("ControlOrMeta+k") },
  { name: "the search", show: pressed("ControlOrMeta+f") },
  {
    name: "the versions",
    show: async (editor) => {
      await chosen("Versions")(editor);
      await expect(editor.page.getByRole("dialog", { name: "Versions" })).toBeVisible();
    },
  },
  { name: "the file menu", show: menuBehind("File") },
  {
    name: "the menu of examples",
    show: async (editor) => {
      await menuBehind("File")(editor);
      await editor.page.getByRole("menuitem", { name: "Examples" }).hover();
      await expect(editor.page.getByRole("menu")).toHaveCount(2);
    },
  },
  { name: "the choice between light and dark", show: menuBehind("Light or dark") },
  {
    name: "the settings of a run",
    show: async (editor) => {
      await editor.page.getByRole("button", { name: /^Settings of the run/ }).click();
      await shown(editor, "region", "Settings of the run");
    },
  },
  { name: "the menu of a node", show: menuOf('.react-flow__node[data-id="call"]') },
  { name: "the menu of a lane", show: menuOf('[data-lane="sales"]') },
  {
    name: "the menu of the ground",
    show: async (editor) => {
      await editor.page.locator(".react-flow__pane").click({ button: "right", position: { x: 300, y: 600 } });
      await shown(editor, "menu");
    },
  },
  {
    name: "everything about a process",
    show: async ({ page }) => {
      const closed = page.locator("section.inspector h3 button[aria-expanded='false']");
      while ((await closed.count()) > 0) await closed.first().click();
    },
  },
  {
    name: "the problems",
    show: async (editor) => {
      await editor.page.getByRole("tab", { name: /^Problems/ }).click();
      await shown(editor, "region", "Problems");
    },
  },
  {
    name: "a name typed in place",
    show: async (editor) => {
      await editor.select("call");
      await editor.page.keyboard.press("F2");
      await expect(editor.page.getByRole("textbox", { name: "Name of the step" })).toBeFocused();
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
  const lenses = page.getByRole("radiogroup", { name: "Lens" }).locator("label");
  for (const [i, { id, name }] of LENSES.entries()) {
    if (!["bottlenecks", "improvements"].includes(id)) continue;
    await test.step(id, async () => {
      await lenses.nth(i).click();
      await expect(page.getByRole("radio", { name })).toBeChecked();
      await expect(page.locator("[data-over='top-right']").first()).toBeVisible();
      // Away from the tip of the lens.
      await page.mouse.move(300, 400);
      await expect(page.getByRole("tooltip")).toHaveCount(0);
      await expectAccessible(page, "html");
    });
  }
});
