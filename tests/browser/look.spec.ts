import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { rested, test } from "./editor.ts";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test("axe finds nothing serious before a run and after it", async ({ editor }) => {
      const { page } = editor;
      const serious = async () => {
        await rested(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join("\n")}`);
      };
      expect(await serious()).toEqual([]);
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.getByRole("list", { name: /^Bottlenecks/ }).waitFor();
      expect(await serious()).toEqual([]);
    });

    for (const { width, height } of SIZES) {
      test(`shows a run without a scrollbar around the page at ${width} × ${height}`, async ({ editor }) => {
        const { page } = editor;
        await page.setViewportSize({ width, height });
        await page.keyboard.press("ControlOrMeta+Enter");
        await page.getByRole("list", { name: /^Bottlenecks/ }).waitFor();
        await page.keyboard.press("1");
        const over = await page.evaluate(() => {
          const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
          return [scrollWidth - clientWidth, scrollHeight - clientHeight];
        });
        expect(over).toEqual([0, 0]);
        // The pictures of the documents: taken on demand, so that a run of the tests changes no file.
        if (!process.env.UPDATE) return;
        await page.getByText("Proven:").waitFor();
        await page.screenshot({ path: `docs/pictures/editor-${scheme}-${width}.png` });
      });
    }

    test("takes the pictures of gallery, table and inspector", async ({ editor }) => {
      test.skip(!process.env.UPDATE, "taken on demand");
      const { page } = editor;
      const picture = (name: string) => page.screenshot({ path: `docs/pictures/${name}-${scheme}.png` });
      await page.keyboard.press("Alt+n");
      await page.getByRole("dialog").locator("img").nth(7).waitFor();
      await picture("gallery");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Alt+2");
      await page.getByRole("gridcell", { name: "Proposal Generation", exact: true }).last().click();
      await page.getByRole("tab", { name: "Inspector" }).click();
      await expect(page.getByRole("heading", { name: "Step", exact: true })).toBeVisible();
      await picture("table");
      await page.keyboard.press("Alt+1");
      await page.locator(".react-flow__pane").click({ position: { x: 6, y: 6 } });
      await page.getByRole("button", { name: /^Teams/ }).click();
      await page.getByRole("button", { name: /^Calendars/ }).click();
      await page.getByRole("textbox", { name: /, Friday$/ }).scrollIntoViewIfNeeded();
      await picture("inspector");
    });
  });
}
