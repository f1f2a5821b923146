import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, it } from "vitest";
import { filesBelow, ROOT } from "../sources.ts";

const CORE = "node_modules/@mantine/core";
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** What is named in imports from Mantine's core in the files of a folder. */
function namesIn(folder: string, endings: readonly string[]): readonly string[] {
  return filesBelow(folder, endings)
    .flatMap((path) => [...read(path).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)])
    .flatMap(([, names]) => names!.split(",").map((name) => name.trim()));
}

/** The style sheets that the files import, and whatever these import, from Mantine's core. */
function sheetsOf(path: string, seen: Set<string>): readonly string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const sheet = path.match(/(\w+)\.module\.mjs$/)?.[1];
  const imports = [...read(path).matchAll(/from "(\.[^"]+)"/g)];
  return [
    ...(sheet ? [sheet] : []),
    ...imports.flatMap(([, target]) => sheetsOf(posix.join(posix.dirname(path), target!), seen)),
  ];
}

it("brings the styles of every component in use and of nothing else, in the order that Mantine has them", () => {
  const names = [
    ...namesIn("src", [".ts", ".tsx"]),
    ...["notifications", "spotlight"].flatMap((name) => namesIn(`node_modules/@mantine/${name}/esm`, [".mjs"])),
  ];
  const files = filesBelow(`${CORE}/esm/components`, [".mjs"]);
  const seen = new Set<string>();
  const sheets = names.flatMap((name) =>
    files.filter((path) => path.endsWith(`/${name}.mjs`)).flatMap((path) => sheetsOf(path, seen)),
  );
  const whole = read(`${CORE}/styles.css`);
  const place = (sheet: string) => whole.indexOf(read(`${CORE}/styles/${sheet}.css`).trim().slice(0, 120));
  const expected = ["baseline", "default-css-variables", "global", ...sheets].toSorted((a, b) => place(a) - place(b));
  const listed = [...read("src/ui/mantine.css").matchAll(/styles\/([\w-]+)\.css/g)].map(([, sheet]) => sheet);
  expect(listed).toEqual(expected);
});
