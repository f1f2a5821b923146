// Installs the dependencies if they are missing or not those of package-lock.json. Plain Node, so that it
// runs before anything is installed; silent and quick when nothing is to be done. All it says goes to
// stderr: `npm run throughline -- … --json` must print JSON only.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const NEEDED = [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  give(`Throughline needs Node ${NEEDED.join(".")} or newer; this is Node ${process.versions.node} (${process.execPath}).
Install a newer one from https://nodejs.org or with your version manager, then try again.`);
}

if (!isInstalled()) {
  process.stderr.write("Installing what is missing, in the versions of package-lock.json …\n");
  // Not `npm ci`, which would begin by taking away all that is there already.
  const { status, error } = npm(["install", "--no-save", "--include=dev", "--loglevel=error"]);
  if (error || status !== 0) {
    give(`npm could not install the dependencies (${error ? error.message : `npm install ended with ${status}`}); its own words are above.
Check that this machine reaches the npm registry (try “npm ping --loglevel=error”), that there is room on the disk,
and that “npm --version” is 11 or newer. Then run the same command again.`);
  }
}

/** Whether node_modules holds just the versions of the lock file. npm writes its own list last, so half an install does not count. */
function isInstalled() {
  try {
    const wanted = packages("package-lock.json");
    const installed = packages("node_modules/.package-lock.json");
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        // An optional package is left out where it is for another kind of machine.
        path === "" || (path in installed ? installed[path].version === version : optional === true),
    );
  } catch {
    return false;
  }
}

function packages(file) {
  return JSON.parse(readFileSync(`${root}${file}`, "utf8")).packages;
}

function npm(args) {
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  // Inside `npm run` this is the very npm that was called, on every system.
  const own = process.env.npm_execpath;
  if (own?.endsWith("npm-cli.js")) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

function give(words) {
  process.stderr.write(`\n${words}\n`);
  process.exit(1);
}
