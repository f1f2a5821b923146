import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { Resvg } from "@resvg/resvg-js";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { json } from "../../src/io/json.ts";
import { linkOf, readLink } from "../../src/io/link.ts";
import { readSvg } from "../../src/io/svg.ts";
import { csv } from "../../src/io/table.ts";
import { processOf, step } from "../builders.ts";
import { EXAMPLE, processIn, rested, test } from "./editor.ts";

const process = processIn(EXAMPLE);
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function expectAccessible(page: Page, part: string): Promise<void> {
  await rested(page);
  expect((await new AxeBuilder({ page }).include(part).analyze()).violations).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });

    test("every format of the export dialog saves a file that opens elsewhere, and axe finds nothing", async ({
      editor,
    }) => {
      const { page } = editor;
      await page.keyboard.press("ControlOrMeta+Shift+e");
      const dialog = page.getByRole("dialog", { name: "Export" });
      const choose = (name: string) => dialog.getByRole("button", { name, exact: false }).first().click();
      const saved = async (name: string): Promise<Buffer> => {
        await choose(name);
        const download = page.waitForEvent("download");
        await dialog.getByRole("button", { name: "Save…" }).click();
        return readFileSync(await (await download).path());
      };

      await choose("SVG picture");
      await dialog.getByLabel("What the picture shows").selectOption("Systems");
      await dialog.getByLabel("Author").fill("Ann Lee");
      await expect(dialog.getByAltText("What the file will show")).toBeVisible();
      await expectAccessible(page, "[role=dialog]");
      const svg = (await saved("SVG picture")).toString();
      expect(svg).toContain(">2 systems<");
      expect(svg).toContain("Ann Lee");
      expect(readSvg(svg)).toEqual({ ok: true, process, remarks: [] });
      const { width } = new Resvg(svg);

      await choose("PNG picture");
      await dialog.getByText("4×").click();
      const png = await saved("PNG picture");
      expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(["PNG", Math.round(width * 4)]);

      const pdf = await getDocument({ data: new Uint8Array(await saved("PDF document")), verbosity: 0 }).promise;
      const { items } = await (await pdf.getPage(1)).getTextContent();
      const written = items.map((item) => ("str" in item ? item.str : "")).join("\n");
      for (const { name } of process.departments) expect(written).toContain(name);
      expect(pdf.numPages).toBe(1);

      expect(json.read(await saved("Process file"))).toEqual({ ok: true, process, remarks: [] });
      const table = csv.read(await saved("Table (CSV)"));
      expect(table.ok && table.process.nodes.map(({ name }) => name)).toEqual(process.nodes.map(({ name }) => name));
      expect((await saved("Mermaid flowchart")).toString()).toContain("flowchart LR");
      expect((await saved("Mermaid state diagram")).toString()).toContain("stateDiagram-v2");
      expect((await saved("Event log (CSV)")).toString()).toMatch(/^\uFEFF?case_id,activity,enable_time/);
      expect((await saved("XES")).toString()).toMatch(/^<\?xml[\s\S]*<log [\s\S]*<\/log>\s*$/);
      await choose("Markdown");
      await expectAccessible(page, "[role=dialog]");
    });

    test("a link opens to look at, offers a copy, and says when it is damaged", async ({ editor, baseURL }) => {
      const { page } = editor;
      const shared = processIn("examples/lead-flow.process.json");
      const open = (fragment: string) => page.evaluate((hash) => location.assign(`#${hash}`), fragment);
      await open(await linkOf(shared));
      await expect(editor.node(shared.nodes[0]!.id)).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: "You are looking at a shared process" })).toBeVisible();
      await expectAccessible(page, "[data-canvas]");
      await editor.select(shared.nodes[1]!.id);
      await page.keyboard.press("Delete");
      await expect(editor.node(shared.nodes[1]!.id)).toBeVisible();

      await page.getByRole("button", { name: "Make a copy" }).click();
      await expect(page.getByRole("button", { name: "Make a copy" })).toHaveCount(0);
      await expect.poll(() => page.url()).toBe(baseURL);
      await editor.select(shared.nodes[1]!.id);
      await page.keyboard.press("Delete");
      await expect(editor.node(shared.nodes[1]!.id)).toHaveCount(0);

      await open(`${(await linkOf(shared)).slice(0, 400)}`);
      await expect(page.getByRole("dialog")).toContainText("The link is not whole");
      await expectAccessible(page, "[role=dialog]");
      await page.keyboard.press("Escape");
      await expect(editor.node(shared.nodes[0]!.id)).toBeVisible();
    });
  });
}

test.describe("the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("takes the drawing as a picture, the process as a link, and a process too large for one is offered as a file", async ({
    editor,
  }) => {
    const { page } = editor;
    const act = async (name: string) => {
      await page.getByRole("button", { name: "File" }).click();
      await page.getByRole("menuitem", { name }).click();
    };
    await act("Copy as picture");
    await expect(page.getByText("Copied")).toBeVisible();
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = await createImageBitmap(await item!.getType("image/png"));
      return [image.width, image.height];
    });
    expect(Math.min(...size)).toBeGreaterThan(400);

    await act("Copy link");
    await expect(page.getByText("Link copied")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(await readLink(link.split("#")[1] ?? "")).toEqual({ ok: true, process, remarks: [] });

    // Names without any pattern do not pack well.
    const noise = (i: number) =>
      Array.from({ length: 60 }, (_, k) =>
        String.fromCharCode(97 + ((i * 7919 + k * k * 31 + ((i * k) % 97)) % 26)),
      ).join("");
    const large = processOf({
      name: "Large",
      nodes: Array.from({ length: 400 }, (_, i) =>
        step(`s${i}`, { name: noise(i), x: (i % 20) * 240, y: Math.floor(i / 20) * 140 }),
      ),
    });
    expect(bytesOf(await linkOf(large)).length).toBeGreaterThan(16_000);
    await editor.openFile("large.process.json", json.write(large));
    await expect(
      page.getByRole("textbox", { name: "Name of the process" }).or(page.getByText("Large").first()),
    ).toBeVisible();
    await act("Copy link");
    await expect(page.getByText("The process is too large for a link")).toBeVisible();
    await expect(page.getByRole("dialog", { name: "Export" })).toBeVisible();
  });
});
