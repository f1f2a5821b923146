import { describe, expect, it } from "vitest";
import { threads } from "../../src/cli/crew.ts";
import { compare, planComparison } from "../../src/experiment/compare.ts";
import { Bench, type Crew, carryOutBy, type Helper } from "../../src/experiment/crew.ts";
import { planRun, run } from "../../src/experiment/run.ts";
import { about, end, paths, processOf, start, step } from "../builders.ts";

const process = processOf({
  nodes: [
    start("in", { arrivals: { every: about(10) } }),
    step("a", { work: about(8), slots: 1 }),
    step("b", { work: about(7), slots: 1 }),
    end("out"),
  ],
  flows: paths("in > a > b > out"),
  scenarios: [{ id: "more", name: "More", changes: [{ set: "nodes/a/slots", to: 2 }] }],
});
const options = { records: 300, precision: 0.2, prove: true, improve: true };

/** Helpers who answer later and in another order than they were asked; what is sent is cloned, as on its way to a worker. */
function crew(size: number, patience = 0): Crew & { readonly sent: unknown[] } {
  const sent: unknown[] = [];
  let busy = 0;
  const hire = (): Helper => {
    const bench = new Bench({});
    return {
      do: async (task, tell) => {
        sent.push(structuredClone(task));
        for (let turns = (busy++ * 7) % 5; turns > 0; turns--) await Promise.resolve();
        return new Promise((done) =>
          bench.do(structuredClone(task), (word) =>
            word.kind === "progress" ? tell(word.share) : done(structuredClone(word.outcome)),
          ),
        );
      },
      end: () => {},
    };
  };
  return { size, hire, now: () => 0, patience, limits: {}, sent };
}

describe("a plan", () => {
  it.each([2, 3, 7])("finds the same with %i helpers as without", async (size) => {
    const helped = crew(size);
    expect(await carryOutBy(helped, planRun(process, options))).toEqual(run(process, options));
    expect(helped.sent.length).toBeGreaterThan(10);
    const some = { records: 300, replications: 4 };
    expect(await carryOutBy(crew(size), planComparison(process, undefined, some))).toEqual(
      compare(process, undefined, some),
    );
  });

  it("finds the same in threads", async () => {
    expect(await carryOutBy({ ...threads(), size: 2, patience: 0 }, planRun(process, options))).toEqual(
      run(process, options),
    );
  }, 60_000);

  it("asks nobody while it is quick, or where there is no second core", async () => {
    for (const alone of [crew(4, 1), crew(1)]) {
      await carryOutBy(alone, planRun(process, options));
      expect(alone.sent).toEqual([]);
    }
  });

  it("sends a process to each helper once", async () => {
    const helped = crew(2);
    await carryOutBy(helped, planRun(process, { records: 50, replications: 12 }));
    const tasks = helped.sent as { process?: unknown }[];
    expect(tasks.length).toBe(11);
    expect(tasks.filter((task) => task.process).length).toBe(2);
  });

  it("tells how far all helpers are together, and comes to an end", async () => {
    const told: number[] = [];
    await carryOutBy(
      crew(3),
      planRun(process, { records: 50, replications: 9 }, { onProgress: ({ done }) => told.push(done) }),
    );
    expect(told.every((done, i) => i === 0 || done >= told[i - 1]!)).toBe(true);
    expect(told.at(-1)).toBeCloseTo(1, 12);
  });

  it("breaks off where a helper breaks down, and ends the others", async () => {
    let ended = 0;
    const broken = {
      ...crew(2),
      hire: () => ({ do: () => Promise.reject(new Error("no memory")), end: () => void ended++ }),
    };
    await expect(carryOutBy(broken, planRun(process, options))).rejects.toThrow("no memory");
    expect(ended).toBe(2);
  });
});

describe("a run that nobody wants to wait for any longer", () => {
  /** Helpers who do so many tasks, and then nothing more. */
  function slow(tasks: number, enough: AbortController): Crew {
    const hired = crew(2);
    let left = tasks;
    const hire = () => {
      const helper = hired.hire();
      return {
        ...helper,
        do: (...args: Parameters<Helper["do"]>) => {
          if (left-- > 0) return helper.do(...args);
          enough.abort();
          return new Promise<never>(() => {});
        },
      };
    };
    return { ...hired, hire, enough: enough.signal };
  }

  it("has the results of the replications that are finished, and says so", async () => {
    const few = await carryOutBy(slow(4, new AbortController()), planRun(process, { records: 100, replications: 20 }));
    const known = few.ok ? few.value.replications : 0;
    expect(known).toBeGreaterThanOrEqual(2);
    expect(known).toBeLessThan(20);
    const whole = run(process, { records: 100, replications: known });
    expect(few).toEqual({
      ...whole,
      value: { ...(whole.ok && whole.value), stopped: `It was cancelled after ${known} replications.` },
    });
  });

  it("has none where not even the first is finished", async () => {
    const enough = new AbortController();
    enough.abort();
    const none = await carryOutBy({ ...crew(2), enough: enough.signal }, planRun(process, { records: 100 }));
    expect(none).toMatchObject({ ok: false, problems: [{ code: "run-cancelled" }] });
  });
});
