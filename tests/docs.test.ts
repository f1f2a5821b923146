import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { usage } from "../src/cli/commands/help.ts";
import { COMMANDS } from "../src/cli/commands.ts";
import { filesBelow, ROOT } from "./sources.ts";

const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "bench/README.md",
  "examples/README.md",
];
const FOLDERS = [".ci", "bench", "docs", "examples", "public", "src", "tests"];

const text = (document: string) => readFileSync(join(ROOT, document), "utf8");
const { scripts } = JSON.parse(text("package.json")) as { readonly scripts: Readonly<Record<string, string>> };

describe.each(DOCUMENTS)("%s", (document) => {
  it("links only to what is there", () => {
    const targets = [...text(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    expect(targets.filter((target) => !leads(document, target))).toEqual([]);
  });

  it("names only paths that are there", () => {
    const named = codes(document).filter((code) => FOLDERS.includes(code.split("/")[0] ?? "") && code.includes("/"));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  it("names only scripts and commands that are there", () => {
    const named = [...text(document).matchAll(/npm (?:run ([\w-]+)|(start|test)\b)/g)];
    expect(named.map(([, run, short]) => run ?? short ?? "").filter((name) => !(name in scripts))).toEqual([]);
    const called = [...text(document).matchAll(/npm run throughline -- ([a-z]+)/g)].map(([, name]) => name);
    expect(called.filter((name) => !COMMANDS.some((command) => command.name === name))).toEqual([]);
  });
});

it("README tells how to call every command, as help does", () => {
  const readme = text("README.md").replaceAll("\\|", "|");
  const missing = COMMANDS.map((command) => usage(command).replace("npm run throughline -- ", ""));
  expect(missing.filter((line) => !readme.includes(line))).toEqual([]);
});

it("ARCHITECTURE has a place for every folder of the source", () => {
  const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => `src/${name}/`).filter((path) => !text("ARCHITECTURE.md").includes(path))).toEqual(
    [],
  );
});

/** What stands in backquotes in a document, outside blocks of code. */
function codes(document: string): string[] {
  const prose = text(document).replace(/^```.*?^```/gms, "");
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
}

/** Whether a link leads somewhere; what is out on the web is taken on trust. */
function leads(document: string, target: string): boolean {
  if (/^(https?|mailto):/.test(target)) return true;
  const [path = "", heading] = target.split("#");
  const file = path === "" ? document : join(dirname(document), path);
  if (!existsSync(join(ROOT, file))) return false;
  return heading === undefined || headings(file).includes(heading);
}

/** The anchors that a page's headings get on the usual sites. */
function headings(document: string): string[] {
  const lines = [...text(document).matchAll(/^#+ (.+)$/gm)].map(([, line = ""]) => line);
  return lines.map((line) =>
    line
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Whether there is such a file or folder; a `*` stands for any part of a name. */
function isThere(path: string): boolean {
  if (!path.includes("*")) return existsSync(join(ROOT, path));
  const pattern = new RegExp(`^${path.split("*").map(escaped).join("[^/]*")}$`);
  const [folder = "."] = path.split("/");
  return filesBelow(folder, [".ts", ".tsx", ".json", ".md", ".mjs", ".css", ".svg", ".png"]).some((file) =>
    pattern.test(file),
  );
}

function escaped(part: string): string {
  return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
