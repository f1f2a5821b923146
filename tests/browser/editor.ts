import { readFileSync } from "node:fs";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { json } from "../../src/io/json.ts";
import type { Process } from "../../src/model/process.ts";

/** The example that a newcomer sees, as it is in the project. */
export const EXAMPLE = "examples/sales-force-automation.process.json";

/** A process from a file of the project. */
export function processIn(path: string): Process {
  const result = json.read(readFileSync(path));
  if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.problems)}`);
  return result.process;
}

/** The editor in the browser, as a person sees and uses it. */
export class Editor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the editor and waits until it has drawn something, or shows that nothing is drawn. */
  async open(): Promise<void> {
    await this.page.goto("./");
    await expect(this.page.locator(".react-flow__node").first()).toBeVisible();
  }

  /** A node on the canvas. */
  node(id: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${id}"]`);
  }

  /** A flow on the canvas. */
  flow(id: string): Locator {
    return this.page.locator(`.react-flow__edge[data-id="${id}"]`);
  }

  /** What the person saves as a file. */
  async saved(): Promise<Process> {
    const result = json.read(await this.downloaded("ControlOrMeta+s"));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.process;
  }

  /** What the browser has kept of the documents so far, as one text. */
  kept(): Promise<string> {
    return this.page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open("throughline");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result.transaction("documents").objectStore("documents").getAll();
            reading.onerror = () => reject(reading.error);
            reading.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(reading.result));
            };
          };
        }),
    );
  }

  /** The text of the file that some keys make the browser download. */
  async downloaded(keys: string): Promise<string> {
    const download = this.page.waitForEvent("download");
    await this.page.keyboard.press(keys);
    return readFileSync(await (await download).path(), "utf8");
  }

  /** The picture that the export dialog saves first, by keyboard alone. */
  async exported(): Promise<string> {
    await this.page.keyboard.press("ControlOrMeta+Shift+e");
    const save = this.page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: "Save…" });
    await expect(save).toBeEnabled();
    // A key has moved the focus once it is pressed: to wait for that would be to press past it on a slow machine.
    do await this.page.keyboard.press("Tab");
    while (!(await save.evaluate((button) => button === document.activeElement)));
    return this.downloaded("Enter");
  }

  /** Opens a file from disk. */
  async openFile(name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.keyboard.press("ControlOrMeta+o");
    await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  }

  /** Selects a node and nothing else. */
  async select(id: string): Promise<void> {
    await this.node(id).click();
    await expect(this.node(id)).toHaveClass(/selected/);
  }

  /** Drags with the mouse, in steps as a hand does, from the middle of a place to a point. */
  async drag(from: Locator, to: { readonly x: number; readonly y: number }): Promise<void> {
    const start = await middle(from);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 5 });
    await this.page.mouse.move(to.x, to.y, { steps: 5 });
    await this.page.mouse.up();
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where something is on the page, once it rests: a view that is still being fitted moves everything. */
export function boxOf(place: Locator): Promise<Box> {
  return place.evaluate(
    (element) =>
      new Promise<Box>((resolve) => {
        let [before, still] = ["", 0];
        const look = () => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const now = [x, y, width, height].join();
          still = now === before ? still + 1 : 0;
          before = now;
          if (still === 3) resolve({ x, y, width, height });
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** The middle of something on the page, once it rests. */
export async function middle(place: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = await boxOf(place);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Waits until the page has drawn so many frames more. */
export async function frames(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await page.evaluate(() => new Promise(requestAnimationFrame));
}

/**
 * Waits until nothing on the page moves or fades any more: colours that are still changing are no colours to judge. What
 * comes up is there some frames before it begins to fade in.
 */
export function rested(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let still = 0;
        const look = () => {
          still = document.getAnimations().some(({ playState }) => playState === "running") ? 0 : still + 1;
          if (still === 5) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/**
 * A test with the editor open on a newcomer's first page. It fails if the page asks another server for anything,
 * breaks its own rules on content, or writes an error to the console.
 */
export const test = base.extend<{ readonly editor: Editor }>({
  editor: async ({ page, baseURL }, use) => {
    const wrong: string[] = [];
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? "") && !/^(data|blob):/.test(url)) wrong.push(`request to ${url}`);
    });
    page.on("websocket", (socket) => wrong.push(`connection to ${socket.url()}`));
    page.on("pageerror", (error) => wrong.push(`error ${error.stack ?? error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(`console: ${message.text()}`);
    });
    // Without a dialog of the system's, files come and go as downloads and uploads, which a test can see.
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, "showOpenFilePicker");
      Reflect.deleteProperty(window, "showSaveFilePicker");
      // Whoever tests has been here before.
      localStorage.setItem("throughline-tour", "seen");
    });
    const editor = new Editor(page);
    await editor.open();
    await use(editor);
    expect(wrong).toEqual([]);
  },
});
