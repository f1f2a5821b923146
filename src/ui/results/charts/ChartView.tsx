import { useElementSize } from "@mantine/hooks";
import { axisTitle, type Chart } from "../../../analyse/charts/chart.ts";
import { BAND_OPACITY, BAND_WORDS, isBanded, seriesColour } from "../../../io/svg/plot.ts";
import { ChartField } from "./ChartField.tsx";
import "./charts.css";

/** How high bars are, and what is below them, in pixels. */
const [ROW, BELOW] = [28, 44];

/** A chart on the page: lines, columns or bars, with a word on whatever the pointer or the arrow keys are at. */
export function ChartView({ chart }: { readonly chart: Chart }) {
  const { ref, width, height } = useElementSize();
  const { kind, rows } = chart;
  return (
    <div className="chart-view" data-kind={kind}>
      <div className="chart-top">
        {kind !== "bars" && <span>{axisTitle(chart.y)}</span>}
        <Legend chart={chart} />
      </div>
      <div
        className="chart-field"
        ref={ref}
        style={kind === "bars" ? { height: rows.length * ROW + BELOW } : undefined}
      >
        {/* Only a field that has been measured can be drawn in. */}
        {width > 0 && <ChartField chart={chart} width={width} height={height} />}
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
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may have one name, and series do not move
          <li key={i}>
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
