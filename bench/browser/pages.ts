import type { Page } from "@playwright/test";

/** What is measured: how to show a diagram in a page, and where its parts are. */
export interface Drawer {
  readonly name: string;
  /** Opens the program with nothing drawn. */
  readonly open: (page: Page, site: string) => Promise<void>;
  /** Shows a diagram whole, and answers how many milliseconds it took from its text to its first picture. */
  readonly show: (page: Page, text: string) => Promise<number>;
  /** Sets the zoom to 1. */
  readonly actual: (page: Page) => Promise<void>;
  /** Selectors of the ground, of what the view moves, and of nodes. */
  readonly canvas: string;
  readonly moved: string;
  readonly node: string;
}

/** Ours, as built, with the file dropped onto the page. */
export const throughline: Drawer = {
  name: "Throughline",
  canvas: ".react-flow__pane",
  moved: ".react-flow__viewport",
  node: ".react-flow__node-step",
  open: async (page, site) => {
    await page.goto(site);
    await page.waitForFunction(() => performance.getEntriesByName("throughline:loaded").length > 0);
  },
  show: (page, text) =>
    page.evaluate(async (json) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([json], "bench.process.json", { type: "application/json" }));
      const frame = () => new Promise<void>((done) => requestAnimationFrame(() => done()));
      const name = JSON.parse(json).name;
      const from = performance.now();
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      while (!document.title.startsWith(name)) await frame();
      await frame();
      await frame();
      return performance.now() - from;
    }, text),
  actual: async (page) => {
    await page.keyboard.press("0");
    await page.waitForTimeout(600);
  },
};

/** bpmn-js as its makers build it. */
export const bpmnJs: Drawer = {
  name: "bpmn-js",
  canvas: ".djs-container svg",
  moved: ".djs-container .viewport",
  node: '.djs-element.djs-shape[data-element-id^="n"]',
  open: async (page, site) => {
    await page.goto(`${site}bpmn.html`);
  },
  show: (page, text) =>
    page.evaluate(async (xml) => {
      const frame = () => new Promise<void>((done) => requestAnimationFrame(() => done()));
      const { BpmnJS } = window as unknown as { BpmnJS: new (options: object) => Modeler };
      interface Modeler {
        importXML(xml: string): Promise<unknown>;
        get(name: "canvas"): { zoom(to: number | "fit-viewport", around?: object): void };
      }
      const modeler = new BpmnJS({ container: "#canvas" });
      const from = performance.now();
      await modeler.importXML(xml);
      modeler.get("canvas").zoom("fit-viewport");
      await frame();
      await frame();
      const took = performance.now() - from;
      // Until the pointer has come over it, it takes no notice of the wheel.
      document.querySelector(".djs-container svg")?.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      Object.assign(window, { modeler });
      return took;
    }, text),
  actual: async (page) => {
    await page.evaluate(() => {
      const { modeler } = window as unknown as { modeler: { get(name: string): { zoom(to: number): void } } };
      modeler.get("canvas").zoom(1);
    });
    await page.waitForTimeout(600);
  },
};
