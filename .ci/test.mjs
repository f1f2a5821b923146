// Runs every check and test, goes on where one fails, and ends with `N passed, N failed`.
//   node .ci/test.mjs             types, lint, unused code, unit tests
//   node .ci/test.mjs --browser   these, the build, and the browser tests
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const browser = process.argv.includes("--browser");
const reports = mkdtempSync(join(tmpdir(), "throughline-test-"));
const total = { passed: 0, failed: 0 };

// The quick ones share the cores; the tests then have them to themselves, so that none runs into a time limit.
await Promise.all([
  part("types", bin("typescript/bin/tsc", "-p", "."), one),
  part("lint", bin("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."), one),
  part("unused code", bin("knip/bin/knip.js"), one),
]);

const units = join(reports, "units.json");
await part(
  "unit tests",
  bin("vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${units}`),
  ({ code }) => count(code, units, vitest),
);

if (browser) {
  const built = await part("build", bin("vite/bin/vite.js", "build", "--logLevel=warn"), one);
  const { ensureChromium, NO_CHROMIUM } = await import("./chromium.mjs");
  const chromium = built ? ensureChromium() : undefined;
  const pages = join(reports, "pages.json");
  if (!built) fail("browser tests", "They need the build, which failed.");
  else if (chromium === undefined) fail("browser tests", NO_CHROMIUM);
  else {
    await part(
      "browser tests",
      bin("@playwright/test/cli.js", "test", "--reporter=list,json"),
      ({ code }) => count(code, pages, playwright),
      { CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: pages, THROUGHLINE_BUILT: "1" },
    );
  }
}

rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Runs one part, says in a line how it went, shows its output if it failed, and adds to the total. */
async function part(name, args, judge, env = {}) {
  const began = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`…  ${name}\n`);
  const { code, output } = await run(args, env);
  const { passed, failed, skipped = 0 } = judge({ code });
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) process.stdout.write(`\n${output.trimEnd()}\n\n`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const counts =
    judge === one
      ? ""
      : `${passed} passed${failed > 0 ? `, ${failed} failed` : ""}${skipped > 0 ? `, ${skipped} skipped` : ""}, `;
  process.stdout.write(`${failed > 0 ? "✗" : "✓"}  ${name} (${counts}${seconds} s)\n`);
  return failed === 0;
}

function fail(name, why) {
  total.failed += 1;
  process.stdout.write(`✗  ${name}\n${why}\n`);
}

function bin(file, ...args) {
  return [join(root, "node_modules", file), ...args];
}

function run(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      // The output is kept for later, so the tools cannot see for themselves whether it ends in a terminal.
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }), ...env },
    });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A part that passes or fails as a whole. */
function one({ code }) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Reads a runner's report; a runner that failed without a failed test, or ran none, has failed all the same. */
function count(code, file, read) {
  let counted = { passed: 0, failed: 0, skipped: 0 };
  try {
    counted = read(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // Without a report the runner broke off, which its code and the missing tests tell below.
  }
  const sound = counted.failed > 0 || (code === 0 && counted.passed > 0);
  return sound ? counted : { ...counted, failed: 1 };
}

function vitest({ numPassedTests, numPendingTests, numTodoTests, numFailedTests, testResults }) {
  // A file that cannot be loaded has no tests to count.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests };
}

function playwright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}
