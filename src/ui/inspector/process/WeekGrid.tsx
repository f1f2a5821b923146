import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import { giveUp } from "../../../app/document.ts";
import { type Cursor, moved, type Range, rangeOf, type Spot } from "../../../app/table/cursor.ts";
import type { Shift } from "../../../model/calendar.ts";
import { clock, DAY, openness, shiftsOf, weekPainted } from "../../../model/edit/shifts.ts";
import type { Calendar, Day } from "../../../model/process.ts";
import { DAYS } from "../../../model/resources.ts";
import { DAY_WORDS } from "./day-words.ts";

type Week = Calendar["week"];

interface Props {
  /** The calendar's name. */
  readonly name: string;
  readonly week: Week;
  /** Takes a week over; all of one stroke have the same gesture. */
  readonly onPaint: (week: Week, gesture: string) => void;
}

/** Hours are painted by halves. */
const PIECE = 30;
const SIZE = { rows: DAYS.length, columns: DAY / PIECE };
const ROW = 16;
const HOURS = [0, 6, 12, 18, 24];
/** Monday at nine: where keys begin. */
const NINE: Spot = { row: 0, column: 18 };

/** A stroke of the brush, from one half hour to another, over the week as it was before. */
interface Stroke {
  readonly start: Spot;
  readonly open: boolean;
  readonly before: Week;
  readonly gesture: string;
}

let strokes = 0;

/**
 * The week as a grid of half hours, a row a day, to paint shifts in: by dragging, or by arrow keys and Space, with Shift
 * for several hours or days at once. Escape gives a stroke up that has not ended.
 */
export function WeekGrid({ name, week, onPaint }: Props) {
  const [stroke, setStroke] = useState<Stroke>();
  const [cursor, setCursor] = useState<Cursor>({ at: NINE, from: NINE });
  const rows = useRef<HTMLDivElement>(null);
  const cell = useId();
  const range = rangeOf(cursor);

  const paint = ({ start, open, before, gesture }: Stroke, end: Spot) => {
    const to = { at: end, from: start };
    setCursor(to);
    onPaint(weekPainted(before, daysOf(rangeOf(to)), partOf(rangeOf(to)), open), gesture);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !rows.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const start = spotAt(event, rows.current);
    const closed = openness(week, daysOf(single(start)), partOf(single(start))) === "closed";
    const begun = { start, open: closed, before: week, gesture: `paint ${++strokes}` };
    setStroke(begun);
    paint(begun, start);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab" || event.altKey) return;
    if (event.key === "Escape" && stroke) {
      giveUp(stroke.gesture);
      setStroke(undefined);
      event.stopPropagation();
      return;
    }
    const open = openness(week, daysOf(range), partOf(range)) !== "open";
    const to = moved(cursor, { key: event.key, shift: event.shiftKey, mod: event.ctrlKey || event.metaKey }, SIZE);
    if (to) setCursor(to);
    else if (event.key === " " || event.key === "Enter") paintRange(open);
    else if (event.key === "Delete" || event.key === "Backspace") paintRange(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const paintRange = (open: boolean) =>
    onPaint(weekPainted(week, daysOf(range), partOf(range), open), `paint ${++strokes}`);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with one cell in words, not a table.
    <div
      role="grid"
      tabIndex={0}
      aria-label={`Hours of ${name}: arrow keys move, Shift extends, Space opens or closes`}
      aria-rowcount={SIZE.rows}
      aria-colcount={SIZE.columns}
      aria-multiselectable
      aria-activedescendant={cell}
      className="week-grid"
      onKeyDown={onKeyDown}
    >
      <div
        ref={rows}
        role="presentation"
        className="week-rows"
        onPointerDown={onPointerDown}
        onPointerMove={(event) => stroke && rows.current && paint(stroke, spotAt(event, rows.current))}
        onPointerUp={() => setStroke(undefined)}
        onPointerCancel={() => setStroke(undefined)}
      >
        {DAYS.map((day, row) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
          // biome-ignore lint/a11y/useSemanticElements: as for the grid.
          <div key={day} role="row" aria-rowindex={row + 1} className="week-row">
            {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            <span role="rowheader" aria-label={DAY_WORDS[day]}>
              {DAY_WORDS[day].slice(0, 3)}
            </span>
            <DayPicture
              shifts={shiftsOf(week[day])}
              range={range.top <= row && row <= range.bottom ? range : undefined}
            />
            {row === cursor.at.row && (
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              // biome-ignore lint/a11y/useSemanticElements: as above
              <span id={cell} role="gridcell" aria-colindex={cursor.at.column + 1} aria-selected className="week-cell">
                {cellWords(week, range)}
              </span>
            )}
          </div>
        ))}
      </div>
      <div className="week-hours" aria-hidden>
        {HOURS.map((hour) => (
          <span key={hour}>{clock(hour * 60).slice(0, 2)}</span>
        ))}
      </div>
    </div>
  );
}

function DayPicture({ shifts, range }: { readonly shifts: readonly Shift[]; readonly range: Range | undefined }) {
  const part = range && partOf(range);
  return (
    <svg aria-hidden viewBox={`0 0 ${DAY} ${ROW}`} preserveAspectRatio="none">
      <rect className="week-closed" width={DAY} height={ROW} />
      {shifts.map(({ from, to }) => (
        <rect key={from} className="week-open" x={from} width={Math.max(0, to - from)} height={ROW} />
      ))}
      {HOURS.slice(1, -1).map((hour) => (
        <path key={hour} className="week-line" d={`M${hour * 60} 0V${ROW}`} />
      ))}
      {part && <rect className="week-cursor" x={part.from} width={part.to - part.from} height={ROW} />}
    </svg>
  );
}

const single = ({ row, column }: Spot): Range => ({ top: row, bottom: row, left: column, right: column });
const daysOf = ({ top, bottom }: Range): readonly Day[] => DAYS.slice(top, bottom + 1);
const partOf = ({ left, right }: Range): Shift => ({ from: left * PIECE, to: (right + 1) * PIECE });

/** As in “Monday to Friday, 09:00 to 12:30, open”. */
function cellWords(week: Week, range: Range): string {
  const [first, last] = [DAYS[range.top], DAYS[range.bottom]].map((day) => (day ? DAY_WORDS[day] : ""));
  const part = partOf(range);
  const days = first === last ? first : `${first} to ${last}`;
  return `${days}, ${clock(part.from)} to ${clock(part.to)}, ${openness(week, daysOf(range), part)}`;
}

/** The half hour under the pointer; the nearest one where it has left the rows. */
function spotAt({ clientX, clientY }: PointerEvent, rows: HTMLElement): Spot {
  const pictures = [...rows.querySelectorAll("svg")].map((picture) => picture.getBoundingClientRect());
  const [{ left, width } = { left: 0, width: 1 }] = pictures;
  const above = pictures.findLastIndex(({ top }) => top <= clientY);
  const column = Math.floor(((clientX - left) / width) * SIZE.columns);
  return { row: Math.max(0, above), column: Math.min(Math.max(0, column), SIZE.columns - 1) };
}
