import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriedBy } from "../../src/analyse/carried.ts";
import { insideOver, longestQueue, Timeline } from "../../src/analyse/moment.ts";
import { lifeOf } from "../../src/analyse/record-life.ts";
import { historyOf } from "../../src/experiment/history.ts";
import { runJob } from "../../src/experiment/jobs.ts";
import { replay } from "../../src/experiment/replay.ts";
import { run } from "../../src/experiment/run.ts";
import type { WorkedVisit } from "../../src/simulate/record-log.ts";
import { about, decision, end, fixed, flow, fork, join, paths, processOf, start, step, wait } from "../builders.ts";
import { recorded } from "../recorded.ts";

/** Queues, rework, a delay on the way, parallel work, and people who give up. */
const process = processOf({
  fields: [{ id: "hot", name: "Hot", type: "boolean", share: 0.3 }],
  nodes: [
    start("in", { arrivals: { every: about(10) } }),
    step("a", { work: about(8), slots: 1, patience: about(60) }),
    decision("again"),
    fork("both"),
    step("left", { work: about(4) }),
    step("right", { work: about(9), slots: 1 }),
    join("met"),
    wait("rest"),
    end("out"),
  ],
  flows: [
    ...paths("in > a > again"),
    flow("again", "a", { share: 0.2 }),
    flow("again", "both", { share: 0.8, delay: fixed(5) }),
    ...paths("both > left > met", "both > right > met > rest > out"),
  ],
});
const options = { records: 400, seed: 3 };

const visits: WorkedVisit[] = [];
replay(process, options, visits);
const history = recorded(process, { ...options, replications: 1 });
const timeline = new Timeline(history);

it("counts at any time who waits and who is worked on just as the log does", () => {
  const last = Math.max(...visits.map(({ left }) => left));
  fc.assert(
    fc.property(fc.double({ min: 0, max: last, noNaN: true }), (time) => {
      const counted = timeline.count(time);
      for (const [i, node] of history.nodes.entries()) {
        const here = visits.filter((visit) => visit.node === node && visit.reached <= time && visit.left > time);
        const working = here.filter(({ began }) => began <= time);
        expect([counted.waiting[i], counted.working[i]]).toEqual([here.length - working.length, working.length]);
      }
    }),
    { numRuns: 300 },
  );
});

it("has every record on some way or at some node from its arrival to its end", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: history.until, noNaN: true }), (time) => {
      const { stays, legs } = timeline.at(time);
      const seen = new Set([
        ...stays.map((i) => history.stays.record[i]!),
        ...legs.map((i) => history.legs.record[i]!),
      ]);
      const inside = new Set(
        visits
          .filter(({ record }) => {
            const life = visits.filter((visit) => visit.record === record);
            return (
              Math.min(...life.map(({ reached }) => reached)) <= time &&
              Math.max(...life.map(({ left }) => left)) > time
            );
          })
          .map(({ record }) => record),
      );
      expect(seen).toEqual(inside);
    }),
    { numRuns: 40 },
  );
});

it("tells the way that each record took, delays and joins included", () => {
  const nodeOf = (i: number) => history.nodes[history.stays.node[i]!]!;
  const wayOf = (i: number) => history.ways[history.stays.way[i]!];
  const stays = [...history.stays.record.keys()];
  const first = (node: string) => stays.find((i) => nodeOf(i) === node)!;
  expect(history.stays.way[first("in")]).toBe(-1);
  expect(wayOf(first("left"))).toEqual(["a-again", "again-both", "both-left"]);
  expect(stays.filter((i) => nodeOf(i) === "a").map(wayOf)).toContainEqual(["a-again", "again-a"]);
  // Whoever comes to the rest came from the branch that was last; the other waited at the join.
  const resting = [...history.legs.rests.keys()].filter((i) => history.legs.rests[i] === 1);
  expect(resting.length).toBeGreaterThan(100);
  for (const i of resting) expect(["left-met", "right-met"]).toContain(history.ways[history.legs.way[i]!]?.at(-1));
});

it("goes from one thing that happens to the next and back", () => {
  const [zero, one, two] = timeline.instants;
  expect(timeline.next(zero!, 1)).toBe(one);
  expect(timeline.next((one! + two!) / 2, 1)).toBe(two);
  expect(timeline.next(two!, -1)).toBe(one);
  expect(timeline.next(history.until, 1)).toBe(history.until);
});

it("knows when the queue was longest", () => {
  const longest = longestQueue(history)!;
  const { waiting } = timeline.count(longest.time);
  expect(waiting[history.nodes.indexOf(longest.node)]).toBe(longest.count);
  for (const time of timeline.instants)
    expect(Math.max(...timeline.count(time).waiting)).toBeLessThanOrEqual(longest.count);
});

it("draws how many are inside from an empty start to an empty end", () => {
  const inside = insideOver(history, 50);
  expect(inside.at(-1)).toBe(0);
  expect(Math.max(...inside)).toBeGreaterThan(2);
});

it("keeps the first records only, and plays until the next one arrives", () => {
  const set = { seed: 3, stop: { records: 400 } };
  const outcome = runJob({ ...set, process, replication: 0, log: 400 }, {}, () => {});
  if (outcome.kind !== "done") throw new Error("it was to come to its end");
  const few = historyOf(process, { set, visits: outcome.visits!, over: outcome.replication.minutes }, 50);
  const next = visits.find(({ record, by }) => record === 50 && by === "arrived")!;
  expect(few).toMatchObject({ records: 50, more: true, until: next.reached });
  const short = new Timeline(few);
  for (const share of [0.1, 0.5, 0.99])
    expect(short.count(few.until * share)).toEqual(timeline.count(few.until * share));
});

it("tells a record's story with its waits and its fields", () => {
  const life = lifeOf(history, 0);
  expect(life[0]?.node).toBe("in");
  expect(life.reduce((sum, { waited }) => sum + waited, 0)).toBeCloseTo(
    visits
      .filter(({ record }) => record === 0)
      .reduce((sum, { reached, began, left }) => sum + ((Number.isNaN(began) ? left : began) - reached), 0),
    9,
  );
  const hot = [...Array(400).keys()].map((record) => carriedBy(process, history, record));
  // Three of ten are hot: 120 ± 9 by chance.
  const yes = hot.filter(([field]) => field?.value === "yes").length;
  expect(yes).toBeGreaterThan(80);
  expect(hot.filter(([field]) => field?.value === "no")).toHaveLength(400 - yes);
});

describe("a run that stops in the middle of things", () => {
  const stopped = {
    ...process,
    simulation: { stop: { after: { value: 1234, unit: "min" as const } }, replications: 1 },
  };
  const log: WorkedVisit[] = [];
  const over = replay(stopped, { seed: 3 }, log);
  const until = new Timeline(recorded(stopped, { seed: 3 }));

  it("shows everybody who is still inside, to the end", () => {
    expect(until.history.until).toBe(1234);
    expect(over).toBe(1234);
    const found = run(stopped, { seed: 3 });
    const { stays, legs } = until.at(1234);
    const inside = new Set([
      ...stays.map((i) => until.history.stays.record[i]!),
      ...legs.map((i) => until.history.legs.record[i]!),
    ]);
    expect(inside.size).toBeGreaterThan(1);
    expect(inside.size).toBe(found.ok && found.value.records.inProgress.mean);
    expect(insideOver(until.history, 10).at(-1)).toBe(inside.size);
  });

  it("has the very records inside at any time that the same run has when it goes on", () => {
    // The whole run tells of each record when it left; the stopped one must know it without that.
    const whole = new Timeline(recorded(process, { seed: 3, records: 400, replications: 1 }));
    const who = (timeline: Timeline, time: number) => {
      const { stays, legs } = timeline.at(time);
      const { stays: ofStays, legs: ofLegs } = timeline.history;
      return {
        at: stays.map((i) => [ofStays.record[i], ofStays.node[i]]),
        between: legs.map((i) => ofLegs.record[i]!).toSorted((a, b) => a - b),
      };
    };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1234, noNaN: true }), (time) => {
        expect(who(until, time)).toEqual(who(whole, time));
      }),
      { numRuns: 200 },
    );
  });

  it("tells of a record that is still there how long it has waited by then", () => {
    const waiting = log.find(({ by, began }) => by === "inside" && Number.isNaN(began))!;
    expect(lifeOf(until.history, waiting.record).at(-1)).toMatchObject({
      waited: 1234 - waiting.reached,
      left: Number.POSITIVE_INFINITY,
    });
  });
});
