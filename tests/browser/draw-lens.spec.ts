import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { diagramOf } from "../../bench/browser/diagram.ts";
import { json } from "../../src/io/json.ts";
import { LENSES } from "../../src/model/lens/lenses.ts";
import { boxOf, frames, rested, test } from "./editor.ts";

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test("shows the process through every lens, each with its legend, and axe finds nothing", async ({ editor }) => {
      const { page } = editor;
      for (const [i, { id, name }] of LENSES.entries()) {
        await page.getByRole("radiogroup", { name: "Lens" }).locator("label").nth(i).click();
        await page.mouse.move(300, 700);
        await expect(page.getByRole("tooltip")).toHaveCount(0);
        await expect(page.getByRole("radio", { name })).toBeChecked();
        if (id !== "process") await expect(page.getByRole("region", { name: `Legend: ${name}` })).toBeVisible();
        await rested(page);
        const { violations } = await new AxeBuilder({ page }).include("[data-canvas]").include("header").analyze();
        expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
        if (process.env.UPDATE) await page.screenshot({ path: `docs/pictures/lens-${id}-${scheme}.png` });
      }
    });
  });
}

test("paints a process of 300 nodes seen from afar, and what is pressed can be dragged as ever", async ({ editor }) => {
  const { page } = editor;
  const large = diagramOf(330);
  await editor.openFile("large.process.json", json.write(large));
  await expect(page.locator("[data-painted]")).toHaveCount(1);
  if (process.env.UPDATE) await page.screenshot({ path: "docs/pictures/300-nodes.png" });
  const pane = await boxOf(page.locator(".react-flow__pane"));
  const seen = page.locator(".react-flow__node");
  // A hand looks for a node near the middle, and one comes up under the pointer.
  for (let i = 0; (await seen.count()) === 0 && i < 60; i++) {
    await page.mouse.move(pane.x + pane.width / 2 + i * 4, pane.y + pane.height / 2 + i * 3);
    await frames(page, 2);
  }
  const id = (await seen.first().getAttribute("data-id"))!;
  const { x, y } = await boxOf(seen.first());
  await editor.drag(seen.first(), { x: x + 60, y: y + 4 });
  const moved = (await editor.saved()).nodes.find((node) => node.id === id)!;
  expect(moved.x).not.toBe(large.nodes.find((node) => node.id === id)!.x);
});
