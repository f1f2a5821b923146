import { afterEach, describe, expect, it, vi } from "vitest";
import type { Recording } from "../../src/analyse/recording.ts";
import type { Results } from "../../src/analyse/results.ts";
import { run } from "../../src/experiment/run.ts";
import type { RunReply, RunRequest } from "../../src/workers/protocol.ts";
import { runSimulation } from "../../src/workers/run-simulation.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

/** A worker that says what it is told to say, and remembers what it was asked for. */
class Puppet {
  static last: Puppet;
  readonly asked: RunRequest["kind"][] = [];
  ended = false;
  onmessage: (event: { readonly data: RunReply }) => void = () => {};
  onerror: (event: { readonly message: string }) => void = () => {};

  constructor() {
    Puppet.last = this;
  }

  postMessage({ kind }: RunRequest): void {
    this.asked.push(kind);
  }

  terminate(): void {
    this.ended = true;
  }

  says(...replies: readonly RunReply[]): void {
    for (const data of replies) if (!this.ended) this.onmessage({ data });
  }
}

vi.mock("../../src/workers/simulate.worker.ts?worker&inline", () => ({
  default: class {
    constructor() {
      // biome-ignore lint/correctness/noConstructorReturn: it stands for the worker.
      return new Puppet();
    }
  },
}));

const process = processOf({ nodes: [start("in"), step("work"), end("out")], flows: paths("in > work > out") });
const result = run(process, { records: 3, replications: 1 });
const results = (result as { readonly value: Results }).value;
const recording = { inside: [1] } as unknown as Recording;
const FOUND = { kind: "found", results } as const;
const ENDED = { kind: "ended", result } as const;
const RECORDED = { kind: "recorded", recording } as const;
const BROKE = { kind: "broke", message: "Out of memory." } as const;

const stop = new AbortController();
const onRecorded = vi.fn();
const onLost = vi.fn();
/** A run that is listened to, and its worker. */
function begun(signal = new AbortController().signal) {
  const ending = runSimulation(process, { prove: true }, { signal, onRecorded, onLost });
  return { ending, worker: Puppet.last };
}

afterEach(() => vi.clearAllMocks());

it("tells the worker that what was found is on screen, no sooner than it is", async () => {
  let open = () => {};
  const onFound = () => new Promise<void>((done) => (open = done));
  const ending = runSimulation(process, { prove: true }, { signal: new AbortController().signal, onFound });
  const worker = Puppet.last;
  worker.says(FOUND);
  await new Promise(setImmediate);
  expect(worker.asked).toEqual(["run"]);
  open();
  await new Promise(setImmediate);
  expect(worker.asked).toEqual(["run", "opened"]);
  worker.says(ENDED);
  await ending;
});

describe("the recording of a run", () => {
  it("comes after its ending, and the worker lives until then", async () => {
    const { ending, worker } = begun();
    worker.says(FOUND, ENDED);
    expect(await ending).toBe(result);
    expect([worker.ended, worker.asked]).toEqual([false, ["run", "opened"]]);
    worker.says(RECORDED);
    expect(onRecorded).toHaveBeenCalledExactlyOnceWith(recording);
    expect(worker.ended).toBe(true);
  });

  it("comes where there was no proof, too", async () => {
    const { ending, worker } = begun();
    worker.says(ENDED);
    await ending;
    expect(worker.ended).toBe(false);
    worker.says(RECORDED);
    expect([onRecorded.mock.calls.length, worker.ended]).toEqual([1, true]);
  });

  it("may come before the ending: then nothing keeps the worker", async () => {
    const { ending, worker } = begun();
    worker.says(FOUND, RECORDED, ENDED);
    await ending;
    expect([onRecorded.mock.calls.length, worker.ended]).toEqual([1, true]);
  });

  it("is asked for at once where the proof is stopped", async () => {
    const { ending, worker } = begun(stop.signal);
    worker.says(FOUND);
    stop.abort(new Error("enough"));
    await expect(ending).rejects.toThrow("enough");
    expect([worker.ended, worker.asked]).toEqual([false, ["run", "opened", "record"]]);
    worker.says(RECORDED);
    expect([onRecorded.mock.calls.length, worker.ended]).toEqual([1, true]);
  });

  it("is not lost where the proof breaks", async () => {
    const { ending, worker } = begun();
    worker.says(FOUND, BROKE);
    await expect(ending).rejects.toThrow("Out of memory.");
    expect([worker.ended, worker.asked]).toEqual([false, ["run", "opened", "record"]]);
    worker.says(RECORDED);
    expect(onRecorded).toHaveBeenCalledExactlyOnceWith(recording);
    expect(onLost).not.toHaveBeenCalled();
  });

  it("is told to be lost where it cannot be made", async () => {
    const { ending, worker } = begun();
    worker.says(FOUND, ENDED);
    await ending;
    worker.says(BROKE);
    expect(onLost).toHaveBeenCalledExactlyOnceWith(new Error("Out of memory."));
    expect(worker.ended).toBe(true);
  });

  it("is told to be lost where the worker itself breaks down", async () => {
    const { ending, worker } = begun();
    worker.says(FOUND);
    worker.onerror({ message: "it is gone" });
    await expect(ending).rejects.toThrow("it is gone");
    expect(onLost).toHaveBeenCalledExactlyOnceWith(new Error("it is gone"));
    expect(worker.ended).toBe(true);
  });

  it("is not waited for where nothing was found", async () => {
    const { ending, worker } = begun();
    worker.says({ kind: "ended", result: { ok: false, problems: [] } });
    await ending;
    expect([worker.ended, onLost.mock.calls.length]).toEqual([true, 0]);
    const other = begun();
    other.worker.says(BROKE);
    await expect(other.ending).rejects.toThrow();
    expect([other.worker.ended, onLost.mock.calls.length]).toEqual([true, 0]);
  });
});
