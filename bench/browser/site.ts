import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { build, preview } from "vite";
import { findChromium } from "../../.ci/chromium.mjs";

/** The site as built, served, and a browser to open it with. */
export interface Site {
  readonly folder: string;
  readonly address: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/**
 * Builds the site into a folder of its own and serves it.
 *
 * @param flags - What the browser is started with, besides what every measurement needs.
 */
export async function openSite(flags: readonly string[]): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  await build({ logLevel: "warn", build: { outDir: folder, emptyOutDir: true } });
  const server = await preview({
    logLevel: "warn",
    preview: { port: 0, host: "127.0.0.1" },
    build: { outDir: folder },
  });
  const browser = await chromium.launch({
    executablePath: findChromium()!,
    args: ["--no-sandbox", "--disable-gpu", ...flags],
  });
  return {
    folder,
    address: server.resolvedUrls!.local[0]!,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
