import { ALIGNMENTS } from "../model/edit/align.ts";
import { askToAttach, showThings, stepInHand } from "./attach.ts";
import type { Command } from "./command.ts";
import { foldAll, foldLane } from "./fold.ts";
import { growLane, laneCanGo, laneInHand, removeLane, shiftLane } from "./lanes.ts";
import { align, atLeast, distribute, roomBehind } from "./line-up.ts";
import { startNaming } from "./naming.ts";
import { onlyNode } from "./selection.ts";
import { turnSpaceTool } from "./space.ts";
import { type AppState, presentProcess, useApp } from "./store.ts";

const stepChosen = (state: AppState) => stepInHand(state) !== undefined;
const laneChosen = ({ selection }: AppState) => selection.lane !== undefined;
const oneNode = ({ selection }: AppState) => onlyNode(selection) !== undefined;

const nameLane = () => {
  const state = useApp.getState();
  const lane = presentProcess(state).departments[laneInHand(state)];
  if (lane) startNaming({ kind: "department", id: lane.id });
};

const turnFold = () => {
  const state = useApp.getState();
  const lane = presentProcess(state).departments[laneInHand(state)];
  if (lane) foldLane(lane.id, !state.folded.has(lane.id));
};

// biome-ignore format: a table, one command a line
const list = [
  { id: "lane-rename", name: "Rename the department", group: "Draw", when: (s) => laneInHand(s) >= 0, do: nameLane },
  { id: "lane-raise", name: "Move the department one lane back", group: "Draw", shortcut: "Alt+Shift+ArrowUp", scope: "canvas", when: laneCanGo(-1), do: () => shiftLane(-1) },
  { id: "lane-lower", name: "Move the department one lane on", group: "Draw", shortcut: "Alt+Shift+ArrowDown", scope: "canvas", when: laneCanGo(1), do: () => shiftLane(1) },
  { id: "lane-fold", name: "Collapse or expand the department", group: "View", shortcut: "F", scope: "canvas", when: (s) => laneInHand(s) >= 0, do: turnFold },
  { id: "fold-all", name: "Collapse all departments", group: "View", when: (s) => presentProcess(s).departments.some(({ id }) => !s.folded.has(id)), do: () => foldAll(true) },
  { id: "unfold-all", name: "Expand all departments", group: "View", when: (s) => s.folded.size > 0, do: () => foldAll(false) },
  { id: "lane-grow", name: "Make the department’s lane larger", group: "Draw", shortcut: "Alt+Shift+ArrowRight", scope: "canvas", when: (s) => laneInHand(s) >= 0, do: () => growLane(1) },
  { id: "lane-shrink", name: "Make the department’s lane smaller", group: "Draw", shortcut: "Alt+Shift+ArrowLeft", scope: "canvas", when: (s) => laneInHand(s) >= 0, do: () => growLane(-1) },
  { id: "lane-remove", name: "Take the department away", group: "Draw", when: laneChosen, do: removeLane },
  { id: "room-more", name: "Make room behind", group: "Move", shortcut: "M", scope: "canvas", when: oneNode, do: () => roomBehind(1) },
  { id: "room-less", name: "Take room away behind", group: "Move", shortcut: "Shift+M", scope: "canvas", when: oneNode, do: () => roomBehind(-1) },
  { id: "attach-data", name: "Attach data…", group: "Draw", shortcut: "A", scope: "canvas", when: stepChosen, do: () => askToAttach("data", stepInHand(useApp.getState())?.id) },
  { id: "attach-system", name: "Attach a system…", group: "Draw", shortcut: "Shift+A", scope: "canvas", when: stepChosen, do: () => askToAttach("system", stepInHand(useApp.getState())?.id) },
  { id: "show-data", name: "Show data beside the steps", group: "View", when: (s) => !s.things.data, do: () => showThings("data", true) },
  { id: "hide-data", name: "Hide data beside the steps", group: "View", when: (s) => s.things.data, do: () => showThings("data", false) },
  { id: "show-systems", name: "Show systems beside the steps", group: "View", when: (s) => !s.things.systems, do: () => showThings("system", true) },
  { id: "hide-systems", name: "Hide systems beside the steps", group: "View", when: (s) => s.things.systems, do: () => showThings("system", false) },
  { id: "space-tool", name: "Make room by dragging", group: "Move", shortcut: "Shift+S", scope: "canvas", when: (s) => presentProcess(s).nodes.length > 0, do: () => turnSpaceTool(useApp.getState().tool !== "space") },
  { id: "spread-across", name: "Same gaps across", group: "Move", when: atLeast(3), do: () => distribute("x") },
  { id: "spread-down", name: "Same gaps down", group: "Move", when: atLeast(3), do: () => distribute("y") },
  { id: "space-out", name: "Space out in a row", group: "Move", when: atLeast(2), do: () => distribute("x", true) },
] as const satisfies readonly Command[];

/** One command for each way to line things up. */
const alignments = ALIGNMENTS.map((by) => ({
  id: `align-${by}` as const,
  name: `Align ${by}`,
  group: "Move" as const,
  when: atLeast(2),
  do: () => align(by),
}));

/** Commands about lanes, and about where nodes lie beside each other. */
export const DRAWING_COMMANDS: readonly (Command & {
  readonly id: (typeof list)[number]["id"] | (typeof alignments)[number]["id"];
})[] = [...list, ...alignments];
