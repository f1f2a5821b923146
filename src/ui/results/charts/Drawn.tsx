import { memo } from "react";
import { axisTitle, type Chart } from "../../../analyse/charts/chart.ts";
import { BAND_OPACITY, CHART_TYPE, MARK_GAP, type Plot, seriesColour } from "../../../io/svg/plot.ts";
import { shortened } from "../../../io/svg/text.ts";

interface Props {
  readonly chart: Chart;
  readonly plot: Plot;
}

/** What of a chart stays the same while a pointer moves over it. */
export const Drawn = memo(function Drawn({ chart, plot }: Props) {
  return (
    <>
      <Grid chart={chart} plot={plot} />
      <Shapes plot={plot} />
      {chart.kind === "bars" && <Names chart={chart} plot={plot} />}
      <Marks plot={plot} />
    </>
  );
});

/** The figures at the edges, and a line for each through the chart. */
function Grid({ chart: { kind, x, y, title }, plot: { box, below, beside } }: Props) {
  const { left, right, top, bottom } = box;
  const words = kind === "bars" ? axisTitle(y) : axisTitle(kind === "histogram" ? { ...x, title } : x);
  return (
    <g className="chart-grid">
      {below.map(({ at, text }) => (
        <g key={text}>
          <line x1={at} x2={at} y1={top} y2={bottom} />
          <text x={at} y={bottom + 15} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {beside.map(({ at, text }) => (
        <g key={text}>
          <line x1={left} x2={right} y1={at} y2={at} />
          <text x={left - 7} y={at + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line className="chart-ground" x1={left} x2={right} y1={bottom} y2={bottom} />
      <text x={(left + right) / 2} y={bottom + 33} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}

function Shapes({ plot: { bands, lines, blocks } }: Pick<Props, "plot">) {
  // A place in a chart is what its parts are known by.
  return (
    <>
      {bands.map((d, s) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: series do not move
        <path key={s} d={d} fill={seriesColour(s)} fillOpacity={BAND_OPACITY} />
      ))}
      {lines.map((d, s) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: series do not move
        <path key={s} d={d} fill="none" stroke={seriesColour(s)} strokeWidth={1.8} strokeLinejoin="round" />
      ))}
      {blocks.map(({ series, ...shape }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor do columns
        <rect key={i} {...shape} fill={seriesColour(series)} />
      ))}
    </>
  );
}

/** What each bar is of. */
function Names({ chart: { rows }, plot: { box, places } }: Props) {
  return (
    <g className="chart-names">
      {rows.map(({ x }, i) => {
        const name = String(x);
        const shown = shortened(name, box.left - 14, CHART_TYPE);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may have one name
          <text key={i} x={box.left - 8} y={places[i]! + 4} textAnchor="end">
            {shown !== name && <title>{name}</title>}
            {shown}
          </text>
        );
      })}
    </g>
  );
}

function Marks({ plot: { marks, box } }: Pick<Props, "plot">) {
  return marks.map(({ x, label, baseline, left, aim }) => (
    <g key={`${label} ${x}`} className="chart-mark" data-aim={aim}>
      <line x1={x} x2={x} y1={baseline - CHART_TYPE} y2={box.bottom} />
      <text x={x + (left ? -MARK_GAP : MARK_GAP)} y={baseline} textAnchor={left ? "end" : "start"}>
        {label}
      </text>
    </g>
  ));
}
