import { flowLabel, labelSize } from "../../model/flow-label.ts";
import { type Drawing, frameOf, LANE, type Rect, STAGE } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { Cells } from "../cells.ts";
import { outer, siteOf } from "../route/site.ts";
import { turnedRect } from "../turn.ts";

/** How near to nodes, labels and each other shapes may stand, and how finely places are tried, in pixels. */
const AIR = 10;
const STEP = 12;
/** How far from the steps places are looked for at first; twice as far each time that there is none. */
const REACH = 120;
/** What it costs to cover a flow, and to lie across the border of a lane, in pixels of distance. */
const COVERS = 240;
const STRADDLES = 30;
/** What the distance to the other steps counts. */
const OTHERS = 0.12;

/** Free room beside the nodes of a drawing, given out shape by shape. */
export class Places {
  readonly #taken: Cells<Rect>;
  readonly #lines: Cells<Rect>;
  readonly #drawing: Drawing;
  readonly #inside: Rect;

  /** @param drawing - Of this process: what is drawn there takes up its room. */
  constructor(process: Process, drawing: Drawing) {
    this.#drawing = drawing;
    const boxes = process.nodes.map((node) => {
      const { x, y } = drawing.nodes[node.id]!;
      if (drawing.direction === "right") return outer(siteOf(node, x, y, "right"));
      return turnedRect(outer(siteOf(node, y, x, "down")));
    });
    const labels = process.flows.flatMap((flow): Rect[] => {
      const at = drawing.labels[flow.id];
      if (!at) return [];
      const { width, height } = labelSize(flowLabel(flow, process));
      return [{ x: at[0] - width / 2, y: at[1] - height / 2, width, height }];
    });
    this.#taken = new Cells([...boxes, ...labels], AIR);
    const stretches = Object.values(drawing.routes).flatMap((route) =>
      route.slice(1).map(([x, y], i): Rect => {
        const [px, py] = route[i]!;
        return { x: Math.min(x, px), y: Math.min(y, py), width: Math.abs(x - px), height: Math.abs(y - py) };
      }),
    );
    this.#lines = new Cells(stretches, 3);
    this.#inside = withoutNames(drawing);
  }

  /**
   * Takes the best free place for a shape.
   *
   * @param beside - The steps it is to stand near to, at least one.
   * @param tied - All that lines will lead to.
   */
  take(
    { width, height }: { readonly width: number; readonly height: number },
    beside: readonly Rect[],
    tied: readonly Rect[],
  ): Rect {
    const left = Math.min(...beside.map(({ x }) => x));
    const top = Math.min(...beside.map(({ y }) => y));
    const right = Math.max(...beside.map((rect) => rect.x + rect.width));
    const bottom = Math.max(...beside.map((rect) => rect.y + rect.height));
    for (let reach = REACH; ; reach *= 2) {
      let best: Rect | undefined;
      let least = Number.POSITIVE_INFINITY;
      const begin = Math.round(left - reach - width);
      for (let x = begin; x <= right + reach; x += STEP) {
        for (let y = Math.round(top - reach - height); y <= bottom + reach; y += STEP) {
          const rect = { x, y, width, height };
          const cost = this.#far(rect, beside, tied);
          if (cost >= least || this.#taken.hits(rect)) continue;
          const whole = cost + this.#covered(rect);
          if (whole < least) [best, least] = [rect, whole];
        }
      }
      // Beyond what has been looked at there may be something better only if this is dearer than being that far away.
      if (best && (least <= reach || reach > 4 * REACH)) {
        this.#taken.add(best);
        return best;
      }
    }
  }

  #far(rect: Rect, beside: readonly Rect[], tied: readonly Rect[]): number {
    const near = beside.reduce((sum, step) => sum + apart(rect, step), 0) / beside.length;
    return near + tied.reduce((sum, step) => sum + apart(rect, step), 0) * OTHERS;
  }

  #covered(rect: Rect): number {
    const { direction, lanes } = this.#drawing;
    const straddles = Object.values(lanes).some((lane) =>
      direction === "right"
        ? lane.y > rect.y && lane.y < rect.y + rect.height
        : lane.x > rect.x && lane.x < rect.x + rect.width,
    );
    const { x, y, width, height } = this.#inside;
    const out = rect.x < x || rect.y < y || rect.x + rect.width > x + width || rect.y + rect.height > y + height;
    return this.#lines.under(rect).length * COVERS + (straddles ? STRADDLES : 0) + (out ? COVERS * 3 : 0);
  }
}

/** The room that lanes leave besides their names and those of stages. */
function withoutNames(drawing: Drawing): Rect {
  const { x, y, width, height } = frameOf(drawing);
  const right = drawing.direction === "right";
  const stage = Object.keys(drawing.stages).length > 0 ? STAGE.header : 0;
  const [left, top] = right ? [LANE.header, stage] : [stage, LANE.header];
  return { x: x + left, y: y + top, width: width - left, height: height - top };
}

/** How far two boxes are from each other: the way along both axes, so that beside and below come before aslant. */
function apart(a: Rect, b: Rect): number {
  const dx = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const dy = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  const off = Math.abs(a.x + a.width / 2 - b.x - b.width / 2) + Math.abs(a.y + a.height / 2 - b.y - b.height / 2);
  return dx + dy + off * 0.05;
}
