import { expect } from "@playwright/test";
import { json } from "../../src/io/json.ts";
import { EXAMPLE, processIn, test } from "./editor.ts";

const other = processIn("examples/lead-flow.process.json");

test("saves to a file what it opened from one", async ({ editor }) => {
  const laidOut = { ...other, nodes: other.nodes.map((node, i) => ({ ...node, x: 40 + 248 * i, y: 40 })) };
  await editor.openFile("lead-flow.process.json", json.write(laidOut));
  await expect(editor.page.getByRole("textbox", { name: "Name of the process" })).toHaveValue(other.name);
  expect(await editor.saved()).toEqual(laidOut);
});

test("explains a file that is no process, and keeps what is on screen", async ({ editor }) => {
  const before = await editor.saved();
  await editor.openFile("shopping.json", '{"milk": 2}');
  const dialog = editor.page.getByRole("dialog");
  await expect(dialog).toContainText("shopping.json");
  await editor.page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  expect(await editor.saved()).toEqual(before);
});

test("exports a picture that a browser reads as an image, with every name in it", async ({ editor }) => {
  const svg = await editor.exported();
  const size = await editor.page.evaluate(async (text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    if (parsed.querySelector("parsererror")) throw new Error(parsed.documentElement.textContent ?? "");
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, svg);
  expect(Math.min(...size)).toBeGreaterThan(100);
  for (const { name } of processIn(EXAMPLE).departments) expect(svg).toContain(name);
});

test("keeps an edit over a reload", async ({ editor }) => {
  const { page } = editor;
  const step = processIn(EXAMPLE).nodes.find(({ kind }) => kind === "step")!;
  await editor.node(step.id).dblclick();
  await page.getByRole("textbox", { name: "Name of the step" }).fill("Kept over a reload");
  await page.keyboard.press("Enter");
  await expect(editor.node(step.id)).toContainText("Kept");
  const before = await editor.saved();
  await expect.poll(() => editor.kept()).toContain("Kept over a reload");
  await page.reload();
  await expect(editor.node(step.id)).toContainText("Kept");
  expect(await editor.saved()).toEqual(before);
});

test("asks nobody for anything once it has loaded: not to run, to search, to lay out or to open an example", async ({
  editor,
}) => {
  const { page } = editor;
  await page.waitForFunction(() => performance.getEntriesByName("throughline:loaded").length > 0);
  const asked: string[] = [];
  page.context().on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  await page.getByRole("button", { name: "Run", exact: true }).first().click();
  await expect(page.getByRole("list", { name: /^Bottlenecks/ })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("textbox").fill("lead flow");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name of the process" })).toHaveValue("Lead flow");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("textbox").fill("lay out");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(asked).toEqual([]);
});
