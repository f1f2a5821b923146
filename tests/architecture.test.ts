import { expect, it } from "vitest";
import { type Source, sourcesBelow, usesOf } from "./sources.ts";

/** What the files of one layer may import, besides each other. */
interface Layer {
  readonly layers: readonly string[];
  /** Layers of which it may know the types, but run nothing. */
  readonly types?: readonly string[];
  /** Outside packages; `@scope/` stands for all of that scope. */
  readonly packages: readonly string[];
}

/** The house, from the ground up: nothing looks up. */
const LAYERS: Readonly<Record<string, Layer>> = {
  model: { layers: [], packages: ["zod"] },
  compile: { layers: ["model"], packages: ["xstate"] },
  simulate: { layers: ["model", "compile"], packages: [] },
  analyse: { layers: ["model", "compile", "simulate"], packages: [] },
  experiment: { layers: ["model", "compile", "simulate", "analyse"], packages: [] },
  layout: { layers: ["model"], packages: [] },
  io: { layers: ["model", "compile"], types: ["analyse"], packages: ["papaparse", "jspdf"] },
  workers: { layers: ["model", "compile", "simulate", "analyse", "experiment", "layout"], packages: [] },
  app: {
    layers: ["model", "compile", "analyse", "layout", "io", "workers"],
    packages: ["zustand", "dexie", "browser-fs-access", "dejavu-fonts-ttf"],
  },
  ui: {
    layers: ["app", "model", "analyse", "io"],
    packages: ["react", "react-dom", "@xyflow/react", "@mantine/", "@tabler/icons-react", "zustand"],
  },
  cli: {
    layers: ["model", "compile", "simulate", "analyse", "experiment", "layout", "io"],
    packages: ["node:", "@resvg/resvg-js"],
  },
  // src/main.tsx, which mounts the app.
  main: { layers: ["ui", "app"], packages: ["react", "react-dom", "@mantine/"] },
};

/** The layers where time, chance and everything outside are arguments. */
const PURE = ["model", "compile", "simulate", "analyse", "experiment", "layout", "io"];

const LONGEST = 300;

const sources = sourcesBelow("src");
const layerOf = (path: string) => path.match(/^src\/([^/.]+)[/.]/)?.[1] ?? "";

it("has only the layers of the table", () => {
  expect(sources).not.toEqual([]);
  expect(sources.map(({ path }) => path).filter((path) => !(layerOf(path) in LAYERS))).toEqual([]);
});

it("imports only from the layers and packages that the table allows", () => {
  const wrong = sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, ours, typeOnly }) => {
      const from = layerOf(path);
      const { layers, types = [], packages } = LAYERS[from] ?? { layers: [], packages: [] };
      if (!ours) {
        const allowed = packages.some((name) => target === name || (name.endsWith("/") && target.startsWith(name)));
        return allowed ? [] : [`${path} imports the package ${target}, which the layer ${from} does not use.`];
      }
      const to = layerOf(target);
      if (target.endsWith(".css") || to === from || layers.includes(to)) return [];
      if (types.includes(to)) {
        return typeOnly ? [] : [`${path} may import types from ${target}, but nothing that runs.`];
      }
      return [`${path} imports ${target}: the layer ${from} must not know the layer ${to}.`];
    }),
  );
  expect(wrong).toEqual([]);
});

it("knows React Flow in ui/canvas only", () => {
  const users = sources.filter(({ imports }) => imports.some(({ target }) => target === "@xyflow/react"));
  expect(users.map(({ path }) => path).filter((path) => !path.startsWith("src/ui/canvas/"))).toEqual([]);
});

it("has no import cycles, types aside", () => {
  const imports = new Map(
    sources.map((source) => [source.path, source.imports.filter(({ ours, typeOnly }) => ours && !typeOnly)]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    if (done.has(path) || trail.includes(path)) return;
    for (const { target } of imports.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  expect(cycles).toEqual([]);
});

it("has no barrels, no default exports, and exports a thing where it declares it", () => {
  const wrong = sources.flatMap(({ path, parsed }) => [
    ...(/\/index\.tsx?$/.test(path) ? [`${path} is a barrel; import from the file that declares.`] : []),
    ...parsed.program.body.flatMap((statement) => {
      if (statement.type === "ExportDefaultDeclaration") return [`${path} has a default export.`];
      if (statement.type === "ExportAllDeclaration") return [`${path} passes on another file's exports.`];
      if (statement.type === "ExportNamedDeclaration" && !statement.declaration) {
        return [`${path} exports a list of names; write “export” before the declarations.`];
      }
      return [];
    }),
  ]);
  expect(wrong).toEqual([]);
});

it("says of everything that it exports what it is", () => {
  expect(sources.flatMap(undocumented)).toEqual([]);
});

it(`keeps files to ${LONGEST} lines`, () => {
  const all = [...sources, ...["tests", "bench"].flatMap(sourcesBelow)];
  const long = all.map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }));
  const wrong = long.filter(({ lines }) => lines > LONGEST);
  expect(wrong.map(({ path, lines }) => `${path} has ${lines} lines; cut it in two where it has two topics.`)).toEqual(
    [],
  );
});

/** What stands for the outside world: page, clock, chance and system. */
const OUTSIDE = new RegExp(
  `^(${[
    ..."window document navigator location localStorage sessionStorage indexedDB fetch XMLHttpRequest".split(" "),
    ..."performance setTimeout setInterval requestAnimationFrame crypto WebSocket Worker".split(" "),
    ..."Math.random Date.now process.env process.argv process.stdout process.stderr".split(" "),
  ].join("|")}|new Date\\(\\))$`,
);

it("knows no clock, no chance, no page and no file below workers", () => {
  const wrong = sources
    .filter(({ path }) => PURE.includes(layerOf(path)))
    .flatMap((source) =>
      usesOf(source)
        .filter((name) => OUTSIDE.test(name))
        .map((name) => `${source.path} uses ${name}; make it an argument, or do it a layer up.`),
    );
  expect(wrong).toEqual([]);
});

/** The layers whose numbers must be the same in every engine, to the last bit. */
const EXACT = ["compile", "simulate", "analyse", "experiment"];
const INEXACT = /^(Math\.(log|log2|log10|log1p|exp|expm1|pow|cbrt|a?(sin|cos|tan)h?|atan2)|\*\*)$/;

it("computes results only with what every engine computes alike", () => {
  const wrong = sources
    .filter(({ path }) => EXACT.includes(layerOf(path)))
    .flatMap((source) =>
      usesOf(source)
        .filter((name) => INEXACT.test(name))
        .map(
          (name) => `${source.path} uses ${name}, whose last bits differ between engines; see src/model/elementary.ts.`,
        ),
    );
  expect(wrong).toEqual([]);
});

/** A sentence for each exported declaration without a docstring right above it. */
function undocumented({ path, text, parsed }: Source): string[] {
  const { body } = parsed.program;
  const docs = parsed.comments.filter(({ type, value }) => type === "Block" && value.startsWith("*"));
  return body.flatMap((statement, i) => {
    if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) return [];
    const own = text.slice(statement.start, statement.end);
    // A type on one line that only names a part of another type says all there is to say.
    if (statement.declaration.type === "TSTypeAliasDeclaration" && !own.includes("\n")) return [];
    const above = body[i - 1]?.end ?? 0;
    // Constants on lines of their own, one below the other, share the docstring above the first.
    const alike = body[i - 1]?.type === statement.type && !own.includes("\n");
    if (alike && /^\r?\n$/.test(text.slice(above, statement.start))) return [];
    if (docs.some(({ start, end }) => start >= above && end <= statement.start)) return [];
    const line = text.slice(0, statement.start).split("\n").length;
    return [`${path}:${line} exports “${own.split("\n")[0]?.slice(0, 60)}” without a docstring.`];
  });
}
