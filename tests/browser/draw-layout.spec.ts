import { expect } from "@playwright/test";
import { generated } from "../../bench/layout-generated.ts";
import { json } from "../../src/io/json.ts";
import { layout } from "../../src/layout/layout.ts";
import { placed } from "../../src/model/edit/nodes.ts";
import { EXAMPLE, frames, processIn, test } from "./editor.ts";

test("tells how far a large layout is, moves nothing once it is cancelled, and takes back a whole one at once", async ({
  editor,
}) => {
  const { page } = editor;
  const bare = generated(600, 6, 1);
  const { nodes } = layout(bare, { tidy: true });
  // Drawn with more room than a layout leaves.
  const wide = {
    ...bare,
    nodes: bare.nodes.map((node) => ({ ...node, x: nodes[node.id]!.x * 2, y: nodes[node.id]!.y })),
  };
  await editor.openFile("large.process.json", json.write(wide));
  await expect(page.getByRole("textbox", { name: "Name of the process" })).toHaveValue(wide.name);
  const before = await editor.saved();

  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("textbox").fill("order departments");
  await page.keyboard.press("Enter");
  const busy = page.getByRole("status").filter({ hasText: "Laying out" });
  await expect(busy).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(busy).toHaveCount(0);
  expect(await editor.saved()).toEqual(before);

  await page.keyboard.press("Shift+L");
  await expect.poll(async () => (await editor.saved()).nodes[9]).not.toEqual(before.nodes[9]);
  await page.keyboard.press("ControlOrMeta+z");
  expect(await editor.saved()).toEqual(before);
});

for (const { wish, motion, moving } of [
  { wish: "gliding into place", motion: "no-preference", moving: ["animationstart", "transitionrun"] },
  { wish: "without any motion for who wants none", motion: "reduce", moving: [] },
] as const) {
  test(`lays out ${wish}`, async ({ editor }) => {
    const { page } = editor;
    await page.emulateMedia({ reducedMotion: motion });
    const example = processIn(EXAMPLE);
    const apart = { ...example, nodes: example.nodes.map((node) => ({ ...node, x: (node.x ?? 0) * 1.2 })) };
    await editor.openFile("apart.process.json", json.write(apart));
    await expect.poll(async () => (await editor.saved()).nodes.at(-1)?.x).toBe(apart.nodes.at(-1)!.x);
    await expect(editor.node(example.nodes[0]!.id)).toBeVisible();
    await page.evaluate(() => {
      const seen = document.documentElement.dataset;
      for (const kind of ["transitionrun", "animationstart"]) {
        document.addEventListener(kind, ({ target }) => {
          if (!(target instanceof Element && target.matches(".react-flow__node, .react-flow__edges"))) return;
          seen.motion = [...new Set([...(seen.motion?.split(" ") ?? []), kind])].sort().join(" ");
        });
      }
    });
    await page.keyboard.press("Shift+L");
    await expect.poll(async () => await editor.saved()).toEqual(placed(example, layout(example)));
    await expect(editor.node(example.nodes[0]!.id)).toBeVisible();
    // It is over by itself; what has begun is told of a frame later.
    await expect(page.locator("[data-canvas]")).not.toHaveAttribute("data-gliding");
    await frames(page, 2);
    expect(await page.evaluate(() => document.documentElement.dataset.motion ?? "")).toBe(moving.join(" "));
  });
}
