import "@mantine/charts/styles.css";
import { BarChart, LineChart } from "@mantine/charts";
import { axisTitle, type Chart } from "../../../analyse/charts/chart.ts";
import { onAxis } from "../../../analyse/charts/chart-table.ts";
import { seriesColour } from "../../../io/svg/chart.ts";
import { number } from "../../../model/format.ts";

/** A chart on the page: lines, columns or bars, with a word on whatever the pointer or the arrow keys are at. */
export function ChartView({ chart }: { readonly chart: Chart }) {
  const View = VIEWS[chart.kind];
  return (
    <div className="chart-view" data-kind={chart.kind}>
      {chart.series.length > 1 && <Legend series={chart.series} />}
      <div className="chart-field">
        <View chart={chart} />
      </div>
    </div>
  );
}

/** Which colour is what; the table behind the chart and the word at the pointer say the same. */
function Legend({ series }: { readonly series: readonly string[] }) {
  return (
    <ul className="chart-legend">
      {series.map((name, i) => (
        <li key={name}>
          <i style={{ background: seriesColour(i) }} />
          {name}
        </li>
      ))}
    </ul>
  );
}

const VIEWS: Readonly<Record<Chart["kind"], (props: { readonly chart: Chart }) => React.ReactNode>> = {
  course: Course,
  histogram: Histogram,
  bars: Bars,
};

/** What all charts have in common. */
function common(chart: Chart) {
  const { y, series } = chart;
  return {
    dataKey: "x",
    data: chart.rows.map(({ x, values }) => ({ x, ...Object.fromEntries(values.map((value, i) => [`s${i}`, value])) })),
    series: series.map((label, i) => ({ name: `s${i}`, label, color: seriesColour(i) })),
    valueFormatter: (value: number) => `${onAxis(value, y)}${y.unit === "" ? "" : ` ${y.unit}`}`,
    tooltipAnimationDuration: 0,
    gridAxis: "xy" as const,
    strokeDasharray: "2 3",
  };
}

function Course({ chart }: { readonly chart: Chart }) {
  const { x, y, across, up } = chart;
  return (
    <LineChart
      {...common(chart)}
      h="100%"
      curveType="linear"
      withDots={false}
      connectNulls={false}
      strokeWidth={1.8}
      lineProps={{ isAnimationActive: false }}
      xAxisLabel={axisTitle(x)}
      yAxisLabel={axisTitle(y)}
      xAxisProps={{ type: "number", domain: [across.low, across.high], ticks: [...across.at], tickFormatter: number }}
      yAxisProps={{ domain: [up.low, up.high], ticks: [...up.at], tickFormatter: number, width: 64 }}
      tooltipProps={{ labelFormatter: (at) => `${onAxis(Number(at), x)} ${x.unit} after the start` }}
    />
  );
}

function Histogram({ chart }: { readonly chart: Chart }) {
  const { x, y, rows, across, up, marks } = chart;
  const width = Number(rows[1]?.x ?? 1) - Number(rows[0]?.x ?? 0);
  const props = common(chart);
  return (
    <BarChart
      {...props}
      // Each column stands over the middle of its bucket.
      data={props.data.map((row) => ({ ...row, x: Number(row.x) + width / 2 }))}
      h="100%"
      barProps={{ isAnimationActive: false }}
      barChartProps={{ barCategoryGap: 1 }}
      xAxisLabel={axisTitle({ ...x, title: chart.title })}
      yAxisLabel={axisTitle(y)}
      xAxisProps={{ type: "number", domain: [across.low, across.high], ticks: [...across.at], tickFormatter: number }}
      yAxisProps={{ domain: [up.low, up.high], ticks: [...up.at], tickFormatter: number, width: 64 }}
      tooltipProps={{
        labelFormatter: (at) => `${number(Number(at) - width / 2)} to ${number(Number(at) + width / 2)} ${x.unit}`,
      }}
      referenceLines={marks
        .filter(({ at }) => at <= across.high)
        .map(({ at, label, aim }) => ({
          x: at,
          label,
          color: aim ? "var(--tl-hot)" : "var(--tl-ink)",
          labelPosition: aim ? ("insideTopRight" as const) : ("insideTopLeft" as const),
        }))}
    />
  );
}

function Bars({ chart }: { readonly chart: Chart }) {
  const { y, rows, up } = chart;
  return (
    <BarChart
      {...common(chart)}
      h={Math.max(120, rows.length * 30 + 76)}
      orientation="vertical"
      type="stacked"
      gridAxis="x"
      barProps={{ isAnimationActive: false, barSize: 16 }}
      xAxisLabel={axisTitle(y)}
      xAxisProps={{ domain: [up.low, up.high], ticks: [...up.at], tickFormatter: number }}
      yAxisProps={{ width: 190, tickFormatter: shortened, interval: 0 }}
    />
  );
}

const MOST_LETTERS = 28;
const shortened = (name: string) => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name);
