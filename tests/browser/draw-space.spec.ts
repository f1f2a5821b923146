import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { boxOf, EXAMPLE, middle, processIn, rested, test } from "./editor.ts";

const example = processIn(EXAMPLE);
const steps = example.nodes.filter(({ kind }) => kind === "step");
const first = steps[0]!;
const right = example.nodes.filter(({ x }) => x! > first.x! + 200);

test("makes room by a drag with the space tool, takes it away, and gives up at Escape", async ({ editor }) => {
  const { page } = editor;
  const box = await boxOf(editor.node(first.id));
  const line = { x: box.x + box.width + 12, y: box.y + 10 };
  const far = right.at(-1)!;
  const before = await middle(editor.node(far.id));
  const pull = async (dx: number, dy: number) => {
    await page.mouse.move(line.x, line.y);
    await page.mouse.down();
    await page.mouse.move(line.x + dx, line.y + dy, { steps: 6 });
  };

  await page.keyboard.press("Shift+S");
  await expect(page.getByText("Drag right or down to make room")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make room by dragging" })).toHaveAttribute("aria-pressed", "true");
  await rested(page);
  const { violations } = await new AxeBuilder({ page }).include("[data-canvas]").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await pull(90, 4);
  // What will move is seen to move already.
  await expect.poll(async () => (await middle(editor.node(far.id))).x).toBeGreaterThan(before.x + 80);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect.poll(async () => (await middle(editor.node(far.id))).x).toBeCloseTo(before.x, 0);
  expect(await editor.saved()).toEqual(example);

  await page.getByRole("button", { name: "Make room by dragging" }).click();
  await pull(90, 4);
  await page.mouse.up();
  const wider = await editor.saved();
  const moved = (id: string) =>
    wider.nodes.find((node) => node.id === id)!.x! - example.nodes.find((node) => node.id === id)!.x!;
  expect(moved(far.id)).toBeGreaterThan(80);
  expect(right.map(({ id }) => moved(id))).toEqual(right.map(() => moved(far.id)));
  expect(moved(first.id)).toBe(0);

  await page.keyboard.press("Shift+S");
  await pull(2, 60);
  await page.mouse.up();
  const deeper = await editor.saved();
  expect(deeper.nodes.find(({ id }) => id === first.id)!.y).toBe(first.y);
  expect(deeper.nodes.map(({ department }) => department)).toEqual(example.nodes.map(({ department }) => department));
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  expect(await editor.saved()).toEqual(example);
});
