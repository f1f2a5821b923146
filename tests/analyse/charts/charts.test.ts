import fc from "fast-check";
import { expect, it } from "vitest";
import { causesChart } from "../../../src/analyse/charts/causes.ts";
import { ticksFor } from "../../../src/analyse/charts/chart.ts";
import { chartCsv, chartTable } from "../../../src/analyse/charts/chart-table.ts";
import { courseCharts } from "../../../src/analyse/charts/courses.ts";
import { cycleTimeChart } from "../../../src/analyse/charts/cycle-time.ts";
import { funnelChart, leftWords } from "../../../src/analyse/charts/funnel.ts";
import { moneyCharts } from "../../../src/analyse/charts/money.ts";
import { rowLine, rowWords } from "../../../src/analyse/charts/row-words.ts";
import type { Results, Stat } from "../../../src/analyse/results.ts";
import { progressLine } from "../../../src/analyse/time-left.ts";
import { chartSvg } from "../../../src/io/svg/chart.ts";
import { CHART_TYPE, plotOf } from "../../../src/io/svg/plot.ts";
import { textWidth } from "../../../src/model/text.ts";
import { end, step } from "../../builders.ts";
import { process, results, stat } from "../../ui/results/fixture.ts";

it("puts round figures at an axis that hold all values", () => {
  expect(ticksFor(0, 87)).toEqual({ low: 0, high: 100, at: [0, 20, 40, 60, 80, 100] });
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (high) => {
      const ticks = ticksFor(0, high);
      expect(ticks.low).toBe(0);
      expect(ticks.high).toBeGreaterThanOrEqual(high * (1 - 1e-9));
      expect(ticks.at.length).toBeGreaterThanOrEqual(2);
      expect(ticks.at.length).toBeLessThanOrEqual(8);
    }),
  );
});

it("shows how times are spread in percent, with percentiles and the target from start to end", () => {
  const aim = { id: "fast", name: "Fast", from: "new", to: "won", within: { value: 2, unit: "h" as const } };
  const timed: Results = {
    ...results,
    cycleTimes: { bucketMinutes: 60, shares: [0.5, 0.3, 0.19], beyond: 0.01 },
    targets: { fast: { time: stat(134), within: stat(0.71) } },
  };
  const chart = cycleTimeChart({ ...process, targets: [aim] }, timed);
  expect(chart?.message).toBe(
    "Half of the records take less than 1.7 h, 9 of 10 less than 5 h; 71 % make “Fast” in 2 h. 1 % take longer than is shown.",
  );
  expect(chart?.rows.map(({ x, values }) => [x, values[0]])).toEqual([
    [0, 50],
    [1, 30],
    [2, 19],
  ]);
  expect(chart?.marks.map(({ label, at, aim: is }) => [label, Math.round(at * 60), is])).toEqual([
    ["half", 100, false],
    ["9 of 10", 300, false],
    ["Fast", 120, true],
  ]);
  expect(cycleTimeChart(process, results)).toBeUndefined();
});

it("shows the longest waits first, and says what they are for", () => {
  const call = {
    ...results.steps.call!,
    causes: { ...results.steps.call!.causes, nobodyFree: stat(20), offHours: stat(70) },
  };
  const chart = causesChart(process, { ...results, steps: { ...results.steps, call } });
  expect(chart?.message).toBe("Records wait longest at “Call”: 90 min a visit, mostly because it is off hours.");
  expect(chart?.series).toEqual(["Nobody free", "Off hours"]);
  expect(chart?.rows.map(({ x, values }) => [x, ...values])).toEqual([
    ["Call", 20, 70],
    ["Quote", 4, 0],
  ]);
});

it("says at which stage most are lost, and where they went", () => {
  const staged = {
    ...process,
    stages: [
      { id: "lead", name: "Lead" },
      { id: "deal", name: "Deal" },
    ],
  };
  const funnel = [
    {
      stage: "lead",
      records: stat(1000),
      share: stat(1),
      dropOff: stat(0.6),
      left: { won: stat(450), call: stat(150) },
    },
    { stage: "deal", records: stat(400), share: stat(0.4), dropOff: stat(1), left: { won: stat(400) } },
  ];
  const chart = funnelChart(staged, { ...results, funnel });
  // “Won” has no outcome, so those who come there are neither lost nor a success; who gave up at “Call” is lost.
  expect(chart?.message).toBe(
    "40 % of all records come to “Deal”; most are lost at “Lead”: 15 % of those who come there.",
  );
  expect(chart?.series).toEqual(["Go on", "Are lost", "Come to a good end", "End neither way"]);
  expect(chart?.rows.map(({ values }) => values)).toEqual([
    [40, 15, 0, 45],
    [0, 0, 0, 40],
  ]);
  expect(leftWords(staged, funnel[0]!)).toBe("Won 45 %, Call 15 %");
});

it("does not call a good end lost, wherever it comes, and says so where nobody is lost", () => {
  const won = end("won", { name: "Won", outcome: "success" });
  const lost = end("lost", { name: "Lost", outcome: "failure" });
  const stages = [
    { id: "lead", name: "Lead" },
    { id: "deal", name: "Deal" },
  ];
  const staged = { ...process, nodes: [...process.nodes.filter(({ id }) => id !== "won"), won, lost], stages };
  // Most come to a good end in the first stage already; a quarter of those who come to the last are lost there.
  const first = { stage: "lead", records: stat(1000), share: stat(1), dropOff: stat(0.6), left: { won: stat(600) } };
  const last = { stage: "deal", records: stat(400), share: stat(0.4), dropOff: stat(1) };
  const chart = (left: Record<string, Stat>) => funnelChart(staged, { ...results, funnel: [first, { ...last, left }] });
  const some = chart({ won: stat(300), lost: stat(100) });
  expect(some?.message).toBe(
    "40 % of all records come to “Deal”; most are lost at “Deal”: 25 % of those who come there.",
  );
  expect(some?.series).toEqual(["Go on", "Are lost", "Come to a good end"]);
  expect(some?.rows.map(({ values }) => values)).toEqual([
    [40, 0, 60],
    [0, 10, 30],
  ]);
  expect(chart({ won: stat(400) })?.message).toBe("40 % of all records come to “Deal”; none is lost.");
});

it("ends the axis of a load at all of the time, however unsure the load is", () => {
  const course = {
    bucketMinutes: 60,
    inside: { mean: [1, 1], half: [0, 0] },
    steps: {},
    teams: { sdr: { utilisation: { mean: [0.9, 0.95], half: [0.3, 0.02] } } },
  };
  const [, load] = courseCharts(process, { ...results, course });
  expect(load?.message).toBe("The busiest team is “Sales development”: 97 % of its time on shift.");
  expect(load?.up.high).toBe(100);
  expect(load?.bands[0]?.[0]?.map(({ high }) => Math.round(high))).toEqual([100, 97]);
});

it("writes what its colours are of on as many lines as that takes, none beyond the edge of the picture", () => {
  const names = [
    "Qualify the lead by hand",
    "Sales meeting and offer",
    "Enter the support ticket",
    "Welcome",
    "Resolve",
  ];
  const steps = Object.fromEntries(names.map((name) => [name, { queue: { mean: [1, 2], half: [0.1, 0.1] } }]));
  const queued = Object.fromEntries(names.map((name) => [name, { ...results.steps.call!, queueLength: stat(1) }]));
  const course = { bucketMinutes: 60, inside: { mean: [1, 1], half: [0, 0] }, steps, teams: {} };
  const long = { ...process, nodes: names.map((name) => step(name, { name })) };
  const [, queues] = courseCharts(long, { ...results, steps: queued, course });
  const svg = chartSvg(queues!);
  const keys = [...svg.matchAll(/<rect x="(\d+(?:\.\d+)?)" y="(\d+)" width="10" height="10"/g)];
  expect(keys).toHaveLength(names.length + 1);
  expect(new Set(keys.map(([, , y]) => y)).size).toBe(2);
  [...names, "95 % interval of the mean"].forEach((name, i) => {
    expect(Number(keys[i]![1]) + 14 + textWidth(name, CHART_TYPE)).toBeLessThanOrEqual(700);
  });
});

it("shows what goes on over time in one unit, with the most telling lines", () => {
  const course = {
    bucketMinutes: 60,
    inside: { mean: [1, 4, 2], half: [0.1, 0.2, 0.3] },
    steps: {
      call: { queue: { mean: [0, 3, 1], half: [0, 0, 0] } },
      quote: { queue: { mean: [0, 0, 0], half: [0, 0, 0] } },
    },
    teams: { sdr: { utilisation: { mean: [0.5, 1, Number.NaN], half: [0, 0, 0] } } },
  };
  const steps = { call: results.steps.call!, quote: { ...results.steps.quote!, queueLength: stat(0) } };
  const [inside, queues, load] = courseCharts(process, { ...results, steps, course, workInProgress: stat(2.5) });
  expect(inside?.message).toBe("2.5 records are inside on average; the most, 4, after 1 h.");
  expect(inside?.rows.map(({ x }) => x)).toEqual(
    [0.5, 1.5, 2.5].map((hours) => hours * (inside?.x.unit === "min" ? 60 : 1)),
  );
  expect(queues?.series).toEqual(["Call"]);
  expect(load?.rows.map(({ values }) => values[0])).toEqual([50, 100, undefined]);
});

it("draws the interval between replications as a band around each line, up to where it is known", () => {
  const course = {
    bucketMinutes: 60,
    inside: { mean: [1, 4, 2, 3], half: [0.5, 1.5, 3, 0.2] },
    steps: {},
    teams: { sdr: { utilisation: { mean: [0.5, 0.9, Number.NaN, 0.8], half: [0.2, 0.05, Number.NaN, 0] } } },
  };
  const [inside, load] = courseCharts(process, { ...results, course });
  const edges = (chart: typeof inside) =>
    chart?.bands.map((bands) => bands.map((band) => band.map(({ low, high }) => [low, high])));
  // Nobody can be inside less than never.
  const points = [
    [0.5, 1.5],
    [2.5, 5.5],
    [0, 5],
    [2.8, 3.2],
  ];
  expect(edges(inside)).toEqual([[points]]);
  // The axis reaches as far as the band does, in steps of 1, 2 or 5.
  expect(inside?.up.at).toEqual([0, 2, 4, 6]);
  const [[[first, second] = []] = []] = edges(load) ?? [];
  expect([first?.[0], first?.[1], second?.[0], second?.[1]].map((each) => Math.round(each!))).toEqual([30, 70, 85, 95]);
  expect(load?.bands[0]).toHaveLength(1);
  expect(chartSvg(inside!)).toContain("95 % interval of the mean");
  expect(chartCsv(inside!).split("\r\n")[1]).toBe("0.5,1,0.5");
});

it("says in words what each row of a chart shows, with its interval and unit", () => {
  const course = {
    bucketMinutes: 60,
    inside: { mean: [1, 4, 2], half: [0.5, 0, 0.2] },
    steps: {},
    teams: { sdr: { utilisation: { mean: [0.5, 0.9, Number.NaN], half: [0.2, 0.05, Number.NaN] } } },
  };
  const [inside, load] = courseCharts(process, { ...results, course });
  expect(rowLine(inside!, 0)).toBe("0.50 h after the start: 1.0 ± 0.5");
  expect(rowLine(inside!, 1)).toBe("1.50 h after the start: 4.0");
  expect(rowLine(load!, 0)).toBe("0.50 h after the start: 50.0 ± 20.0 %");
  expect(rowLine(load!, 2)).toBe("2.50 h after the start: nothing");
  const timed = { ...results, cycleTimes: { bucketMinutes: 60, shares: [0.5, 0.3], beyond: 0 } };
  expect(rowLine(cycleTimeChart(process, timed)!, 1)).toBe("1 to 2 h: 30.00 %");
  const causes = causesChart(process, results)!;
  expect(rowWords(causes, 0).head).toBe("Call");
});

it("measures columns, bars and lines out in pixels, and puts words of marks that are close above each other", () => {
  const aim = { id: "fast", name: "Fast", from: "new", to: "won", within: { value: 110, unit: "min" as const } };
  const cycleTimes = { bucketMinutes: 60, shares: [0.5, 0.25, 0.125, 0.125, 0, 0], beyond: 0 };
  const timed: Results = { ...results, cycleTimes, targets: { fast: { time: stat(100), within: stat(0.5) } } };
  const chart = cycleTimeChart({ ...process, targets: [aim] }, timed)!;
  const { box, blocks, marks, places } = plotOf(chart, { left: 0, right: 600, top: 0, bottom: 288 });
  // "half" at 100 min and "Fast" at 110 min: two lines of 14 pixels above the columns; "9 of 10" at 5 h stands alone.
  expect(marks.map(({ label, baseline }) => [label, baseline])).toEqual([
    ["half", 24],
    ["Fast", 10],
    ["9 of 10", 24],
  ]);
  expect(box).toEqual({ left: 0, right: 600, top: 28, bottom: 288 });
  expect(places).toEqual([50, 150, 250, 350, 450, 550]);
  // The axis reaches to 60 %, 260 pixels high.
  expect(chart.up.high).toBe(60);
  expect(blocks[1]).toEqual({ x: 100, y: 288 - (25 / 60) * 260, width: 99, height: (25 / 60) * 260, series: 0 });

  const bars = plotOf(causesChart(process, results)!, { left: 100, right: 300, top: 0, bottom: 100 });
  expect(bars.places).toEqual([25, 75]);
  expect(bars.blocks.every(({ x, width }) => x >= 100 && x + width <= 300.001)).toBe(true);
});

it("adds up to what a record costs", () => {
  const [cost] = moneyCharts(process, results);
  expect(cost?.message).toBe("A record that arrives costs 0.8 EUR of work, 100 % of it at “Call”.");
});

it("has its rows as a table for people and as CSV for programs", () => {
  const chart = causesChart(process, results)!;
  expect(chartTable(chart)).toEqual({
    heads: ["Step", "Wait per visit, min"],
    rows: [
      ["Call", "4.00"],
      ["Quote", "4.00"],
    ],
  });
  expect(chartCsv({ ...chart, rows: [{ x: "=cmd", values: [1.5] }] })).toBe('Step,"Wait per visit, min"\r\n\'=cmd,1.5');
});

it("tells the time left from the time that passed", () => {
  expect(progressLine({ done: 0.3, replication: 7, of: 20 }, 3000)).toBe("Replication 7 of 20, about 7 s left");
  expect(progressLine({ done: 0.5, replication: 11, of: 20 }, 300_000)).toBe("Replication 11 of 20, about 5 min left");
  expect(progressLine({ done: 0.01, replication: 1, of: 20 }, 3000)).toBe("Replication 1 of 20");
  expect(progressLine({ done: 0, replication: 0, of: 0 }, 0)).toBe("Getting ready");
});
