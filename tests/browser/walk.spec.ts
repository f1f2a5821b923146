import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { test } from "./editor.ts";
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
