import { MINUTES } from "../../model/distribution.ts";
import { duration, number, percent, unitFor } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import type { Course, Courses } from "../course.ts";
import type { Results } from "../results.ts";
import { type Axis, type Chart, chartOf } from "./chart.ts";

/** More lines than this cannot be told apart. */
const LINES = 5;

/** A line over time with the name of what it is of. */
interface Line {
  readonly name: string;
  readonly course: Course;
  /** What its average is, by which the most telling lines are chosen. */
  readonly mean: number;
}

/** How many records are inside over time, where they queue, and how busy the teams are. */
export function courseCharts(process: Process, results: Results): readonly Chart[] {
  const { course } = results;
  // A run of a single arrival has no time in which anybody could be counted.
  if (course === undefined || course.inside.mean.length < 2 || !course.inside.mean.some((count) => count > 0))
    return [];
  const queues = Object.entries(course.steps).map(([id, { queue }]) => ({
    name: nameOf(process, id),
    course: queue,
    mean: results.steps[id]?.queueLength.mean ?? 0,
  }));
  const teams = Object.entries(course.teams).map(([id, { utilisation }]) => ({
    name: nameOf(process, id),
    course: utilisation,
    mean: results.teams[id]?.utilisation.mean ?? 0,
  }));
  return [insideChart(course, results), queueChart(course, queues), loadChart(course, teams)].filter(
    (chart) => chart.series.length > 0,
  );
}

function insideChart(course: Courses, { workInProgress }: Results): Chart {
  const { inside, bucketMinutes } = course;
  const line = { name: "Records inside", course: inside, mean: workInProgress?.mean ?? 0 };
  const peak = peakOf(inside);
  return chartOf({
    id: "inside",
    title: "Work in progress",
    message: `${number(line.mean)} records are inside on average; the most, ${number(peak.value)}, ${when(peak.bucket, bucketMinutes)}.`,
    kind: "course",
    ...lines(course, [line], { title: "Records inside", unit: "", digits: 1 }),
  });
}

function queueChart(course: Courses, all: readonly Line[]): Chart {
  const shown = telling(all);
  const [longest] = shown;
  const peak = longest && peakOf(longest.course);
  return chartOf({
    id: "queues",
    title: "Queues",
    message:
      longest === undefined || peak === undefined
        ? "Nobody waits at any step."
        : `The longest queue is at “${longest.name}”: ${number(longest.mean)} on average, ${number(peak.value)} ${when(peak.bucket, course.bucketMinutes)}.`,
    kind: "course",
    ...lines(course, shown, { title: "Records waiting", unit: "", digits: 1 }),
  });
}

function loadChart(course: Courses, all: readonly Line[]): Chart {
  const shown = telling(all);
  const [busiest] = shown;
  return chartOf({
    id: "load",
    title: "Load of teams",
    message:
      busiest === undefined
        ? "No team has anything to do."
        : `The busiest team is “${busiest.name}”: ${percent(busiest.mean)} of its time on shift.`,
    kind: "course",
    ...lines(course, shown, { title: "Load", unit: "%", digits: 1, most: 100 }, 100),
  });
}

/** The lines with the highest averages, those without anything left out. */
function telling(all: readonly Line[]): readonly Line[] {
  return all
    .filter(({ mean }) => mean > 0)
    .toSorted((a, b) => b.mean - a.mean)
    .slice(0, LINES);
}

function lines(
  { bucketMinutes, inside }: Courses,
  shown: readonly Line[],
  y: Axis,
  times = 1,
): Pick<Chart, "x" | "y" | "series" | "rows" | "marks"> {
  const buckets = inside.mean.length;
  const unit = bucketMinutes * buckets >= 4 * MINUTES.wk ? "wk" : unitFor(bucketMinutes * buckets);
  const known = (value: number | null | undefined) =>
    value === undefined || value === null || Number.isNaN(value) ? undefined : value * times;
  return {
    x: { title: "Time since the start", unit, digits: 2 },
    y,
    series: shown.map(({ name }) => name),
    // A bucket’s average stands in its middle.
    rows: inside.mean.map((_, i) => ({
      x: ((i + 0.5) * bucketMinutes) / MINUTES[unit],
      values: shown.map(({ course }) => known(course.mean[i])),
      halves: shown.map(({ course }) => known(course.half[i])),
    })),
    marks: [],
  };
}

function peakOf({ mean }: Course): { readonly bucket: number; readonly value: number } {
  return mean.reduce((most, value, bucket) => (value > most.value ? { bucket, value } : most), { bucket: 0, value: 0 });
}

function when(bucket: number, bucketMinutes: number): string {
  return bucket === 0 ? "at the start" : `after ${duration(bucket * bucketMinutes)}`;
}
