import { type Drawing, STAGE } from "../../model/geometry.ts";
import type { Process, ProcessNode } from "../../model/process.ts";
import { SHAPES } from "../../model/shape.ts";
import { nameOf } from "../../model/words.ts";
import { element } from "./element.ts";
import { mix, type Palette } from "./look.ts";
import { strip } from "./strip.ts";

/**
 * Which stage a node itself has to say that it belongs to; nothing for most. Stages that lie among each other have no
 * bands: then each of their nodes says it, but gateways, which have no room.
 */
export function chipOf({ kind, stage }: ProcessNode, process: Process, { stages: bands }: Drawing): string | undefined {
  if (SHAPES[kind].outline === "gateway") return undefined;
  return stage === undefined || stage in bands ? undefined : nameOf(process, stage) || undefined;
}

/** Draws the stages over the lanes: a strip with each one's name, and a dashed line where one ends. */
export function stages(process: Process, { direction, stages: bands }: Drawing, palette: Palette): string {
  const names = new Map(process.stages.map(({ id, name }) => [id, name]));
  const right = direction === "right";
  const stroke = mix(palette.ink, palette.paper, 0.3);
  return Object.entries(bands)
    .map(([id, band]) => {
      const head = right ? { ...band, height: STAGE.header } : { ...band, width: STAGE.header };
      const [x, y] = [band.x + band.width, band.y + band.height];
      const end = right
        ? { x1: x, y1: band.y + STAGE.header, x2: x, y2: y }
        : { x1: band.x + STAGE.header, y1: y, x2: x, y2: y };
      const name = names.get(id) ?? id;
      return element(
        "g",
        {},
        element("rect", { ...head, stroke, fill: mix(palette.ink, palette.paper, 0.05) }),
        element("line", { ...end, stroke, "stroke-dasharray": "2 4" }),
        name === "" ? "" : strip(name, head, !right, palette),
      );
    })
    .join("");
}
