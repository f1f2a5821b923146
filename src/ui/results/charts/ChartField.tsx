import { type PointerEvent, useMemo } from "react";
import type { Chart } from "../../../analyse/charts/chart.ts";
import { rowLine, rowWords } from "../../../analyse/charts/row-words.ts";
import { type Plot, plotOf, seriesColour } from "../../../io/svg/plot.ts";
import { Drawn } from "./Drawn.tsx";
import { useCursor } from "./use-cursor.ts";

interface Props {
  readonly chart: Chart;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The room at the edges for figures and names, in pixels; names of bars take no more than this part of the width. */
const EDGE = { top: 6, right: 16, bottom: 40, left: 44, names: 200, share: 0.38 };

/**
 * The lines, columns or bars, and the row that the pointer or the arrow keys are at. To a screen reader it is a slider
 * over the rows, which says the figures of each.
 */
export function ChartField({ chart, width, height }: Props) {
  const plot = useMemo(() => plotOf(chart, boxOf(chart, width, height)), [chart, width, height]);
  const down = chart.kind === "bars";
  const { at, point, leave, handlers } = useCursor(plot.places);
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    point(down ? event.clientY - top : event.clientX - left);
  };
  return (
    <>
      <div
        className="chart-slider"
        role="slider"
        tabIndex={0}
        aria-label={`Figures of “${chart.title}”`}
        aria-orientation={down ? "vertical" : "horizontal"}
        aria-valuemin={1}
        aria-valuemax={chart.rows.length}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={rowLine(chart, at ?? 0)}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onPointerLeave={leave}
        {...handlers}
      >
        <svg width={width} height={height} aria-hidden>
          <Drawn chart={chart} plot={plot} />
          {at !== undefined && <Cursor plot={plot} down={down} at={at} />}
        </svg>
      </div>
      {at !== undefined && <Word chart={chart} plot={plot} width={width} at={at} />}
    </>
  );
}

function boxOf({ kind }: Chart, width: number, height: number) {
  const left = kind === "bars" ? Math.min(EDGE.names, width * EDGE.share) : EDGE.left;
  return {
    left,
    right: Math.max(left + 1, width - EDGE.right),
    top: EDGE.top,
    bottom: Math.max(EDGE.top + 1, height - EDGE.bottom),
  };
}

function Cursor({ plot, down, at }: { readonly plot: Plot; readonly down: boolean; readonly at: number }) {
  const { left, right, top, bottom } = plot.box;
  const place = plot.places[at]!;
  const line = down ? { x1: left, x2: right, y1: place, y2: place } : { x1: place, x2: place, y1: top, y2: bottom };
  return <line className="chart-cursor" {...line} />;
}

/** What the row says, beside it on the side where there is more room. */
function Word({ chart, plot, width, at }: Omit<Props, "height"> & { readonly plot: Plot; readonly at: number }) {
  const { head, figures } = rowWords(chart, at);
  const place = plot.places[at]!;
  const across = place < width / 2 ? { left: place + 10, top: 12 } : { right: width - place + 10, top: 12 };
  const stand = chart.kind === "bars" ? { right: 16, top: place + 14 } : across;
  return (
    <div className="chart-word" style={stand} aria-hidden>
      <strong>{head}</strong>
      {figures.map(({ series, name, text }) => (
        <span key={series}>
          <i style={{ background: seriesColour(series) }} />
          {name}
          <b>{text}</b>
        </span>
      ))}
      {figures.length === 0 && <span>Nothing here</span>}
    </div>
  );
}
