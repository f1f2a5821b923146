import { describe, expect, it } from "vitest";
import { replay } from "../../src/experiment/replay.ts";
import { run } from "../../src/experiment/run.ts";
import { EVENT_LOG_COLUMNS, eventLog } from "../../src/io/event-log.ts";
import { shiftOf } from "../../src/model/calendar.ts";
import type { Process } from "../../src/model/process.ts";
import { about, end, fixed, flow, paths, processOf, start, step, wait } from "../builders.ts";
import { done } from "../done.ts";

function textOf(process: Process, records: number): string {
  let text = "";
  const log = eventLog(process, (piece) => {
    text += piece;
  });
  replay(process, { records }, log);
  log.end();
  return text;
}

/** The rows of a log without commas in its cells, as objects. */
function rowsOf(text: string) {
  const [head, ...lines] = text.trimEnd().split("\r\n");
  expect(head).toBe(EVENT_LOG_COLUMNS.join(","));
  return lines.map((line) => {
    const [caseId = "", activity = "", enable = "", began = "", ended = "", resource = "", department = "", cost = ""] =
      line.split(",");
    const minutes = (time: string) => Date.parse(`${time}Z`) / 60_000;
    return {
      caseId,
      activity,
      enable: minutes(enable),
      start: began === "" ? undefined : minutes(began),
      end: minutes(ended),
      resource,
      department,
      cost: Number(cost),
    };
  });
}

const mean = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

describe("an event log", () => {
  it("has a row for each visit that takes time, on the wall clock at work, by hand", () => {
    // One team, 9 to 17 on Mondays to Fridays. The first begins at 9:30 and takes 30 minutes; the second comes at 9:45,
    // begins at 10 and is done at 10:30. Each costs half an hour at 40 and 5 for the run.
    const process = processOf({
      departments: [{ id: "sales", name: "Sales, inside" }],
      teams: [{ id: "t", name: "=Team", people: 1, costPerHour: 40, department: "sales" }],
      nodes: [
        start("in", { arrivals: { at: [30, 45] } }),
        step("call", { name: 'Call "back"', work: fixed(30), team: "t", cost: 5 }),
        wait("pause", { for: fixed(1, "d") }),
        end("out"),
      ],
      flows: paths("in > call > pause > out"),
      simulation: { start: "2026-01-05T09:00" },
    });
    expect(textOf(process, 2)).toBe(
      [
        "case_id,activity,enable_time,start_time,end_time,resource,department,cost",
        `0,"Call ""back""",2026-01-05T09:30:00.000,2026-01-05T09:30:00.000,2026-01-05T10:00:00.000,'=Team,"Sales, inside",25`,
        `1,"Call ""back""",2026-01-05T09:45:00.000,2026-01-05T10:00:00.000,2026-01-05T10:30:00.000,'=Team,"Sales, inside",25`,
        "0,pause,2026-01-05T10:00:00.000,2026-01-05T10:00:00.000,2026-01-06T10:00:00.000,,,0",
        "1,pause,2026-01-05T10:30:00.000,2026-01-05T10:30:00.000,2026-01-06T10:30:00.000,,,0",
        "",
      ].join("\r\n"),
    );
  });

  it("begins on Monday, 5 January 2026 at midnight where the process does not say", () => {
    const process = processOf({
      nodes: [start("in", { arrivals: { at: [0] } }), step("a", { work: fixed(1, "s") }), end("out")],
      flows: paths("in > a > out"),
    });
    expect(rowsOf(textOf(process, 1))[0]).toMatchObject({ enable: Date.UTC(2026, 0, 5) / 60_000 });
    expect(textOf(process, 1)).toContain(",2026-01-05T00:00:00.000,2026-01-05T00:00:01.000,");
  });

  it("leaves out the start of who left before, and names the team that covered", () => {
    const process = processOf({
      teams: [
        { id: "a", name: "A", people: 1, costPerHour: 60 },
        { id: "b", name: "B", people: 1, costPerHour: 120 },
      ],
      nodes: [
        start("in", { arrivals: { at: [0, 0, 0, 0] } }),
        step("x", { work: fixed(10), team: "a", cover: ["b"], queue: { limit: 1 }, patience: fixed(3) }),
        end("out"),
      ],
      flows: paths("in > x > out"),
    });
    const rows = rowsOf(textOf(process, 4)).map(({ caseId, start: began, end: ended, resource, cost }) => [
      caseId,
      began !== undefined,
      ended - Date.UTC(2026, 0, 5) / 60_000,
      resource,
      cost,
    ]);
    expect(rows).toEqual([
      ["3", false, 0, "", 0],
      ["2", false, 3, "", 0],
      ["0", true, 10, "A", 10],
      ["1", true, 10, "B", 20],
    ]);
  });

  it("leaves the end of a visit open that was not over when the run was", () => {
    // One at a time, 30 minutes each: at 9:45 the first has gone at 9:30, the second is worked on, the third waits.
    const process = processOf({
      teams: [{ id: "t", name: "Team", people: 1 }],
      nodes: [
        start("in", { arrivals: { at: [0, 10, 20] } }),
        step("call", { name: "Call", work: fixed(30), team: "t" }),
        end("out"),
      ],
      flows: paths("in > call > out"),
      simulation: { start: "2026-01-05T09:00", stop: { after: { value: 45, unit: "min" } } },
    });
    let text = "";
    const log = eventLog(process, (piece) => {
      text += piece;
    });
    replay(process, {}, log);
    log.end();
    expect(text.trimEnd().split("\r\n").slice(1)).toEqual([
      "0,Call,2026-01-05T09:00:00.000,2026-01-05T09:00:00.000,2026-01-05T09:30:00.000,Team,,0",
      "1,Call,2026-01-05T09:10:00.000,2026-01-05T09:30:00.000,,Team,,0",
      "2,Call,2026-01-05T09:20:00.000,,,,,0",
    ]);
    const found = done(run(process, {}));
    // By hand: three visits, waits of 0 and 20 minutes that are over, busy all of 45 minutes.
    expect(found.steps.call).toMatchObject({ visits: { mean: 3 }, wait: { mean: 10 }, work: { mean: 30 } });
    expect(found.teams.t!.utilisation.mean).toBe(1);
  });

  it("comes in pieces, so that a long one need not be held", () => {
    const process = processOf({
      nodes: [start("in"), step("a"), end("out")],
      flows: paths("in > a > out"),
    });
    const sizes: number[] = [];
    const log = eventLog(process, (piece) => sizes.push(piece.length));
    replay(process, { records: 5000 }, log);
    log.end();
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThan(70_000);
  });
});

describe("statistics computed from the log alone", () => {
  const day = ["08:00-12:00", "13:00-17:00"];
  const process = processOf({
    calendars: [{ id: "office", name: "Office", week: { mon: day, tue: day, wed: day, thu: day, fri: day } }],
    departments: [{ id: "sales", name: "Sales" }],
    teams: [
      { id: "sdr", name: "SDR", people: 2, costPerHour: 36, department: "sales" },
      { id: "ae", name: "AE", people: 3, calendar: "office", costPerHour: 60 },
    ],
    nodes: [
      start("in", { arrivals: { every: about(20) } }),
      step("call", { name: "Call", work: about(30), team: "sdr", patience: about(120) }),
      step("meet", { name: "Meet", work: about(20), team: "ae", cost: 3 }),
      step("mail", { name: "Mail", work: fixed(2) }),
      end("won"),
      end("lost"),
    ],
    flows: [...paths("in > call > meet > mail > won"), flow("call", "lost", { on: "gives-up" })],
    simulation: { start: "2026-01-05T08:00", replications: 1, seed: 9 },
  });
  const records = 3000;
  const rows = rowsOf(textOf(process, records));
  const results = done(run(process, { records }));
  const zero = Date.UTC(2026, 0, 5, 8) / 60_000;
  // Times of the log are rounded to milliseconds.
  const near = (figure: number, expected: number) => expect(figure / expected).toBeCloseTo(1, 5);

  it("gives the same visits, waits, work of steps without shifts, and costs", () => {
    for (const [activity, id] of [
      ["Call", "call"],
      ["Meet", "meet"],
      ["Mail", "mail"],
    ] as const) {
      const visits = rows.filter((row) => row.activity === activity);
      const found = results.steps[id]!;
      expect(visits.length).toBe(found.visits.mean);
      const waits = visits.map(({ enable, start: began, end: ended }) => (began ?? ended) - enable);
      if (id !== "mail") near(mean(waits), found.wait.mean);
      near(Math.max(1, ...waits), Math.max(1, found.wait.max!));
      expect(visits.filter((row) => row.start === undefined).length).toBe(found.gaveUp.mean);
      const worked = visits.filter((row) => row.start !== undefined);
      if (id !== "meet") near(mean(worked.map((row) => row.end - row.start!)), found.work.mean);
      expect(worked.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(found.cost.mean, 4);
    }
  });

  it("gives the same cycle times and cost of a record", () => {
    const cases = new Map<string, typeof rows>();
    for (const row of rows) cases.set(row.caseId, [...(cases.get(row.caseId) ?? []), row]);
    const times = [...cases.values()].map(
      (visits) => Math.max(...visits.map((row) => row.end)) - Math.min(...visits.map((row) => row.enable)),
    );
    expect(times.length).toBe(records);
    near(mean(times), results.cycleTime.mean);
    near(Math.max(...times), results.cycleTime.max!);
    const sorted = times.toSorted((a, b) => a - b);
    for (const [which, share] of [
      ["p50", 0.5],
      ["p90", 0.9],
      ["p99", 0.99],
    ] as const) {
      const exact = sorted[Math.floor(share * (sorted.length - 1))]!;
      expect(Math.abs(results.cycleTime[which]! / exact - 1)).toBeLessThan(results.percentileError! + 1e-6);
    }
    const costs = [...cases.values()].map((visits) => visits.reduce((sum, { cost }) => sum + cost, 0));
    near(mean(costs), results.costPerRecord!.mean);
    near(Math.max(...costs), results.costPerRecord!.max!);
  });

  it("gives the same utilisation up to the last arrival, counting only time on shift", () => {
    const until = Math.max(...rows.filter(({ activity }) => activity === "Call").map(({ enable }) => enable));
    const onShift = (from: number, to: number) => {
      let minutes = 0;
      for (let midnight = Math.floor(from / 1440) * 1440; midnight < to; midnight += 1440) {
        if ([0, 6].includes(new Date(midnight * 60_000).getUTCDay())) continue;
        for (const shift of day.map((text) => shiftOf(text)!))
          minutes += Math.max(0, Math.min(to, midnight + shift.to) - Math.max(from, midnight + shift.from));
      }
      return minutes;
    };
    const busy = (resource: string, minutes: (from: number, to: number) => number) =>
      rows
        .filter((row) => row.resource === resource && row.start !== undefined && row.start < until)
        .reduce((sum, row) => sum + minutes(row.start!, Math.min(row.end, until)), 0);
    near(busy("SDR", (from, to) => to - from) / (2 * (until - zero)), results.teams.sdr!.utilisation.mean);
    near(busy("AE", onShift) / (3 * onShift(zero, until)), results.teams.ae!.utilisation.mean);
  });
});
