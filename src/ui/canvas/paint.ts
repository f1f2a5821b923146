import type { Drawing, Point, Rect } from "../../model/geometry.ts";
import { NAME_FONT, SHAPES } from "../../model/shape.ts";
import { wrap } from "../../model/text.ts";
import { type FarType, farType } from "./far-type.ts";
import type { Mark } from "./heat.ts";
import type { Lane } from "./lanes-of.ts";
import type { Marks } from "./marks.ts";
import type { SceneFlow, SceneNode } from "./scene.ts";

/** The colours of a painting, read from the page. */
export interface Inks {
  readonly card: string;
  readonly ink: string;
  readonly paper: string;
  readonly border: string;
  readonly flow: string;
  readonly accent: string;
  readonly good: string;
  readonly bad: string;
  readonly hot: string;
  /** How much of a department's colour its lane takes on, from 0 to 1. */
  readonly tint: number;
}

/** The colours that the page has where an element is. */
export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  const ink = (name: string) => style.getPropertyValue(`--tl-${name}`).trim();
  return {
    card: ink("card"),
    ink: ink("ink"),
    paper: ink("paper"),
    border: ink("border"),
    flow: ink("flow"),
    accent: ink("accent"),
    good: ink("good"),
    bad: ink("bad"),
    hot: ink("hot"),
    tint: Number.parseFloat(ink("tint")) / 100,
  };
}

/** What is painted, and through which window. */
export interface Picture {
  readonly nodes: readonly SceneNode[];
  readonly flows: readonly SceneFlow[];
  readonly drawing: Drawing;
  readonly marks: Marks | undefined;
  readonly lanes: readonly Lane[];
  /** Nodes that are left out, with their flows. */
  readonly away: ReadonlySet<string>;
  /** What of the drawing is in sight. */
  readonly sight: Rect;
  readonly zoom: number;
}

/** From which zoom on names, labels and arrowheads can be made out. */
const NAMES = 0.2;
const ARROWS = 0.16;

/** How many lines a name has at the most, as on nodes. */
const LINES = 3;

/**
 * Paints nodes and flows in their simplest form, in drawing coordinates: for when so many are in sight that none can be
 * read closely.
 */
export function paint(context: CanvasRenderingContext2D, picture: Picture, inks: Inks): void {
  paintLanes(context, picture, inks);
  paintFlows(context, picture, inks);
  paintNodes(context, picture, inks);
  paintDots(context, picture, inks);
}

/** Badges are too small to be read from afar: the first bottleneck is ringed, and a dot is left of the others. */
function paintDots(
  context: CanvasRenderingContext2D,
  { nodes, drawing, marks, away, sight, zoom }: Picture,
  inks: Inks,
): void {
  const dots = new Path2D();
  for (const { id, data } of nodes) {
    const rect = drawing.nodes[id];
    if (!rect || away.has(id) || !overlaps(rect, sight)) continue;
    const { x, y, width, height } = rect;
    const mark = marks?.get(id);
    if (mark?.kind === "simulated" && mark.rank === 1) {
      context.strokeStyle = inks.hot;
      context.lineWidth = 3 / zoom;
      context.strokeRect(x - 4 / zoom, y - 4 / zoom, width + 8 / zoom, height + 8 / zoom);
    } else if (data.look?.badge || (mark?.kind === "simulated" && mark.rank !== undefined)) {
      dots.moveTo(x + 3 / zoom, y);
      dots.arc(x, y, 3 / zoom, 0, 2 * Math.PI);
    }
  }
  context.fillStyle = inks.ink;
  context.fill(dots);
}

function paintLanes(context: CanvasRenderingContext2D, { lanes, zoom }: Picture, inks: Inks): void {
  context.lineWidth = 1 / zoom;
  for (const { box, colour } of lanes) {
    const { x, y, width, height } = box;
    context.fillStyle = inks.paper;
    context.fillRect(x, y, width, height);
    [context.fillStyle, context.strokeStyle] = [colour, colour];
    context.globalAlpha = inks.tint;
    context.fillRect(x, y, width, height);
    context.globalAlpha = 0.34;
    context.strokeRect(x, y, width, height);
    context.globalAlpha = 1;
  }
}

function paintFlows(context: CanvasRenderingContext2D, { flows, away, sight, zoom }: Picture, inks: Inks): void {
  const plain = new Path2D();
  const heavy = new Path2D();
  const chosen = new Path2D();
  const arrows = new Path2D();
  for (const { data, selected, source, target } of flows) {
    if (!data || away.has(source) || away.has(target) || !crosses(data.route, sight)) continue;
    const path = selected ? chosen : data.look?.heavy ? heavy : plain;
    data.route.forEach(([x, y], i) => {
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    if (zoom > ARROWS) arrow(arrows, data.route);
  }
  context.strokeStyle = inks.flow;
  // Never thinner than half a pixel on screen.
  context.lineWidth = Math.max(1.6, 0.6 / zoom);
  context.stroke(plain);
  context.strokeStyle = inks.ink;
  context.lineWidth = Math.max(3.6, 1.8 / zoom);
  context.stroke(heavy);
  context.strokeStyle = inks.accent;
  context.stroke(chosen);
  context.fillStyle = inks.flow;
  context.fill(arrows);
}

function arrow(path: Path2D, route: readonly Point[]): void {
  const [tip, before] = [route.at(-1), route.at(-2)];
  if (!tip || !before) return;
  const [dx, dy] = [Math.sign(tip[0] - before[0]), Math.sign(tip[1] - before[1])];
  path.moveTo(tip[0], tip[1]);
  path.lineTo(tip[0] - 9 * dx - 4.5 * dy, tip[1] - 9 * dy + 4.5 * dx);
  path.lineTo(tip[0] - 9 * dx + 4.5 * dy, tip[1] - 9 * dy - 4.5 * dx);
  path.closePath();
}

function paintNodes(
  context: CanvasRenderingContext2D,
  { nodes, drawing, marks, away, sight, zoom }: Picture,
  inks: Inks,
): void {
  const groups = new Map<string, { readonly path: Path2D; readonly fill: string; readonly edge: string }>();
  const seen = nodes.flatMap((node) => {
    const rect = drawing.nodes[node.id];
    return rect && !away.has(node.id) && overlaps(rect, sight) ? [{ node, rect }] : [];
  });
  for (const { node, rect } of seen) {
    const [fill, edge] = coloursOf(node, marks?.get(node.id), inks);
    const key = `${fill} ${edge}`;
    const group = groups.get(key) ?? { path: new Path2D(), fill, edge };
    groups.set(key, group);
    outline(group.path, node, rect);
  }
  context.lineWidth = Math.max(1.4, 0.7 / zoom);
  for (const { path, fill, edge } of groups.values()) {
    context.fillStyle = fill;
    context.fill(path);
    context.strokeStyle = edge;
    context.stroke(path);
  }
  if (zoom < NAMES) return;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { node, rect } of seen) {
    const { outline: shape } = SHAPES[node.data.node.kind];
    if (shape === "gateway") continue;
    const mark = marks?.get(node.id);
    context.fillStyle = (mark?.kind === "simulated" && mark.ink) || inks.ink;
    const { lines, size, leading } = nameOf(node, shape === "diamond" ? rect.width * 0.72 : rect.width - 12);
    context.font = `${NAME_FONT.weight} ${size}px Arial, Helvetica, sans-serif`;
    const middle = rect.y + rect.height / 2;
    lines.forEach((line, i) => {
      context.fillText(line, rect.x + rect.width / 2, middle + (i - (lines.length - 1) / 2) * leading);
    });
  }
}

/** Fill and edge of a node: by heat, by lens, by what kind it is. */
function coloursOf(
  { data: { node, look } }: SceneNode,
  mark: Mark | undefined,
  inks: Inks,
): readonly [fill: string, edge: string] {
  const fill = (mark?.kind === "simulated" && mark.band !== 0 && mark.fill) || look?.colours?.[0] || inks.card;
  if (node.kind === "start") return [fill, inks.accent];
  if (node.kind !== "end") return [fill, look?.stands ? inks.ink : inks.border];
  return [fill, node.outcome === "success" ? inks.good : node.outcome === "failure" ? inks.bad : inks.border];
}

function outline(path: Path2D, { data: { node } }: SceneNode, { x, y, width, height }: Rect): void {
  const shape = SHAPES[node.kind].outline;
  if (shape === "box") path.roundRect(x, y, width, height, 8);
  else if (shape === "pill") path.roundRect(x, y, width, height, height / 2);
  else {
    path.moveTo(x + width / 2, y);
    path.lineTo(x + width, y + height / 2);
    path.lineTo(x + width / 2, y + height);
    path.lineTo(x, y + height / 2);
    path.closePath();
  }
}

interface Name extends FarType {
  readonly lines: readonly string[];
}

const broken = new Map<string, Name>();

function nameOf({ data: { node } }: SceneNode, room: number): Name {
  const key = `${room} ${node.kind} ${node.name}`;
  const known = broken.get(key);
  if (known) return known;
  if (broken.size > 5000) broken.clear();
  const type = farType(node);
  const name = { ...type, lines: wrap(node.name, room, type.size).slice(0, LINES) };
  broken.set(key, name);
  return name;
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a route may pass through a box: whether the box around it does. */
function crosses(route: readonly Point[], box: Rect): boolean {
  let [left, top, right, bottom] = [1 / 0, 1 / 0, -1 / 0, -1 / 0];
  for (const [x, y] of route) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return left <= box.x + box.width && right >= box.x && top <= box.y + box.height && bottom >= box.y;
}
