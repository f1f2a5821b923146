import { beforeEach, expect, it, vi } from "vitest";
import type { Task, Word } from "../../src/experiment/crew.ts";
import type { RunReply, RunRequest } from "../../src/workers/protocol.ts";
import { about, end, paths, processOf, start, step } from "../builders.ts";
import { recorded } from "../recorded.ts";

vi.mock("../../src/workers/job.worker.ts?worker&inline", async () => {
  const { Bench } = await import("../../src/experiment/crew.ts");
  /** On a slow machine helpers are hired; these work where they are. */
  class Helper {
    private readonly bench = new Bench({});
    onmessage: (event: { readonly data: Word }) => void = () => {};

    postMessage(task: Task): void {
      queueMicrotask(() => this.bench.do(task, (data) => this.onmessage({ data })));
    }

    terminate(): void {}
  }
  return { default: Helper };
});

/** What the page is told, in order, and what it does when it is told something. */
const told: RunReply[] = [];
let then: (reply: RunReply) => void = () => {};
const scope = {
  postMessage: (reply: RunReply, { transfer = [] }: { readonly transfer?: Transferable[] } = {}) => {
    told.push(structuredClone(reply, { transfer }));
    then(reply);
  },
  onmessage: async (_event: { readonly data: RunRequest }): Promise<void> => {},
};
vi.stubGlobal("self", scope);
vi.stubGlobal("navigator", { hardwareConcurrency: 2 });
await import("../../src/workers/simulate.worker.ts");

const process = processOf({
  teams: [{ id: "team", name: "Team", people: 1 }],
  nodes: [start("in", { arrivals: { every: about(10) } }), step("work", { team: "team", work: about(8) }), end("out")],
  flows: paths("in > work > out"),
});
const OPTIONS = { records: 300, replications: 2, seed: 4, prove: true };
const ask = (data: RunRequest) => scope.onmessage({ data });
const kinds = () => told.map(({ kind }) => kind).filter((kind) => kind !== "progress");
const RUN = { kind: "run", process, options: OPTIONS, record: true } as const;

/** As the page does once it has on screen what it was told. */
const open = ({ kind }: RunReply) => {
  if (kind === "found" || kind === "ended") queueMicrotask(() => void ask({ kind: "opened" }));
};

beforeEach(() => {
  told.length = 0;
  then = open;
});

it("begins with the proof once what was found is on screen", async () => {
  const isProving = () => told.some((reply) => reply.kind === "progress" && reply.progress.stage === "prove");
  const found = new Promise<void>((pass) => {
    then = ({ kind }) => kind === "found" && pass();
  });
  const ending = ask(RUN);
  await found;
  await new Promise(setImmediate);
  expect(isProving()).toBe(false);
  then = open;
  await ask({ kind: "opened" });
  await ending;
  expect(isProving()).toBe(true);
});

it("records what was found once the run has ended", async () => {
  await ask(RUN);
  expect(kinds()).toEqual(["found", "ended", "recorded"]);
  expect(told.at(-1)).toMatchObject({ recording: { history: recorded(process, OPTIONS) } });
});

it("records at once for who asks, and no second time", async () => {
  then = (reply) => {
    open(reply);
    if (reply.kind === "found") void ask({ kind: "record" });
  };
  await ask(RUN);
  expect(kinds()).toEqual(["found", "recorded", "ended"]);
});

it("still records where the proof breaks", async () => {
  then = (reply) => {
    open(reply);
    if (reply.kind === "progress" && reply.progress.stage === "prove") throw new Error("a broken proof");
  };
  await ask(RUN);
  expect(kinds()).toEqual(["found", "broke"]);
  await ask({ kind: "record" });
  expect(kinds()).toEqual(["found", "broke", "recorded"]);
});

it("records nothing of a run that nobody wants to play back", async () => {
  await ask({ ...RUN, record: false });
  expect(kinds()).toEqual(["found", "ended"]);
});
