import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { EXAMPLE, middle, processIn, rested, test } from "./editor.ts";

const example = processIn(EXAMPLE);
const [above, sales, below] = example.departments;
const inLane = (lane: string) => example.nodes.filter(({ department }) => department === lane);

test("collapses a lane to its name, by mouse and by key, and expands it when something in it is looked for", async ({
  editor,
}) => {
  const { page } = editor;
  const [hidden] = inLane(sales!.id);
  const [next] = inLane(below!.id);
  const before = (await middle(editor.node(next!.id))).y;
  await page.getByRole("button", { name: new RegExp(`^${sales!.name}: \\d+ steps?$`) }).click();
  await expect(editor.node(hidden!.id)).toHaveCount(0);
  await expect(editor.node(inLane(above!.id)[0]!.id)).toBeVisible();
  await expect.poll(async () => (await middle(editor.node(next!.id))).y).toBeLessThan(before);
  // Flows from the lane above end at its edge.
  const into = example.flows.find(
    ({ from, to }) => inLane(above!.id).some(({ id }) => id === from) && inLane(sales!.id).some(({ id }) => id === to),
  );
  await expect(editor.flow(into!.id)).toBeAttached();
  await rested(page);
  const { violations } = await new AxeBuilder({ page }).include("[data-canvas]").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  // It is a matter of looking: the file is as it was.
  expect(await editor.saved()).toEqual(example);

  await page.keyboard.press("f");
  await expect(editor.node(hidden!.id)).toBeVisible();
  await page.keyboard.press("f");
  await expect(editor.node(hidden!.id)).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+f");
  await page
    .getByRole("textbox", { name: "Find on the drawing" })
    .or(page.getByPlaceholder(/Find a step/))
    .fill(hidden!.name);
  await page.keyboard.press("Enter");
  await expect(editor.node(hidden!.id)).toHaveClass(/selected/);
});

test("makes a lane larger by its edge and by keys, each as undo takes it back", async ({ editor }) => {
  const { page } = editor;
  const [next] = inLane(sales!.id);
  const edge = page.locator(`[data-edge="${above!.id}"]`);
  const { x, y } = await middle(edge);
  await editor.drag(edge, { x, y: y + 60 });
  const dragged = (await editor.saved()).nodes.find(({ id }) => id === next!.id)!;
  expect(dragged.y).toBeGreaterThan(next!.y! + 60);
  expect(dragged.department).toBe(sales!.id);
  await expect.poll(async () => Math.abs((await middle(edge)).y - y - 60)).toBeLessThan(3);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await editor.saved()).toEqual(example);
  await page.getByRole("button", { name: above!.name, exact: true }).click();
  await page.keyboard.press("Alt+Shift+ArrowRight");
  expect((await editor.saved()).nodes.find(({ id }) => id === next!.id)!.y).toBe(next!.y! + 32);
});
