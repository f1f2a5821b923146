import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { processIn, test } from "./editor.ts";
import { expectAccessible, openProcess, SMALL } from "./flow.ts";

test("walks a record by hand, back and forward, with other fields, and plays a saved walk again", async ({
  editor,
}) => {
  const { page } = editor;
  await openProcess(editor, SMALL);
  await page.getByRole("button", { name: "Walk one record" }).click();
  const panel = page.getByRole("region", { name: "Walk one record" });
  const where = panel.getByRole("status");
  const go = (name: RegExp | string) => panel.getByRole("button", { name }).first().click();
  const events = panel.getByRole("list", { name: "What has happened" }).getByRole("listitem");

  await expect(where).toContainText("No record yet");
  await go(/arrives/);
  await expect(where).toContainText("waiting at “Call”");
  await go(/Call: work begins/);
  await expect(where).toContainText("worked on at “Call”");
  await expect(page.locator(".walk-ring")).toHaveCount(1);

  // The rule decides by the deal's value: 100 is too little, 900 is worth it.
  await panel.getByRole("textbox", { name: "Deal value" }).fill("100");
  await expect(panel.getByRole("button", { name: /Call: is done/ })).toContainText("Lost");
  await panel.getByRole("textbox", { name: "Deal value" }).fill("900");
  await expect(panel.getByRole("button", { name: /Call: is done/ })).toContainText("Close");
  await expectAccessible(page);
  await go(/Call: is done/);
  await expect(where).toContainText("waiting at “Close”");

  const all = await events.count();
  await go("Back");
  await expect(where).toContainText("worked on at “Call”");
  await expect(events).toHaveCount(all);
  await go("Forward");
  await expect(where).toContainText("waiting at “Close”");
  await go(/Close: work begins/);
  await go(/Close: is done/);
  await expect(where).toContainText("left at “Won”");

  const download = page.waitForEvent("download");
  await go("Save the walk");
  const saved = readFileSync(await (await download).path(), "utf8");
  await go("End the walk");
  await expect(panel).toHaveCount(0);
  await page.getByRole("button", { name: "Walk one record" }).click();
  const chooser = page.waitForEvent("filechooser");
  await go("Open a walk");
  await (await chooser).setFiles({ name: "walk.json", mimeType: "application/json", buffer: Buffer.from(saved) });
  await expect(where).toContainText("left at “Won”");
  await expect(events).toHaveCount(all + 2);
});

test("goes on with Enter alone, and nothing moves away under the pointer from step to step", async ({ editor }) => {
  const { page } = editor;
  // Work side by side, several sources, branches: other numbers of buttons at each step.
  await openProcess(editor, processIn("examples/financial-services.process.json"));
  await page.getByRole("button", { name: "Walk one record" }).click();
  const panel = page.getByRole("region", { name: "Walk one record" });
  const arrives = panel.getByRole("button", { name: /New client: arrives/ });
  const places = async () => {
    const now: Record<string, unknown> = {};
    for (const [what, place] of Object.entries({
      panel,
      back: panel.getByRole("button", { name: "Back" }),
      first: panel.locator(".walk-possible button").first(),
      story: panel.locator(".walk-story"),
    })) {
      const box = await place.boundingBox();
      now[what] = what === "first" ? [box?.x, box?.y] : box;
    }
    return now;
  };
  await expect(arrives).toBeVisible();
  const before = await places();
  await arrives.focus();
  let passed = 0;
  const again = panel.getByRole("button", { name: "Walk again from the beginning" });
  while ((await again.count()) === 0) {
    await page.keyboard.press("Enter");
    passed += 1;
    await expect(panel.locator("[aria-current=step]")).toHaveCount(1);
    await expect(panel.getByRole("listitem")).toHaveCount(passed);
    expect(await places()).toEqual(before);
  }
  expect(passed).toBeGreaterThan(12);
  await expect(again).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("status")).toContainText("No record yet");
});
