import type { Node } from "@xyflow/react";
import { type Drawing, NO_DEPARTMENT } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { handlesOf, type SceneFlow } from "./scene.ts";

/** What stands for the nodes of a folded lane: flows begin and end at it. Nothing of it is seen. */
export type FoldNode = Node<Record<string, never>, "folded">;

const NO_DATA = {};

/** One for each folded lane, in the place of all its nodes. */
export function foldNodes({ lanes }: Drawing, folded: ReadonlySet<string>): FoldNode[] {
  return Object.entries(lanes).flatMap(([id, { x, y, width, height }]): FoldNode[] => {
    if (!folded.has(id)) return [];
    return [
      {
        id: idOf(id),
        type: "folded",
        position: { x, y },
        data: NO_DATA,
        width,
        height,
        measured: { width, height },
        handles: handlesOf(width, height),
        draggable: false,
        selectable: false,
        focusable: false,
        connectable: false,
        domAttributes: { "aria-hidden": true },
      },
    ];
  });
}

/** The flows with the ends that lie in folded lanes tied to what stands there instead. */
export function tiedToFolds(flows: SceneFlow[], { nodes }: Process, folded: ReadonlySet<string>): SceneFlow[] {
  if (folded.size === 0) return flows;
  const laneOf = new Map(nodes.map(({ id, department = NO_DEPARTMENT }) => [id, department]));
  const endOf = (node: string) => {
    const lane = laneOf.get(node);
    return lane !== undefined && folded.has(lane) ? idOf(lane) : node;
  };
  return flows.map((flow) => {
    const [source, target] = [endOf(flow.source), endOf(flow.target)];
    if (source === flow.source && target === flow.target) return flow;
    // What is written beside the part that is out of sight has no place in the rest.
    const data = flow.data && flow.data.label === undefined ? { ...flow.data, text: "" } : flow.data;
    return { ...flow, source, target, ...(data && { data }) };
  });
}

// Longer than any id of the process, so that it is none of them.
const PREFIX = "folded-lane".padEnd(66, "-");
const idOf = (lane: string) => `${PREFIX}${lane}`;
