import { expect, type Page } from "@playwright/test";
import { type Editor, EXAMPLE, processIn, test } from "./editor.ts";

/** Does a command by typing its name into the command palette. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("textbox").fill(name);
  await expect(page.getByRole("dialog").getByRole("button", { name }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** Types the name that the field in focus is waiting for. */
async function type(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("textbox", { name: /^Name of the/ }).and(page.locator("textarea"))).toBeFocused();
  await page.keyboard.type(name);
}

async function drawn(editor: Editor): Promise<readonly string[]> {
  const { nodes, flows } = await editor.saved();
  const name = new Map(nodes.map((node) => [node.id, node.name]));
  return flows.map(({ from, to }) => `${name.get(from)} > ${name.get(to)}`).sort();
}

test("draws a process of five steps with a way back, runs it and exports it, by keyboard alone", async ({ editor }) => {
  const { page } = editor;
  await command(page, "New blank process");
  await expect(page.getByText("Draw a process")).toBeVisible();
  await command(page, "Add a start");
  for (const name of ["New lead", "Call", "Qualify", "Offer", "Negotiate", "Sign"]) {
    await type(page, name);
    if (name !== "Sign") await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("e");
  await type(page, "Won");
  await page.keyboard.press("Enter");

  // A decision after “Negotiate”, with a second way that goes back to “Offer”.
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("d");
  await type(page, "Agreed?");
  await page.keyboard.press("Enter");
  await page.keyboard.press("c");
  await page.getByRole("dialog").getByRole("textbox").fill("Offer");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Offer" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("F2");
  await expect(page.getByRole("textbox", { name: "Label of the flow" })).toBeFocused();
  await page.keyboard.type("20 %");
  await page.keyboard.press("Enter");

  expect(await drawn(editor)).toEqual(
    [
      "New lead > Call",
      "Call > Qualify",
      "Qualify > Offer",
      "Offer > Negotiate",
      "Negotiate > Agreed?",
      "Agreed? > Sign",
      "Agreed? > Offer",
      "Sign > Won",
    ].sort(),
  );
  const { nodes, flows } = await editor.saved();
  const agreed = nodes.find(({ name }) => name === "Agreed?");
  expect(flows.filter(({ from }) => from === agreed?.id).map(({ share }) => share)).toEqual([0.8, 0.2]);

  await page.keyboard.press("ControlOrMeta+Enter");
  // Nobody is short of people yet, so nothing waits.
  await expect(page.getByText("No bottleneck: nobody waits")).toBeVisible();
  const svg = await editor.exported();
  for (const name of ["Negotiate", "Agreed?", "Won"]) expect(svg).toContain(name);
});

test("goes from a blank page to a running process in under 25 clicks and keys, typed names aside", async ({
  editor,
}) => {
  const { page } = editor;
  let effort = 0;
  const press = async (keys: string) => {
    effort += 1;
    await page.keyboard.press(keys);
  };
  const click = async (name: string) => {
    effort += 1;
    await page.getByRole("button", { name, exact: true }).first().click();
  };
  await command(page, "New blank process");
  await click("Add a start");
  await type(page, "New lead");
  await press("Tab");
  await type(page, "Call");
  await press("Tab");
  await type(page, "Offer");
  await press("Enter");
  await press("d");
  await type(page, "Won?");
  await press("Enter");
  await press("e");
  await type(page, "Won");
  await press("Enter");
  await press("Alt+ArrowLeft");
  await press("e");
  await type(page, "Lost");
  await press("Enter");
  await press("ControlOrMeta+Enter");
  await expect(
    page
      .getByRole("list", { name: /^Bottlenecks/ })
      .or(page.getByText("No bottleneck: nobody waits"))
      .first(),
  ).toBeVisible();
  const results = page.getByRole("region", { name: "Problems" });
  await expect(results.getByText("before it can run")).toHaveCount(0);
  expect(effort).toBeLessThan(25);
});

test("finds a step by its name and brings it in sight", async ({ editor }) => {
  const { page } = editor;
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByRole("dialog").getByRole("textbox").fill("proposal");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Proposal Generation Step" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator(".react-flow__node.selected")).toContainText("Proposal");
});

test("letters typed before the field for a name is there go into it, not to the canvas, and so do the keys behind them", async ({
  editor,
}) => {
  const { page } = editor;
  await editor.select("lead-qualification");
  await editor.node("lead-qualification").focus();
  // All in one go, so that nothing can be drawn in between.
  await page.evaluate(
    (keys) => {
      for (const key of keys)
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    },
    ["Tab", ..."Sees", "Backspace", ..."k", "Tab", ..."Find", "Enter"],
  );
  await expect(page.locator(".react-flow__node", { hasText: "Find" })).toBeVisible();
  await expect(page.locator(".react-flow__node textarea")).toHaveCount(0);
  const { nodes, flows } = await editor.saved();
  const named = (name: string) => nodes.find((node) => node.name === name)?.id;
  const { nodes: before } = processIn(EXAMPLE);
  expect(nodes).toHaveLength(before.length + 2);
  expect(flows.find(({ from }) => from === named("Seek"))?.to).toBe(named("Find"));
});
