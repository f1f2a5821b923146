import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { labelFlow } from "../../app/draw.ts";
import { stopNaming } from "../../app/naming.ts";
import { useApp } from "../../app/store.ts";
import { rounded } from "../../io/svg/flows.ts";
import { LABEL_FONT, labelSize } from "../../model/flow-label.ts";
import type { Point } from "../../model/geometry.ts";
import { textWidth, wrap } from "../../model/text.ts";
import styles from "./flow.module.css";
import { useMotion } from "./motion.ts";
import { NameField } from "./NameField.tsx";
import type { SceneFlow } from "./scene.ts";

const ARROW = { length: 9, half: 4.5 };

/** One flow: its route with rounded corners, an arrowhead, and what is written beside it. */
export const FlowEdge = memo(function FlowEdge({ id, data, selected }: EdgeProps<SceneFlow>) {
  const named = useApp(({ naming }) => naming?.kind === "flow" && naming.id === id);
  const moved = useMotion(({ routes }) => routes.get(id));
  const aimed = useMotion(({ into }) => into === id);
  if (!data) return null;
  const { text, aside, look } = data;
  const { route, label } = moved ?? data;
  const tip = route.at(-1);
  const before = route.at(-2);
  if (!tip || !before) return null;
  const [dx, dy] = direction(before, tip);
  const base: Point = [tip[0] - dx * ARROW.length, tip[1] - dy * ARROW.length];
  const middle = label ?? route[Math.floor(route.length / 2)] ?? tip;

  return (
    <g
      className={styles.flow}
      data-selected={selected || aimed || undefined}
      data-aside={aside || undefined}
      data-heavy={look?.heavy || undefined}
    >
      <BaseEdge path={rounded([...route.slice(0, -1), base])} interactionWidth={16} />
      <path className={styles.arrow} d={arrowhead(tip, base, [dx, dy])} />
      {text !== "" && !named && <Label text={text} at={middle} />}
      {look?.badge && <Badge text={look.badge} at={text === "" ? middleOf(route) : below(middle, text)} />}
      {named && (
        <EdgeLabelRenderer>
          <div
            className={styles.labelEditor}
            style={{ transform: `translate(-50%, -50%) translate(${middle[0]}px, ${middle[1]}px)` }}
          >
            <NameField
              label="Label of the flow"
              value={text}
              onName={(name) => labelFlow(id, name)}
              onClose={stopNaming}
            />
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});

function Label({ text, at: [x, y] }: { text: string; at: Point }) {
  const { size, leading, room } = LABEL_FONT;
  const lines = wrap(text, room, size);
  const width = Math.max(...lines.map((line) => textWidth(line, size))) + 10;
  const height = lines.length * leading + 4;
  return (
    <g className={styles.label}>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={4} />
      <text textAnchor="middle" fontSize={size}>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <tspan key={i} x={x} y={y + size * 0.36 + (i - (lines.length - 1) / 2) * leading}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** What a lens says of a flow: below its label, or in the middle of its longest stretch. */
function Badge({ text, at: [x, y] }: { text: string; at: Point }) {
  const width = textWidth(text, LABEL_FONT.size) + 14;
  return (
    <g className={styles.badge}>
      <rect x={x - width / 2} y={y - 9} width={width} height={18} rx={9} />
      <text x={x} y={y + 4} textAnchor="middle" fontSize={LABEL_FONT.size}>
        {text}
      </text>
    </g>
  );
}

function below([x, y]: Point, text: string): Point {
  return [x, y + labelSize(text).height / 2 + 11];
}

function middleOf(route: readonly Point[]): Point {
  let best: Point = route[0] ?? [0, 0];
  let longest = -1;
  route.slice(1).forEach(([x, y], i) => {
    const [a, b] = route[i]!;
    const length = Math.abs(x - a) + Math.abs(y - b);
    if (length > longest) [longest, best] = [length, [(x + a) / 2, (y + b) / 2]];
  });
  return best;
}

function direction([ax, ay]: Point, [bx, by]: Point): Point {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? [1, 0] : [(bx - ax) / length, (by - ay) / length];
}

function arrowhead([x, y]: Point, [bx, by]: Point, [dx, dy]: Point): string {
  const [sx, sy] = [-dy * ARROW.half, dx * ARROW.half];
  return `M${x} ${y}L${bx + sx} ${by + sy}L${bx - sx} ${by - sy}Z`;
}
