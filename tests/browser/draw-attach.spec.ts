import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { boxOf, EXAMPLE, middle, processIn, rested, test } from "./editor.ts";

const example = processIn(EXAMPLE);
const steps = example.nodes.filter((node) => node.kind === "step");

test("attaches data and systems to steps by dropping them there, and by keys", async ({ editor }) => {
  const { page } = editor;
  const stepIn = async (id: string) => {
    const found = (await editor.saved()).nodes.find((node) => node.id === id);
    return found?.kind === "step" ? found : undefined;
  };
  const [first, second] = steps;

  // Out of the palette, with a name that nothing has.
  await page.getByRole("button", { name: "Attach data…" }).dragTo(editor.node(first!.id));
  await page.getByPlaceholder(/Attach which data/).fill("Visitor list");
  await page.getByRole("button", { name: /New: “Visitor list”\s*The step gives it out/ }).click();
  const made = (await editor.saved()).data.find(({ name }) => name === "Visitor list")!;
  expect((await stepIn(first!.id))?.outputs).toContain(made.id);
  const shape = page.locator(`[data-thing="${made.id}"]`);
  await expect(shape).toBeVisible();
  await rested(page);
  const { violations } = await new AxeBuilder({ page }).include("[data-canvas]").include("nav").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  // From one step to another.
  await editor.drag(shape, await middle(editor.node(second!.id)));
  await page.getByRole("menuitem", { name: "The step takes it in" }).click();
  expect((await stepIn(second!.id))?.inputs).toContain(made.id);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  expect(await editor.saved()).toEqual(example);

  // Beside all steps it says what to do.
  const pane = await boxOf(page.locator(".react-flow__pane"));
  await page
    .getByRole("button", { name: "Attach a system…" })
    .dragTo(page.locator(".react-flow__pane"), { targetPosition: { x: pane.width / 2, y: pane.height - 100 } });
  await expect(page.getByText("Drop it on a step that uses it")).toBeVisible();

  await editor.select(first!.id);
  await page.keyboard.press("Shift+A");
  await page.getByPlaceholder(/Attach which system/).fill("Fair scanner");
  await page.keyboard.press("Enter");
  const scanner = (await editor.saved()).systems.find(({ name }) => name === "Fair scanner")!;
  expect((await stepIn(first!.id))?.systems).toContain(scanner.id);
});
