import { expect } from "@playwright/test";
import { nodeSize } from "../../src/model/shape.ts";
import { boxOf, EXAMPLE, middle, processIn, test } from "./editor.ts";

const example = processIn(EXAMPLE);
const steps = example.nodes.filter(({ kind }) => kind === "step");
const [first, second] = steps as [(typeof steps)[number], (typeof steps)[number]];

test("opens on the example, every node drawn in the lane of its department", async ({ editor }) => {
  for (const { id, name } of example.nodes) {
    await expect(editor.node(id)).toBeVisible();
    await expect(editor.node(id)).toContainText(name.split(" ")[0] ?? "");
  }
  for (const { name } of example.departments) {
    await expect(editor.page.getByRole("main").getByRole("button", { name, exact: true })).toBeVisible();
  }
  const heights = new Map<string, number[]>();
  for (const { id, department = "" } of example.nodes) {
    heights.set(department, [...(heights.get(department) ?? []), (await middle(editor.node(id))).y]);
  }
  const lanes = example.departments.flatMap(({ id }) => (heights.has(id) ? [heights.get(id) ?? []] : []));
  for (const [i, lane] of lanes.slice(1).entries()) {
    expect(Math.min(...lane)).toBeGreaterThan(Math.max(...(lanes[i] ?? [])));
  }
});

test("gives a step that is dragged into another lane that lane's department, as one step of undo", async ({
  editor,
}) => {
  const other = steps.find(({ department }) => department !== first.department);
  await editor.drag(editor.node(first.id), {
    x: (await middle(editor.node(first.id))).x,
    y: (await middle(editor.node(other!.id))).y,
  });
  const moved = (await editor.saved()).nodes.find(({ id }) => id === first.id);
  expect(moved?.department).toBe(other?.department);
  await editor.page.keyboard.press("ControlOrMeta+z");
  expect((await editor.saved()).nodes.find(({ id }) => id === first.id)?.department).toBe(first.department);
});

test("keeps what is dragged under the pointer, however far its first move goes", async ({ editor }) => {
  const { page } = editor;
  const node = editor.node(first.id);
  const start = await middle(node);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 90, start.y + 10);
  await page.mouse.move(start.x + 97, start.y + 10);
  const [there, width] = [await middle(node), (await boxOf(node)).width];
  // It moves by steps of 8 and snaps within 6, at zoom 1; the node is as wide on the screen as it is zoomed.
  const zoom = width / nodeSize(first).width;
  expect(Math.abs(there.x - start.x - 97)).toBeLessThan((8 + 6) * zoom);
  await page.mouse.up();
});

test("puts a step from the palette into the flow it is dropped on, which shows it beforehand", async ({ editor }) => {
  const { page } = editor;
  const split = example.flows.find(({ from, to }) =>
    [from, to].every((id) => steps.some((step) => step.id === id && step.department === "sales")),
  )!;
  const [from, to] = [await boxOf(editor.node(split.from)), await boxOf(editor.node(split.to))];
  const at = { x: (from.x + from.width + to.x) / 2, y: from.y + from.height / 2 };
  const entry = await middle(page.getByRole("button", { name: "Add a step" }));
  await page.mouse.move(entry.x, entry.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y - 80, { steps: 5 });
  await page.mouse.move(at.x, at.y, { steps: 5 });
  await expect(editor.flow(split.id).locator("[data-selected]")).toBeAttached();
  await page.mouse.up();
  await page.keyboard.type("In between");
  await page.keyboard.press("Enter");
  const { nodes, flows } = await editor.saved();
  const made = nodes.find(({ name }) => name === "In between")!;
  expect(flows.filter((flow) => [flow.from, flow.to].includes(made.id)).map((flow) => [flow.from, flow.to])).toEqual([
    [split.from, made.id],
    [made.id, split.to],
  ]);
  await expect(editor.flow(split.id).locator("[data-selected]")).toHaveCount(0);
});

test("connects two nodes by a drag from one's handle to the other", async ({ editor }) => {
  const known = new Set(example.flows.map(({ from, to }) => `${from} ${to}`));
  const [from, to] = steps
    .flatMap((a) => steps.map((b) => [a, b] as const))
    .find(([a, b]) => a !== b && !known.has(`${a.id} ${b.id}`))!;
  await editor.node(from.id).hover();
  await editor.drag(
    editor.node(from.id).locator('.react-flow__handle[data-handlepos="bottom"]'),
    await middle(editor.node(to.id)),
  );
  const flows = (await editor.saved()).flows.filter(({ id }) => !example.flows.some((flow) => flow.id === id));
  expect(flows).toMatchObject([{ from: from.id, to: to.id }]);
  await expect(editor.flow(flows[0]!.id)).toBeAttached();
});

test("renames in place, and takes it back and makes it again", async ({ editor }) => {
  const { page } = editor;
  await editor.node(first.id).dblclick();
  await page.getByRole("textbox", { name: "Name of the step" }).fill("Call back at once");
  await page.keyboard.press("Enter");
  await expect(editor.node(first.id)).toContainText("Call back at once");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(editor.node(first.id)).toContainText(first.name.split(" ")[0] ?? "");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  expect((await editor.saved()).nodes.find(({ id }) => id === first.id)?.name).toBe("Call back at once");
});

test("deletes a node with its flows, and brings both back", async ({ editor }) => {
  await editor.select(second.id);
  await editor.page.keyboard.press("Delete");
  await expect(editor.node(second.id)).toHaveCount(0);
  const { flows } = await editor.saved();
  expect(flows.filter(({ from, to }) => from === second.id || to === second.id)).toEqual([]);
  await editor.page.keyboard.press("ControlOrMeta+z");
  await expect(editor.node(second.id)).toBeVisible();
  expect((await editor.saved()).flows).toEqual(example.flows);
});

test("adds the next step with Tab and takes its name at once", async ({ editor }) => {
  const { page } = editor;
  await editor.select(first.id);
  await page.keyboard.press("Tab");
  await page.getByRole("textbox", { name: "Name of the step" }).fill("Thank the customer");
  await page.keyboard.press("Enter");
  const { nodes, flows } = await editor.saved();
  const added = nodes.find(({ name }) => name === "Thank the customer");
  expect(added).toMatchObject({ kind: "step", department: first.department });
  expect(flows.some(({ from, to }) => from === first.id && to === added?.id)).toBe(true);
});

test("keeps what is dropped first on an empty canvas under the pointer", async ({ editor }) => {
  const { page } = editor;
  await page.keyboard.press("Alt+Shift+N");
  await expect(page.getByText("Draw a process")).toBeVisible();
  const canvas = await boxOf(page.locator(".react-flow"));
  const spot = { x: canvas.x + 200, y: canvas.y + 250 };
  await editor.drag(
    page.getByRole("navigation", { name: "Palette" }).getByRole("button", { name: "Add a start" }),
    spot,
  );
  await page.keyboard.press("Enter");
  // What comes up below the drawing makes the canvas smaller, which is no reason to move what was put there.
  await expect(page.getByRole("button", { name: "Walk one record" })).toBeVisible();
  const { x, y } = await middle(page.locator(".react-flow__node"));
  expect(Math.hypot(x - spot.x, y - spot.y)).toBeLessThan(8);
});
