// Finds a Chrome or Chromium for the browser tests, or gets one. `node .ci/chromium.mjs` prints its path.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

/** Where Chrome is usually kept on systems that do not put it on the PATH. */
const PLACES = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap((folder) =>
    ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"]
      .filter(() => process.env[folder])
      .map((file) => join(process.env[folder], file)),
  ),
  linux: ["/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/snap/bin/chromium"],
};

/** The path of a browser that is there already: CHROME_PATH, the system's, or Playwright's own; or undefined. */
export function findChromium() {
  const asked = process.env.CHROME_PATH;
  if (asked) return asked;
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const places = PLACES[process.platform] ?? PLACES.linux;
  return [...onPath, ...places, chromium.executablePath()].find(starts);
}

/** Finds a browser, or installs one: Playwright's own, or else, as root on Debian, the package `chromium`. */
export function ensureChromium() {
  return findChromium() ?? (installs(playwrightsOwn) || installs(debians) ? findChromium() : undefined);
}

/** What to tell a person when there is no browser and none could be installed. */
export const NO_CHROMIUM = `The browser tests need Chrome or Chromium, and none was found or could be installed here.
Install Google Chrome or Chromium (on Debian and Ubuntu: sudo apt-get install chromium), or run
“npx playwright install --with-deps chromium”, or set CHROME_PATH to a browser's program. “npm run check” does without.`;

function starts(program) {
  if (!existsSync(program)) return false;
  // On Linux a file may be there that cannot run: a stub for a snap, or a download that lacks system libraries.
  return process.platform !== "linux" || spawnSync(program, ["--version"], { timeout: 30_000 }).status === 0;
}

function installs(way) {
  return way() && findChromium() !== undefined;
}

function playwrightsOwn() {
  const cli = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
  return succeeds("Playwright's own Chromium", process.execPath, [cli, "install", "chromium"]);
}

function debians() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  return (
    succeeds("Debian's list of packages", "apt-get", ["update"]) &&
    succeeds("Debian's Chromium", "apt-get", [
      "install",
      "-y",
      "--no-install-recommends",
      "chromium",
      "fonts-liberation",
    ])
  );
}

function succeeds(what, command, args) {
  process.stderr.write(`Getting ${what} …\n`);
  const { status, stderr } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) process.stderr.write(`  That did not work. ${reason(stderr)}\n`);
  return status === 0;
}

/** The line that says why, out of all that an installer writes. */
function reason(words) {
  const lines = (words ?? "").split("\n").map((line) => line.trim());
  return lines.find((line) => /^(E:|Error)/.test(line)) ?? lines.findLast((line) => line !== "") ?? "";
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const path = ensureChromium();
  process.stdout.write(path === undefined ? "" : `${path}\n`);
  if (path === undefined) process.stderr.write(`${NO_CHROMIUM}\n`);
  process.exitCode = path === undefined ? 1 : 0;
}
