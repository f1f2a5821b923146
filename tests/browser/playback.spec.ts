import { expect } from "@playwright/test";
import { carriedBy } from "../../src/analyse/carried.ts";
import { longestQueue, Timeline } from "../../src/analyse/moment.ts";
import { lifeOf } from "../../src/analyse/record-life.ts";
import { duration, elapsed } from "../../src/model/format.ts";
import { nameOf } from "../../src/model/words.ts";
import { recorded } from "../recorded.ts";
import { test } from "./editor.ts";
import { expectAccessible, openProcess, runProven, SMALL } from "./flow.ts";

const history = recorded(SMALL);
const { instants } = new Timeline(history);
const at = (time: number) => `${elapsed(time)} of ${duration(history.until)}`;

test("plays a run back: step by step, along the track, to the longest queue, after one record", async ({ editor }) => {
  const { page } = editor;
  await openProcess(editor, SMALL);
  await runProven(page);
  await page.getByRole("button", { name: "Play back" }).click();
  const bar = page.getByRole("region", { name: "Playback of the run" });
  const track = bar.getByRole("slider", { name: "Time in the run" });
  const button = (name: string) => bar.getByRole("button", { name, exact: true });
  await expect(bar).toContainText(at(0));

  await button("On by one event").click();
  await button("On by one event").click();
  await button("On by one event").click();
  await button("Back by one event").click();
  // The run begins with nothing, so that two events on is the second thing that happens.
  await expect(bar).toContainText(at(instants[1]!));

  await track.focus();
  await page.keyboard.press("End");
  await expect(track).toHaveAttribute("aria-valuetext", at(history.until));
  await button("Back to the start").click();
  await expect(track).toHaveAttribute("aria-valuetext", at(0));

  const longest = longestQueue(history)!;
  await button("Longest queue").click();
  await expect(track).toHaveAttribute("aria-valuetext", at(longest.time));
  // What is drawn there: the canvas is no longer empty.
  const inked = await page.locator("canvas.playback-layer").evaluate((canvas) => {
    const paper = canvas as HTMLCanvasElement;
    return paper
      .getContext("2d")!
      .getImageData(0, 0, paper.width, paper.height)
      .data.some((channel) => channel > 0);
  });
  expect(inked).toBe(true);

  await button("Play").click();
  await expect(track).not.toHaveAttribute("aria-valuetext", at(longest.time));
  await button("Pause").click();
  const paused = await track.getAttribute("aria-valuetext");

  await bar.getByRole("textbox", { name: "Follow a record, by its number" }).fill("5");
  const story = bar.getByRole("region", { name: "Record 5" });
  const life = lifeOf(history, 4);
  await expect(story.getByRole("listitem")).toHaveCount(life.length);
  for (const [i, { node, reached }] of life.entries())
    await expect(story.getByRole("listitem").nth(i)).toContainText(`${nameOf(SMALL, node)} after ${elapsed(reached)}`);
  for (const { name, value } of carriedBy(SMALL, history, 4)) await expect(story).toContainText(`${name}: ${value}`);
  await expect(track).toHaveAttribute("aria-valuetext", paused!);
  await story.getByRole("button", { name: new RegExp(`^${nameOf(SMALL, life[1]!.node)} `) }).click();
  await expect(track).toHaveAttribute("aria-valuetext", at(life[1]!.reached));
  await expectAccessible(page);

  await button("Close the playback").click();
  await expect(bar).toHaveCount(0);
});

test("steps instead of playing where less motion is asked for", async ({ editor }) => {
  const { page } = editor;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openProcess(editor, SMALL);
  await runProven(page);
  await page.getByRole("button", { name: "Play back" }).click();
  const bar = page.getByRole("region", { name: "Playback of the run" });
  await expect(bar).toContainText("less motion");
  await expect(bar.getByRole("button", { name: "Play", exact: true })).toHaveCount(0);
  await expect(bar.getByRole("combobox", { name: "Speed" })).toHaveCount(0);
  await bar.getByRole("button", { name: "On by one event" }).click();
  await expect(bar).not.toContainText(at(0));
});

test("plays back what was found while its bottleneck is being proven, and where something else is tried instead", async ({
  editor,
}) => {
  const { page } = editor;
  // Long enough that nothing is proven meanwhile.
  await openProcess(editor, { ...SMALL, simulation: { stop: { records: 120_000 }, replications: 6, seed: 1 } });
  const proving = page.getByText("Running again with one more of each");
  const bar = page.getByRole("region", { name: "Playback of the run" });
  const playBack = page.getByRole("button", { name: "Play back" });
  const run = page.getByRole("button", { name: "Run", exact: true });

  await run.click();
  await expect(proving).toBeVisible();
  await playBack.click();
  await expect(bar).toContainText("The first 5,000 records");
  await bar.getByRole("button", { name: "Close the playback" }).click();

  await run.click();
  await expect(proving).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("textbox").fill("try out what would help");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Trying out what would help …")).toBeVisible();
  await playBack.click();
  await expect(bar).toContainText("The first 5,000 records");
});
