import { useReactFlow, ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { dropThing } from "../../app/attach.ts";
import { foldedLanes, seenThings } from "../../app/fold.ts";
import { lensView } from "../../app/lens.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import type { Association, Thing } from "../../model/geometry.ts";
import { systemColour } from "../../model/lens/systems.ts";
import { THING_FONT, thingLines } from "../../model/shape.ts";
import { nameOf } from "../../model/words.ts";
import { usePull } from "../use-pull.ts";
import { nodeAt } from "./hit.ts";
import styles from "./things.module.css";

/** Documents and systems beside the steps that use them, for lenses that show them. */
export const Things = memo(function Things() {
  const process = useApp(presentProcess);
  const lanes = useApp(foldedLanes);
  const asked = useApp((state) => state.things);
  const { data = asked.data, systems = asked.systems } = useApp((state) => lensView(state).things);
  const made = useMemo(
    () => (data || systems ? seenThings(process, lanes, { data, systems }) : undefined),
    [process, lanes, data, systems],
  );
  if (!made || made.things.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className={styles.things} width="1" height="1" role="presentation">
        {made.lines.map((line) => (
          <Line key={`${line.thing} ${line.node} ${line.role}`} line={line} />
        ))}
        {made.things.map((thing) => (
          <Shape
            key={thing.key}
            thing={thing}
            name={nameOf(process, thing.of)}
            colour={thing.kind === "system" ? systemColour(process, thing.of) : undefined}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
});

function Line({ line: { line, role } }: { line: Association }) {
  const [tip, before] = [line.at(-1), line.at(-2)];
  if (!tip || !before) return null;
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]) * (180 / Math.PI);
  return (
    <g className={styles.line}>
      <polyline points={line.map((point) => point.join(",")).join(" ")} />
      {role !== "uses" && (
        <path d="M-6 -3.5L0 0L-6 3.5" transform={`translate(${tip[0]} ${tip[1]}) rotate(${angle})`} />
      )}
    </g>
  );
}

/** What lets a shape be dragged onto another step, which it is attached to then; it stays where it is itself. */
function useGrip(kind: Thing["kind"], of: string, colour: string | undefined) {
  const flow = useReactFlow();
  const fixed = useApp((state) => state.readOnly);
  const { pull, listeners } = usePull({
    least: A_CLICK,
    takes: ({ button }) => button === 0 && !fixed,
    onDrop: ({ to }) => dropThing({ kind, of }, nodeAt(flow.screenToFlowPosition(to)), to),
  });
  const zoom = flow.getZoom();
  const transform = pull && `translate(${(pull.to.x - pull.from.x) / zoom}px, ${(pull.to.y - pull.from.y) / zoom}px)`;
  return { ...listeners, style: { color: colour, transform } };
}

/** Less than this, in pixels on screen, is a click and no drag. */
const A_CLICK = 4;

/** The fold of a document, and the height of a cylinder's lid, in pixels. */
const FOLD = 9;
const LID = 5;

function Shape({
  thing: { kind, of, rect, outside },
  name,
  colour,
}: {
  thing: Thing;
  name: string;
  colour: string | undefined;
}) {
  const { x, y, width, height } = rect;
  const lines = thingLines(name);
  const grip = useGrip(kind, of, colour);
  const first = y + height / 2 + (kind === "system" ? LID / 2 : 0) - ((lines.length - 1) * THING_FONT.leading) / 2;
  return (
    <g
      className={`${styles.thing} nopan nodrag`}
      data-kind={kind}
      data-thing={of}
      data-outside={outside || undefined}
      {...grip}
    >
      <title>{outside ? `${name}, from outside` : name}</title>
      {kind === "data" ? (
        <>
          <path d={`M${x} ${y}h${width - FOLD}l${FOLD} ${FOLD}v${height - FOLD}h${-width}z`} />
          <path d={`M${x + width - FOLD} ${y}v${FOLD}h${FOLD}`} />
        </>
      ) : (
        <>
          <path
            d={`M${x} ${y + LID}v${height - 2 * LID}a${width / 2} ${LID} 0 0 0 ${width} 0v${-(height - 2 * LID)}`}
          />
          <ellipse cx={x + width / 2} cy={y + LID} rx={width / 2} ry={LID} />
        </>
      )}
      <text textAnchor="middle" fontSize={THING_FONT.size}>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <tspan key={i} x={x + width / 2} y={first + i * THING_FONT.leading + THING_FONT.size * 0.36}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
