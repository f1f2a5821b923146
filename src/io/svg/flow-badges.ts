import { flowLabel, LABEL_FONT } from "../../model/flow-label.ts";
import type { Drawing, Point, Rect } from "../../model/geometry.ts";
import type { LensView } from "../../model/lens/view.ts";
import type { Process } from "../../model/process.ts";
import { textWidth } from "../../model/text.ts";
import { element } from "./element.ts";
import { labelBox } from "./labels.ts";
import type { Palette } from "./look.ts";
import { textBlock } from "./text.ts";

const HEIGHT = 18;
/** How far badges keep from nodes, labels and each other, in pixels. */
const AIR = 3;
/** How far around its end an arrowhead is to be seen. */
const TIP = 12;
/** Where along a stretch a badge may stand, the best first. */
const ALONG = [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95] as const;

/** What a lens says of a flow, and the room it has for that. */
export interface FlowBadge {
  readonly text: string;
  readonly box: Rect;
}

/**
 * Finds room for what a lens says of flows: on the flow's own line, the longest stretch first, else above or below its
 * label, where it covers neither nodes nor what is written; where there is no such room, where it covers the least.
 */
export function flowBadges(process: Process, drawing: Drawing, { flows: looks }: LensView): readonly FlowBadge[] {
  const taken: Rect[] = [...Object.values(drawing.nodes), ...tips(drawing)];
  for (const flow of process.flows) {
    const at = drawing.labels[flow.id];
    const text = flowLabel(flow, process);
    if (at !== undefined && text !== "") taken.push(labelBox(text, at));
  }
  return process.flows.flatMap((flow): readonly FlowBadge[] => {
    const { id } = flow;
    const text = looks.get(id)?.badge;
    const route = drawing.routes[id];
    if (text === undefined || route === undefined) return [];
    const width = textWidth(text, LABEL_FONT.size) + 14;
    const around = ([x, y]: Point) => ({ x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT });
    const label = drawing.labels[id];
    const on = onLine(route).map(around);
    const beside = besideLine(route, width, label && labelBox(flowLabel(flow, process), label)).map(around);
    const other = lines(drawing, id);
    const box =
      on.find((each) => covered(each, taken) === 0) ??
      beside.find((each) => covered(each, [...taken, ...other]) === 0) ??
      least([...on, ...beside], [...taken, ...other]);
    if (box === undefined) return [];
    taken.push(box);
    return [{ text, box }];
  });
}

/** Draws such a badge. */
export function flowBadge({ text, box }: FlowBadge, palette: Palette): string {
  const type = { size: LABEL_FONT.size, weight: 700, anchor: "middle", fill: palette.ink } as const;
  return (
    element("rect", { ...box, rx: HEIGHT / 2, fill: palette.paper, stroke: palette.ink, "stroke-width": 1.2 }) +
    textBlock([text], box.x + box.width / 2, box.y + 13, 0, type)
  );
}

/** Places on the line itself, those on its longest stretch first. */
function onLine(route: readonly Point[]): readonly Point[] {
  return stretches(route).flatMap(({ from: [ax, ay], to: [bx, by] }) =>
    ALONG.map((share): Point => [ax + (bx - ax) * share, ay + (by - ay) * share]),
  );
}

/** Places beside the line and beside its label. */
function besideLine(route: readonly Point[], width: number, label: Rect | undefined): readonly Point[] {
  const [aside, above] = [width / 2 + 8, HEIGHT / 2 + 6];
  const beside = stretches(route).flatMap(({ from: [ax, ay], to: [bx, by] }) =>
    ALONG.flatMap((share): Point[] => {
      const [x, y] = [ax + (bx - ax) * share, ay + (by - ay) * share];
      return ax === bx
        ? [
            [x + aside, y],
            [x - aside, y],
          ]
        : [
            [x, y - above],
            [x, y + above],
          ];
    }),
  );
  if (!label) return beside;
  const [x, y] = [label.x + label.width / 2, label.y + label.height / 2];
  const [out, up] = [label.width / 2 + width / 2 + AIR + 1, label.height / 2 + HEIGHT / 2 + AIR + 1];
  return [[x + out, y], [x - out, y], [x, y + up], [x, y - up], ...beside];
}

function stretches(route: readonly Point[]): readonly { readonly from: Point; readonly to: Point }[] {
  const length = ([ax, ay]: Point, [bx, by]: Point) => Math.abs(bx - ax) + Math.abs(by - ay);
  return route
    .slice(1)
    .map((to, i) => ({ from: route[i]!, to }))
    .toSorted((a, b) => length(b.from, b.to) - length(a.from, a.to));
}

/** The lines of all flows but one, as boxes. */
function lines({ routes }: Drawing, but: string): readonly Rect[] {
  return Object.entries(routes).flatMap(([id, route]) =>
    id === but
      ? []
      : route.slice(1).map(([x, y], i): Rect => {
          const [px, py] = route[i]!;
          return { x: Math.min(x, px), y: Math.min(y, py), width: Math.abs(x - px), height: Math.abs(y - py) };
        }),
  );
}

/** The ends of all flows, where their arrowheads are. */
function tips({ routes }: Drawing): readonly Rect[] {
  return Object.values(routes).flatMap((route) => {
    const tip = route.at(-1);
    return tip === undefined ? [] : [{ x: tip[0] - TIP, y: tip[1] - TIP, width: 2 * TIP, height: 2 * TIP }];
  });
}

function least(boxes: readonly Rect[], taken: readonly Rect[]): Rect | undefined {
  return boxes.toSorted((a, b) => covered(a, taken) - covered(b, taken))[0];
}

/** How much of what is there already a badge would cover, in square pixels. */
function covered(box: Rect, taken: readonly Rect[]): number {
  return taken.reduce((sum, other) => {
    const wide = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x) + AIR;
    const high = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y) + AIR;
    return sum + (wide > 0 && high > 0 ? wide * high : 0);
  }, 0);
}
