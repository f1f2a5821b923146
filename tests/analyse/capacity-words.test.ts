import { expect, it } from "vitest";
import { capacityOf } from "../../src/analyse/capacity.ts";
import { capacityWords } from "../../src/analyse/capacity-words.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Process } from "../../src/model/process.ts";
import { about, end, fixed, paths, processOf, start, step } from "../builders.ts";

const words = (process: Process) => capacityWords(process, capacityOf(process, compile(process)));

const process = (gap: number, work: number, people?: number) =>
  processOf({
    teams: [{ id: "sdr", name: "Sales development", people: people ?? 1 }],
    nodes: [
      start("in", { arrivals: { every: about(gap) } }),
      step("qualify", { name: "Qualify", work: fixed(work), ...(people ? { team: "sdr" } : {}) }),
      end("out"),
    ],
    flows: paths("in > qualify > out"),
  });

it("says what limits a process that keeps up", () => {
  expect(words(process(10, 15, 2))).toEqual([
    { fine: true, words: "At most 192 records a day can be done, limited by Sales development; 75 % of that arrives." },
  ]);
  expect(words(process(1, 2, 4))[0]?.words).toBe(
    "At most 120 records an hour can be done, limited by Sales development; 50 % of that arrives.",
  );
});

it("says where records pile up that nobody can keep up with", () => {
  // 144 a day come, 140.8 can be done.
  expect(words(process(10, 1440 / 140.8, 1))).toEqual([
    { fine: false, words: "It cannot keep up: +3.2 records a day pile up at “Qualify”." },
    {
      fine: false,
      words: "At most 141 records a day can be done, limited by Sales development; 102.3 % of that arrives.",
    },
  ]);
});

it("says so where there is no limit, and where there is no time to spare", () => {
  expect(words(process(10, 15))).toEqual([{ fine: true, words: "Nothing limits how many records can be done." }]);
  expect(words(process(10, 10, 1))[0]?.words).toMatch(/^It barely keeps up/);
});

it("claims no lines that grow where what is begun on shift is finished after it", () => {
  // 8 hours a day for one person, and 9 records a day of 61 minutes each: 480 / 61 = 7.9 fit into the shift.
  const day = ["09:00-17:00"];
  const after = processOf({
    calendars: [
      { id: "office", name: "Office", week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day } },
    ],
    teams: [{ id: "t", name: "Team", people: 1, calendar: "office" }],
    nodes: [
      start("in", { arrivals: { every: fixed(160) } }),
      step("work", { work: fixed(61), team: "t", breaks: "finish" }),
      end("out"),
    ],
    flows: paths("in > work > out"),
  });
  expect(words(after)).toEqual([
    {
      fine: false,
      words:
        "More work comes than there are hours on shift: 114.4 % at Team. What is begun is finished after hours; a run shows whether that is enough.",
    },
    {
      fine: false,
      words: "At most 7.87 records a day can be done on shift, limited by Team; 114.4 % of that arrives.",
    },
  ]);
  const paused = {
    ...after,
    nodes: after.nodes.map((node) => (node.kind === "step" ? { ...node, breaks: "pause" as const } : node)),
  };
  expect(words(paused)[0]?.words).toMatch(/^It cannot keep up/);
});
