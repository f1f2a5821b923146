import { type CDPSession, expect } from "@playwright/test";
import { boxOf, EXAMPLE, middle, processIn, test } from "./editor.ts";

test.use({ hasTouch: true });

const example = processIn(EXAMPLE);
const steps = example.nodes.filter(({ kind }) => kind === "step");

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Puts fingers down, moves them in steps as hands do, and lifts them. */
async function swipe(touch: CDPSession, from: readonly Spot[], to: readonly Spot[]): Promise<void> {
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: readonly Spot[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: touchPoints.map((spot, id) => ({ ...spot, id })) });
  await send("touchStart", from);
  for (let i = 1; i <= 8; i++)
    await send(
      "touchMove",
      from.map(({ x, y }, at) => ({ x: x + ((to[at]!.x - x) * i) / 8, y: y + ((to[at]!.y - y) * i) / 8 })),
    );
  await send("touchEnd", []);
}

test("selects, drags, connects, pans and zooms by touch", async ({ editor }) => {
  const { page } = editor;
  const touch = await page.context().newCDPSession(page);
  const [first] = steps;
  const node = editor.node(first!.id);
  const at = await middle(node);

  await page.touchscreen.tap(at.x, at.y);
  await expect(node).toHaveClass(/selected/);

  await swipe(touch, [at], [{ x: at.x + 60, y: at.y }]);
  const moved = (await editor.saved()).nodes.find(({ id }) => id === first!.id)!;
  expect(moved.x!).toBeGreaterThan(first!.x ?? 0);
  await page.keyboard.press("ControlOrMeta+z");

  const target = steps.at(-1)!;
  const handle = node.locator('.react-flow__handle[data-handlepos="bottom"]');
  await swipe(touch, [await middle(handle)], [await middle(editor.node(target.id))]);
  const flows = (await editor.saved()).flows;
  expect(flows.some(({ from, to }) => from === first!.id && to === target.id)).toBe(true);
  await page.keyboard.press("ControlOrMeta+z");

  const pane = await boxOf(page.locator(".react-flow__pane"));
  const low = { x: pane.x + 200, y: pane.y + pane.height - 120 };
  const before = await middle(node);
  await swipe(touch, [low], [{ x: low.x + 80, y: low.y }]);
  await expect.poll(async () => (await middle(node)).x - before.x).toBeGreaterThan(40);

  const width = (await boxOf(node)).width;
  await swipe(
    touch,
    [low, { x: low.x + 60, y: low.y }],
    [
      { x: low.x - 60, y: low.y },
      { x: low.x + 140, y: low.y },
    ],
  );
  await expect.poll(async () => (await boxOf(node)).width).toBeGreaterThan(width * 1.2);
});

test("drags a step out of the palette by touch, into the lane under the finger", async ({ editor }) => {
  const { page } = editor;
  const touch = await page.context().newCDPSession(page);
  const before = await editor.saved();
  const lane = before.departments.at(-1)!;
  const entry = await middle(page.getByRole("button", { name: "Add a step" }));
  const header = await middle(page.locator(`[data-lane="${lane.id}"]`));
  await swipe(touch, [entry], [{ x: header.x + 300, y: header.y }]);
  await expect(page.getByRole("textbox", { name: "Name of the step" })).toBeFocused();
  await page.keyboard.type("By hand");
  await page.keyboard.press("Enter");
  const made = (await editor.saved()).nodes.find(({ name }) => name === "By hand");
  expect(made).toMatchObject({ kind: "step", department: lane.id });
});
