import { arrange, cancelArranging } from "./arrange.ts";
import { copySelection, cutSelection, duplicateSelection, paste } from "./clipboard.ts";
import { able, type Command } from "./command.ts";
import { redo, undo } from "./document.ts";
import { addDepartment, addNode, appendStep, connectable, moveLane, nudge, removeSelection } from "./draw.ts";
import { DRAWING_COMMANDS } from "./drawing-commands.ts";
import { copyPicture, showExport } from "./export.ts";
import { openBlank, openFile, saveFile } from "./files.ts";
import { showGallery } from "./gallery.ts";
import { LENS_COMMANDS, turnLens } from "./lens.ts";
import { copyLink } from "./link.ts";
import { startNaming } from "./naming.ts";
import { addNote } from "./notes.ts";
import { openPlayback } from "./playback.ts";
import { cancelRun, clearResults, startRun, tryImprovements } from "./run.ts";
import { newScenario, showComparison } from "./scenarios.ts";
import { onlyNode, selectAll, selectNothing, walk } from "./selection.ts";
import { turnSpaceTool } from "./space.ts";
import { type AppState, type Panes, presentProcess, useApp, type ViewRequest } from "./store.ts";
import { leaveTour, startTour } from "./tour.ts";
import { openWalk } from "./walk.ts";

/** Brings reports, which the first picture does not wait for. */
export const loadReport = () => import("./report.ts");

const view = (request: ViewRequest) => () => useApp.setState({ view: request });
const show = (panes: Panes) => () => useApp.setState({ panes, view: { kind: "fit" } });
const someNode = ({ selection }: AppState) => selection.nodes.size > 0;
const movable = ({ selection }: AppState) => selection.nodes.size + selection.notes.size > 0;
const something = (state: AppState) =>
  movable(state) || state.selection.flows.size > 0 || state.selection.lane !== undefined;
const oneNode = ({ selection }: AppState) => onlyNode(selection) !== undefined;
const drawn = (state: AppState) => presentProcess(state).nodes.length > 0;
const layable = (state: AppState) => drawn(state) && state.arranging === undefined;
const severalLayable = (state: AppState) => layable(state) && state.selection.nodes.size > 1;
const flowsDown = ({ document }: AppState) => document.present.direction === "down";

/** Does something with the one selected node. */
const withNode = (act: (id: string) => void) => () => {
  const id = onlyNode(useApp.getState().selection);
  if (id !== undefined) act(id);
};

const nameSelected = () => {
  const { selection } = useApp.getState();
  const node = onlyNode(selection);
  const [flow] = selection.flows;
  const [note] = selection.notes;
  if (node !== undefined) startNaming({ kind: "node", id: node });
  else if (selection.nodes.size === 0 && flow !== undefined) startNaming({ kind: "flow", id: flow });
  else if (selection.lane !== undefined) startNaming({ kind: "department", id: selection.lane });
  else if (selection.nodes.size === 0 && note !== undefined) startNaming({ kind: "note", id: note });
};
const nameable = ({ selection: { nodes, flows, notes, lane } }: AppState) =>
  nodes.size + flows.size + notes.size === 1 || lane !== undefined;

/** One step of the grid; with Shift, five of them. */
const NUDGE = 8;
const FAR = 40;

// biome-ignore format: a table, one command a line
const list = [
  { id: "gallery", name: "New…", group: "File", shortcut: "Alt+N", scope: "typing", do: showGallery },
  { id: "new", name: "New blank process", group: "File", shortcut: "Alt+Shift+N", scope: "typing", do: openBlank },
  { id: "versions", name: "Versions…", group: "File", do: () => useApp.setState({ dialog: { kind: "versions" } }) },
  { id: "open", name: "Open…", group: "File", shortcut: "Mod+O", scope: "typing", do: () => void openFile() },
  { id: "save", name: "Save", group: "File", shortcut: "Mod+S", scope: "typing", do: () => void saveFile() },
  { id: "export", name: "Export…", group: "File", shortcut: "Mod+Shift+E", scope: "typing", when: drawn, do: showExport },
  { id: "copy-picture", name: "Copy as picture", group: "File", when: drawn, do: () => void copyPicture() },
  { id: "copy-link", name: "Copy link", group: "File", when: drawn, do: () => void copyLink() },

  { id: "undo", name: "Undo", group: "Edit", shortcut: "Mod+Z", when: (s) => s.document.past.length > 0, do: undo },
  { id: "redo", name: "Redo", group: "Edit", shortcut: "Mod+Shift+Z", when: (s) => s.document.future.length > 0, do: redo },
  { id: "cut", name: "Cut", group: "Edit", shortcut: "Mod+X", scope: "browser", when: movable, do: () => void cutSelection() },
  { id: "copy", name: "Copy", group: "Edit", shortcut: "Mod+C", scope: "browser", looks: true, when: movable, do: () => void copySelection() },
  { id: "paste", name: "Paste", group: "Edit", shortcut: "Mod+V", scope: "browser", do: () => void paste() },
  { id: "duplicate", name: "Duplicate", group: "Edit", shortcut: "Mod+D", scope: "canvas", when: movable, do: duplicateSelection },
  { id: "remove", name: "Delete", group: "Edit", shortcut: "Delete", scope: "canvas", when: something, do: removeSelection },
  { id: "select-all", name: "Select all", group: "Edit", shortcut: "Mod+A", scope: "canvas", looks: true, when: drawn, do: selectAll },
  { id: "cancel-arranging", name: "Cancel laying out", group: "Edit", looks: true, when: (s) => s.arranging !== undefined, do: cancelArranging },
  { id: "leave-tool", name: "Lay the tool down", group: "Edit", looks: true, when: (s) => s.tool !== undefined, do: () => turnSpaceTool(false) },
  { id: "leave-tour", name: "Leave the tour", group: "Help", when: (s) => s.tour !== undefined && s.dialog === undefined && s.menu === undefined, do: leaveTour },
  { id: "select-nothing", name: "Select nothing", group: "Edit", shortcut: "Escape", scope: "canvas", looks: true, when: something, do: selectNothing },
  { id: "rename", name: "Rename", group: "Edit", shortcut: "F2", when: nameable, do: nameSelected },

  { id: "append", name: "Add next step", group: "Draw", shortcut: "Tab", scope: "canvas", when: oneNode, do: withNode(appendStep) },
  { id: "add-step", name: "Add a step", group: "Draw", shortcut: "S", scope: "canvas", do: () => addNode("step") },
  { id: "add-decision", name: "Add a decision", group: "Draw", shortcut: "D", scope: "canvas", do: () => addNode("decision") },
  { id: "add-fork", name: "Add a parallel split", group: "Draw", shortcut: "P", scope: "canvas", do: () => addNode("fork") },
  { id: "add-join", name: "Add a parallel join", group: "Draw", shortcut: "J", scope: "canvas", do: () => addNode("join") },
  { id: "add-wait", name: "Add a wait", group: "Draw", shortcut: "W", scope: "canvas", do: () => addNode("wait") },
  { id: "add-start", name: "Add a start", group: "Draw", do: () => addNode("start") },
  { id: "add-end", name: "Add an end", group: "Draw", shortcut: "E", scope: "canvas", do: () => addNode("end") },
  { id: "connect", name: "Connect to…", group: "Draw", shortcut: "C", scope: "canvas", when: (s) => oneNode(s) && connectable(s).length > 0, do: () => useApp.setState({ dialog: { kind: "pick", to: "connect" } }) },
  { id: "add-note", name: "Add a note", group: "Draw", shortcut: "N", scope: "canvas", do: () => addNote() },
  { id: "add-department", name: "Add a department", group: "Draw", do: addDepartment },
  { id: "arrange", name: "Lay out anew", group: "Draw", shortcut: "Shift+L", scope: "canvas", when: layable, do: () => void arrange() },
  { id: "tidy", name: "Tidy, keeping the order", group: "Draw", shortcut: "Shift+T", scope: "canvas", when: layable, do: () => void arrange({ tidy: true }) },
  { id: "arrange-selection", name: "Lay out the selection anew", group: "Draw", shortcut: "Alt+Shift+L", scope: "canvas", when: severalLayable, do: () => void arrange({ selection: true }) },
  { id: "tidy-selection", name: "Tidy the selection", group: "Draw", shortcut: "Alt+Shift+T", scope: "canvas", when: severalLayable, do: () => void arrange({ selection: true, tidy: true }) },
  { id: "order-departments", name: "Order departments for fewest crossings", group: "Draw", when: (s) => layable(s) && s.document.present.departments.length > 2, do: () => void arrange({ orderDepartments: true }) },
  { id: "flow-down", name: "Flow down", group: "Draw", when: (s) => layable(s) && !flowsDown(s), do: () => void arrange({ direction: "down" }) },
  { id: "flow-right", name: "Flow to the right", group: "Draw", when: (s) => layable(s) && flowsDown(s), do: () => void arrange({ direction: "right" }) },

  { id: "walk-on", name: "Go to what follows", group: "Move", shortcut: "Alt+ArrowRight", scope: "canvas", looks: true, when: oneNode, do: () => walk(1) },
  { id: "walk-back", name: "Go to what comes before", group: "Move", shortcut: "Alt+ArrowLeft", scope: "canvas", looks: true, when: oneNode, do: () => walk(-1) },
  ...DRAWING_COMMANDS,
  { id: "left", name: "Move left", group: "Move", shortcut: "ArrowLeft", scope: "canvas", when: movable, do: () => nudge(-NUDGE, 0) },
  { id: "right", name: "Move right", group: "Move", shortcut: "ArrowRight", scope: "canvas", when: movable, do: () => nudge(NUDGE, 0) },
  { id: "up", name: "Move up", group: "Move", shortcut: "ArrowUp", scope: "canvas", when: movable, do: () => nudge(0, -NUDGE) },
  { id: "down", name: "Move down", group: "Move", shortcut: "ArrowDown", scope: "canvas", when: movable, do: () => nudge(0, NUDGE) },
  { id: "far-left", name: "Move far left", group: "Move", shortcut: "Shift+ArrowLeft", scope: "canvas", when: movable, do: () => nudge(-FAR, 0) },
  { id: "far-right", name: "Move far right", group: "Move", shortcut: "Shift+ArrowRight", scope: "canvas", when: movable, do: () => nudge(FAR, 0) },
  { id: "far-up", name: "Move far up", group: "Move", shortcut: "Shift+ArrowUp", scope: "canvas", when: movable, do: () => nudge(0, -FAR) },
  { id: "far-down", name: "Move far down", group: "Move", shortcut: "Shift+ArrowDown", scope: "canvas", when: movable, do: () => nudge(0, FAR) },
  { id: "lane-up", name: "Move to the previous lane", group: "Move", shortcut: "Alt+ArrowUp", scope: "canvas", when: someNode, do: () => moveLane(-1) },
  { id: "lane-down", name: "Move to the next lane", group: "Move", shortcut: "Alt+ArrowDown", scope: "canvas", when: someNode, do: () => moveLane(1) },

  { id: "find", name: "Find on the drawing…", group: "View", shortcut: "Mod+F", when: drawn, do: () => useApp.setState({ dialog: { kind: "pick", to: "find" } }) },
  { id: "show-canvas", name: "Show the drawing", group: "View", shortcut: "Alt+1", scope: "typing", do: show("canvas") },
  { id: "show-both", name: "Show drawing and table", group: "View", shortcut: "Alt+2", scope: "typing", do: show("both") },
  { id: "show-table", name: "Show the table", group: "View", shortcut: "Alt+3", scope: "typing", do: show("table") },
  { id: "outline", name: "Show the outline", group: "View", shortcut: "Alt+O", scope: "typing", do: () => useApp.setState({ left: { shows: "outline", focus: true } }) },
  { id: "fit", name: "Fit the drawing", group: "View", shortcut: "1", scope: "canvas", do: view({ kind: "fit" }) },
  { id: "zoom-actual", name: "Actual size", group: "View", shortcut: "0", scope: "canvas", do: view({ kind: "zoom", by: "actual" }) },
  { id: "zoom-in", name: "Zoom in", group: "View", shortcut: "+", scope: "canvas", do: view({ kind: "zoom", by: "in" }) },
  { id: "zoom-out", name: "Zoom out", group: "View", shortcut: "-", scope: "canvas", do: view({ kind: "zoom", by: "out" }) },

  { id: "next-lens", name: "Next lens", group: "View", shortcut: "L", scope: "canvas", do: () => turnLens(1) },
  { id: "previous-lens", name: "Previous lens", group: "View", shortcut: "Alt+L", scope: "canvas", do: () => turnLens(-1) },
  ...LENS_COMMANDS,

  { id: "run", name: "Run", group: "Run", shortcut: "Mod+Enter", scope: "typing", when: (s) => drawn(s) && s.run.kind !== "running", do: () => void startRun() },
  { id: "cancel-run", name: "Cancel the run", group: "Run", when: (s) => s.run.kind === "running", do: cancelRun },
  { id: "play-back", name: "Play the run back", group: "Run", when: (s) => s.run.kind === "finished", do: () => void openPlayback() },
  { id: "walk", name: "Walk one record by hand", group: "Run", when: drawn, do: () => void openWalk() },
  { id: "improve", name: "Try out what would help", group: "Run", when: (s) => s.run.kind === "finished", do: tryImprovements },
  { id: "report", name: "Save a report", group: "Run", when: (s) => s.run.kind === "finished", do: () => void loadReport().then(({ saveReport }) => saveReport()) },
  { id: "new-scenario", name: "New scenario", group: "Run", when: (s) => drawn(s) && !s.readOnly, do: newScenario },
  { id: "compare", name: "Compare the scenarios", group: "Run", when: (s) => s.document.present.scenarios.length > 0, do: showComparison },
  { id: "clear-results", name: "Clear results", group: "Run", when: (s) => s.run.kind === "finished", do: clearResults },

  { id: "commands", name: "Find a command…", group: "Help", shortcut: "Mod+K", scope: "typing", do: () => useApp.setState({ dialog: { kind: "commands" } }) },
  { id: "tour", name: "Take the tour", group: "Help", do: () => void startTour() },
  { id: "help", name: "Keyboard and mouse", group: "Help", shortcut: "?", do: () => useApp.setState({ dialog: { kind: "help" } }) },
] as const satisfies readonly Command[];

/** The name that code calls a command by. */
export type CommandId = (typeof list)[number]["id"];

/** Every command. Menus, keys, the command palette and the help sheet are all made from this list. */
export const COMMANDS: readonly (Command & { readonly id: CommandId })[] = list;

const byId = new Map(COMMANDS.map((command) => [command.id, command]));

/** The command of that name. */
export function commandOf(id: CommandId): Command {
  return byId.get(id)!;
}

/** Does a command, if it can be done now. */
export function perform(id: CommandId): void {
  const command = commandOf(id);
  if (able(command, useApp.getState())) command.do();
}
