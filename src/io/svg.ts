import { flowLabel } from "../model/flow-label.ts";
import type { Associations, Drawing, Rect } from "../model/geometry.ts";
import { type LensView, PLAIN } from "../model/lens/view.ts";
import type { Problem } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { titleOf } from "../model/words.ts";
import { textOf } from "./bytes.ts";
import type { Codec, Decoded } from "./codec.ts";
import { json } from "./json.ts";
import { element, escapeXml, round } from "./svg/element.ts";
import { flowBadge, flowBadges } from "./svg/flow-badges.ts";
import { flowLine } from "./svg/flows.ts";
import { frameOf } from "./svg/frame.ts";
import { label } from "./svg/labels.ts";
import { lanes } from "./svg/lanes.ts";
import { type Look, type Palette, paletteOf } from "./svg/look.ts";
import { packed, unpacked } from "./svg/metadata.ts";
import { stageChip } from "./svg/node-badges.ts";
import { nodeShape } from "./svg/nodes.ts";
import { noteShape } from "./svg/notes.ts";
import { chipOf, stages } from "./svg/stages.ts";
import { associationLines, thingShapes } from "./svg/things.ts";
import { title } from "./svg/title.ts";

/**
 * Draws a process as an SVG that every program can open: text is text, colours are #rrggbb, and nothing leans on
 * style sheets, markers or filters. The process itself travels in `<metadata>`, so that `readSvg` opens it again.
 *
 * @param drawing - Where everything is, as `layout` or `drawingOf` says, of this same process.
 * @param look - Its colours, and what is seen through a lens; `seenThrough` makes that.
 * @returns The same bytes for the same arguments, and well-formed XML whatever the names hold.
 * @throws RangeError if the drawing lacks a node of the process.
 */
export function writeSvg(process: Process, drawing: Drawing, look: Look = {}): string {
  const palette = paletteOf(look);
  const { view = PLAIN, things = NO_THINGS } = look;
  // Stages are for who looks at the process itself, be it without a lens.
  const staged = look.view === undefined || view.bands;
  const shown = staged ? drawing : { ...drawing, stages: {} };
  const badges = flowBadges(process, shown, view);
  const frame = frameOf(process, shown, look, badges);
  const { x, y, width, height } = frame.page;
  const parts = [
    element("title", { id: "throughline-title" }, escapeXml(process.name)),
    element("desc", { id: "throughline-desc" }, escapeXml(inWords(process))),
    packed(json.write(process)),
    look.transparent ? "" : element("rect", { ...frame.page, fill: palette.paper }),
    title(process, frame.title, palette, look.titleLine),
    lanes(process, shown, frame.lanes, palette),
    stages(process, shown, palette),
    associationLines(things, palette),
    ...flowLines(process, shown, view, palette),
    ...process.nodes.map((node) => {
      const heat = look.heat === undefined || node.kind !== "step" ? undefined : (look.heat.steps[node.id] ?? "none");
      const [at, seen] = [placeOf(shown, node.id), view.nodes.get(node.id)];
      const chip = staged && seen?.badge === undefined ? chipOf(node, process, shown) : undefined;
      return (
        nodeShape(node, at, { process, palette, heat, look: seen }) +
        (chip === undefined ? "" : stageChip(chip, at, heat !== undefined, palette))
      );
    }),
    thingShapes(process, things, palette),
    ...process.flows.map((flow) => {
      const middle = shown.labels[flow.id];
      const text = flowLabel(flow, process);
      return middle === undefined || text === "" ? "" : label(text, middle, palette);
    }),
    ...badges.map((badge) => flowBadge(badge, palette)),
    ...frame.notes.map((note) => noteShape(note, palette)),
    frame.legend === undefined ? "" : frame.legend.what.draw(frame.legend.at, palette),
  ];
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: [x, y, width, height].map(round).join(" "),
      role: "img",
      "aria-labelledby": "throughline-title throughline-desc",
      "font-family": "Arial, Helvetica, sans-serif",
    },
    `\n${parts.filter(Boolean).join("\n")}\n`,
  )}\n`;
}

/**
 * Opens the process that an SVG of ours carries; of the picture itself nothing is read.
 * Never throws, whatever the file holds.
 */
export function readSvg(file: Uint8Array | string): Decoded {
  const decoded = textOf(file);
  if (!decoded.ok) return decoded;
  const carried = unpacked(decoded.text);
  return carried === undefined ? { ok: false, problems: [NO_PROCESS] } : json.read(carried);
}

/** SVG as a format to open and to save. */
export const svg = {
  id: "svg",
  name: "SVG picture",
  extension: ".svg",
  mime: "image/svg+xml",
  read: readSvg,
  write: (process, drawing, { look } = {}) => writeSvg(process, drawing, look),
  choices: ["lens", "selection", "look", "ground", "heat", "title"],
} as const satisfies Codec;

const NO_THINGS: Associations = { things: [], lines: [] };

const NO_PROCESS: Problem = {
  severity: "error",
  code: "svg-without-process",
  path: "",
  message: "This SVG holds a picture, but no process to open.",
  mend: "Open an SVG that Throughline exported, and that no other program has stripped of its metadata.",
};

function flowLines(process: Process, drawing: Drawing, view: LensView, palette: Palette): readonly string[] {
  const names = new Map(process.nodes.map((node) => [node.id, titleOf(node)]));
  return process.flows.map((flow) => {
    const name = `${names.get(flow.from) ?? flow.from} → ${names.get(flow.to) ?? flow.to}`;
    return flowLine(flow, drawing.routes[flow.id] ?? [], name, palette, view.flows.get(flow.id)?.heavy);
  });
}

function placeOf(drawing: Drawing, id: string): Rect {
  const place = drawing.nodes[id];
  if (place === undefined) throw new RangeError(`the drawing has no place for the node ${id}`);
  return place;
}

/** The picture in words, for people who hear it. */
function inWords(process: Process): string {
  const steps = process.nodes.filter((node) => node.kind === "step").map(titleOf);
  const lanes = process.departments.map((department) => department.name);
  return [
    process.description?.trim() ?? "",
    steps.length === 0 ? "" : `Steps: ${steps.join(", ")}.`,
    lanes.length === 0 ? "" : `Departments: ${lanes.join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
