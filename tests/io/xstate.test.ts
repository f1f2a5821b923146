import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type AnyStateMachine, initialTransition, transition } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { lifeOf } from "../../src/compile/life.ts";
import { machineOf } from "../../src/compile/machine.ts";
import { xstate, xstateConfig } from "../../src/io/xstate.ts";
import { reachablePart } from "../../src/model/graph.ts";
import type { Process } from "../../src/model/process.ts";
import {
  about,
  decision,
  end,
  fixed,
  flow,
  fork,
  join as joined,
  paths,
  processOf,
  start,
  step,
  wait,
} from "../builders.ts";
import { EXAMPLES } from "./examples.ts";

/** Names and ids that would break out of a text, a comment or an object. */
const hostile: Process = processOf({
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay one
  name: '*/ `${1}` "quoted" \u2028 name',
  fields: [
    { id: "a.b", name: "Dotted", type: "number" },
    { id: "it's", name: "Quoted", type: "choice", options: [{ value: '"x"' }, { value: "`y`" }] },
  ],
  nodes: [
    start("in.put"),
    step('say "hi"', { patience: fixed(5), queue: { limit: 1 } }),
    fork("*"),
    step("left"),
    wait("right#", { for: about(2, "wk") }),
    joined("@join"),
    decision("if", {}),
    end("out"),
    end("gone"),
  ],
  flows: [
    ...paths('in.put > say "hi" > *', "* > left > @join", "* > right# > @join", "@join > if"),
    flow('say "hi"', "gone", { id: "bored", on: "gives-up", delay: fixed(2) }),
    flow("if", "out", {
      when: {
        any: [
          { field: "a.b", is: ">=", to: 3, extensions: { why: "*/" } },
          { field: "it's", is: "in", to: ['"x"'] },
        ],
      },
    }),
    flow("if", "gone", { otherwise: true }),
  ],
});

const CASES = [...EXAMPLES, { name: "hostile", process: hostile }];
const ROOT = new URL("../../", import.meta.url).pathname;

/** An empty folder in which nothing is installed but xstate. */
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-xstate-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(ROOT, "node_modules/xstate"), join(folder, "node_modules/xstate"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const { name, process } of CASES) {
    mkdirSync(join(folder, name));
    for (const [file, text] of Object.entries(xstate.folder(process))) writeFileSync(join(folder, name, file), text);
  }
});

const config = (process: Process) => machineOf(reachablePart(process));

async function written(name: string): Promise<AnyStateMachine> {
  const url = pathToFileURL(join(folder, name, "machine.ts")).href;
  const file: { readonly machine: AnyStateMachine } = await import(/* @vite-ignore */ url);
  return file.machine;
}

/** Lives that differ in where they start, and in what chance and fields say. */
function lives({ nodes, fields }: Process) {
  const starts = nodes.filter(({ kind }) => kind === "start").map(({ id }) => id);
  const chances = (below: number) => Object.fromEntries(nodes.map(({ id }) => [id, below]));
  const values = (last: boolean) =>
    Object.fromEntries(
      fields.map((field) => {
        if (field.type === "choice") return [field.id, (last ? field.options.at(-1) : field.options[0])?.value ?? ""];
        return [field.id, field.type === "number" ? (last ? 1e6 : 0) : last];
      }),
    );
  return starts.flatMap((from) =>
    [0.01, 0.5, 0.99].flatMap((below) =>
      [false, true].map((last) => ({ start: from, chances: chances(below), fields: values(last) })),
    ),
  );
}

/** Where every shortest path of a machine leads, for one life. */
const reached = (machine: AnyStateMachine, input: object) =>
  getShortestPaths(machine, {
    input,
    limit: 5000,
    serializeState: (state: object) => JSON.stringify(("value" in state && state.value) ?? ""),
  } as never)
    .map(({ state, steps }) =>
      JSON.stringify([state.value, state.status, state.output, steps.map(({ event }) => event.type)]),
    )
    .toSorted();

describe("a machine written as TypeScript", () => {
  it("type-checks where there is nothing but xstate", () => {
    const files = CASES.map(({ name }) => join(folder, name, "machine.ts"));
    const tsc = join(ROOT, "node_modules/.bin/tsc");
    const flags =
      "--noEmit --strict --noUncheckedIndexedAccess --skipLibCheck --target es2022 --module nodenext --types".split(
        " ",
      );
    const run = () => execFileSync(tsc, [...flags, "", ...files], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    expect(run()).toBe("");
  });

  it.each(CASES)("goes every way that our machine goes: $name", async ({ name, process }) => {
    const [theirs, ours] = [await written(name), lifeOf(config(process))];
    for (const input of lives(process)) {
      const ways = reached(theirs, input);
      expect(ways).toEqual(reached(ours, input));
      expect(ways.length).toBeGreaterThan(2);
    }
  });

  it.each(CASES)("has our configuration, guards by name and targets by reference: $name", async ({ name, process }) => {
    const { context: _, ...own } = (await written(name)).config as Readonly<Record<string, unknown>>;
    expect(JSON.parse(JSON.stringify(own))).toEqual(JSON.parse(JSON.stringify(config(process))));
  });

  it("hears which flow is taken, and keeps the chances that events bring", async () => {
    const machine = await written("lead-flow");
    const input = { start: "new-lead", fields: {}, chances: {} };
    const [begun] = initialTransition(machine, input as never);
    const [after, actions] = transition(machine, begun, { type: "capture.begin", chances: { won: 0.2 } });
    expect([after.value, actions]).toEqual([{ capture: "working" }, []]);
    const [, taken] = transition(machine, after, { type: "capture.done", chances: { won: 0.2 } });
    expect(taken.map(({ type }) => type)).toContain("take");
  });

  it("waits as long as half of all records do, within what timers can", () => {
    const source = xstate.write(hostile);
    // Of an exponential time with a mean of 2 weeks the median is ln 2 · 14 d = 838 412 s.
    expect(source).toContain(`["right%23"]: ${Math.round(Math.LN2 * 14 * 86_400_000)}`);
    const long = processOf({
      nodes: [start("in"), wait("w", { for: fixed(52, "wk") }), end("out")],
      flows: paths("in > w > out"),
    });
    expect(xstate.write(long)).toContain("    w: 2147483647,");
  });
});

describe("the configuration alone", () => {
  it.each(CASES)("is our machine as JSON: $name", ({ process }) => {
    expect(JSON.parse(xstateConfig.write(process))).toEqual(JSON.parse(JSON.stringify(config(process))));
  });

  it("is not written of a process with errors", () => {
    expect(xstateConfig.obstacles(processOf({ nodes: [start("in")] })).length).toBeGreaterThan(0);
    expect(xstateConfig.obstacles(EXAMPLES[0]!.process)).toEqual([]);
  });
});
