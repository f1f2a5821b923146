import "@mantine/charts/styles.css";
import { BarChart, LineChart } from "@mantine/charts";
import { usePlotArea } from "recharts";
import { axisTitle, type Chart } from "../../../analyse/charts/chart.ts";
import { onAxis } from "../../../analyse/charts/chart-table.ts";
import { BAND_OPACITY, BAND_WORDS, bandPath, isBanded, seriesColour } from "../../../io/svg/chart.ts";
import { number } from "../../../model/format.ts";

/** A chart on the page: lines, columns or bars, with a word on whatever the pointer or the arrow keys are at. */
export function ChartView({ chart }: { readonly chart: Chart }) {
  const View = VIEWS[chart.kind];
  return (
    <div className="chart-view" data-kind={chart.kind}>
      <div className="chart-top">
        {chart.kind !== "bars" && <span>{axisTitle(chart.y)}</span>}
        <Legend chart={chart} />
      </div>
      <div className="chart-field">
        <View chart={chart} />
      </div>
    </div>
  );
}

/** Which colour is what; the table behind the chart and the word at the pointer say the same. */
function Legend({ chart }: { readonly chart: Chart }) {
  const { series } = chart;
  const banded = isBanded(chart);
  if (series.length < 2 && !banded) return null;
  return (
    <ul className="chart-legend">
      {series.length > 1 &&
        series.map((name, i) => (
          <li key={name}>
            <i style={{ background: seriesColour(i) }} />
            {name}
          </li>
        ))}
      {banded && (
        <li>
          <i style={{ background: seriesColour(0), opacity: 2 * BAND_OPACITY }} />
          {BAND_WORDS}
        </li>
      )}
    </ul>
  );
}

/** How sure the lines are: the interval of each, as a band behind it. */
function Bands({ chart }: { readonly chart: Chart }) {
  const plot = usePlotArea();
  if (!plot) return null;
  const { across, up } = chart;
  const x = (at: number) => plot.x + ((at - across.low) / (across.high - across.low)) * plot.width;
  const y = (at: number) => plot.y + plot.height - ((at - up.low) / (up.high - up.low)) * plot.height;
  return chart.series.map((name, i) => (
    <path key={name} d={bandPath(chart, i, x, y)} fill={seriesColour(i)} fillOpacity={BAND_OPACITY} />
  ));
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

/** Every figure of an axis is shown, so that they stand evenly. */
const acrossProps = ({ across: { low, high, at } }: Chart) => ({
  type: "number" as const,
  domain: [low, high],
  ticks: [...at],
  tickFormatter: number,
  interval: 0 as const,
});

const upProps = ({ up: { low, high, at } }: Chart) => ({
  domain: [low, high],
  ticks: [...at],
  tickFormatter: number,
  interval: 0 as const,
  width: 44,
});

function Course({ chart }: { readonly chart: Chart }) {
  const { x } = chart;
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
      xAxisProps={acrossProps(chart)}
      yAxisProps={upProps(chart)}
      tooltipProps={{ labelFormatter: (at) => `${onAxis(Number(at), x)} ${x.unit} after the start` }}
    >
      <Bands chart={chart} />
    </LineChart>
  );
}

function Histogram({ chart }: { readonly chart: Chart }) {
  const { x, rows, across, marks } = chart;
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
      xAxisProps={acrossProps(chart)}
      yAxisProps={upProps(chart)}
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
  const { y, rows } = chart;
  return (
    <BarChart
      {...common(chart)}
      h={Math.max(120, rows.length * 30 + 76)}
      orientation="vertical"
      type="stacked"
      gridAxis="x"
      barProps={{ isAnimationActive: false, barSize: 16 }}
      xAxisLabel={axisTitle(y)}
      xAxisProps={{ ...upProps(chart), height: 30 }}
      yAxisProps={{ width: 190, tickFormatter: shortened, interval: 0 }}
    />
  );
}

const MOST_LETTERS = 28;
const shortened = (name: string) => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name);
