import { type PointerEvent, useState } from "react";
import type { Shift } from "../../../model/calendar.ts";
import { clock, DAY, painted, shiftsOf, shiftTexts } from "../../../model/edit/shifts.ts";
import type { Calendar, Day } from "../../../model/process.ts";
import { DAYS } from "../../../model/resources.ts";

interface Props {
  readonly week: Calendar["week"];
  /** Takes the shifts of one day over; all of one stroke have the same gesture. */
  readonly onPaint: (day: Day, shifts: readonly string[], gesture: string) => void;
}

/** Hours are painted by halves. */
const PIECE = 30;
const ROW = 16;
const HOURS = [0, 6, 12, 18, 24];

/** A stroke of the brush: on one day, from one half hour to another. */
interface Stroke {
  readonly day: Day;
  readonly start: number;
  readonly open: boolean;
  readonly before: readonly Shift[];
  readonly gesture: string;
}

let strokes = 0;

/**
 * The week as a picture, a row a day, in which hours are opened and closed by dragging over them. Whoever uses no
 * mouse types the same into the fields below it.
 */
export function WeekGrid({ week, onPaint }: Props) {
  const [stroke, setStroke] = useState<Stroke>();
  const begin = (event: PointerEvent<SVGRectElement>, day: Day) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const before = shiftsOf(week[day]);
    const start = timeAt(event);
    const open = !before.some(({ from, to }) => from <= start && start < to);
    const begun = { day, start, open, before, gesture: `paint ${++strokes}` };
    setStroke(begun);
    paint(begun, start);
  };
  const paint = ({ day, start, open, before, gesture }: Stroke, end: number) => {
    const part = { from: Math.min(start, end), to: Math.max(start, end) + PIECE };
    onPaint(day, shiftTexts(painted(before, part, open)), gesture);
  };
  return (
    <div className="week-grid" aria-hidden>
      {DAYS.map((day) => (
        <svg key={day} aria-hidden viewBox={`0 0 ${DAY} ${ROW}`} preserveAspectRatio="none">
          <rect
            className="week-closed"
            width={DAY}
            height={ROW}
            onPointerDown={(event) => begin(event, day)}
            onPointerMove={(event) => stroke?.day === day && paint(stroke, timeAt(event))}
            onPointerUp={() => setStroke(undefined)}
            onPointerCancel={() => setStroke(undefined)}
          />
          {shiftsOf(week[day]).map(({ from, to }) => (
            <rect key={from} className="week-open" x={from} width={Math.max(0, to - from)} height={ROW} rx={0} />
          ))}
          {HOURS.slice(1, -1).map((hour) => (
            <path key={hour} className="week-line" d={`M${hour * 60} 0V${ROW}`} />
          ))}
        </svg>
      ))}
      <div className="week-hours">
        {HOURS.map((hour) => (
          <span key={hour}>{clock(hour * 60).slice(0, 2)}</span>
        ))}
      </div>
    </div>
  );
}

/** The beginning of the half hour under the pointer. */
function timeAt({ clientX, currentTarget }: PointerEvent<SVGRectElement>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const share = Math.min(0.9999, Math.max(0, (clientX - left) / width));
  return Math.floor((share * DAY) / PIECE) * PIECE;
}
