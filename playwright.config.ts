import { defineConfig } from "@playwright/test";
import { findChromium } from "./.ci/chromium.mjs";

// Chosen once, by the main process; the workers inherit it. Two runs at a time do not get in each other's way.
process.env.THROUGHLINE_PORT ??= String(20_000 + (process.pid % 20_000));

// Not the root of the server, so that every browser test shows too that the built site works under any path.
const site = `http://localhost:${process.env.THROUGHLINE_PORT}/under/any/path/`;
const build = process.env.THROUGHLINE_BUILT ? "" : "npx vite build --logLevel=warn && ";

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // A machine that others use too may be ten times slower; nothing here is about time.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: site,
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `${build}npx vite preview --port ${process.env.THROUGHLINE_PORT} --strictPort --base /under/any/path/`,
    url: site,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
