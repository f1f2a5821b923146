import { create } from "zustand";
import type { Capacity } from "../analyse/capacity.ts";
import type { Comparison } from "../analyse/comparison.ts";
import type { HeatMeasure } from "../analyse/heat-measures.ts";
import type { Recording } from "../analyse/recording.ts";
import type { Results } from "../analyse/results.ts";
import type { LensId } from "../model/lens/view.ts";
import type { Problem } from "../model/problem.ts";
import { emptyProcess, type Process } from "../model/process.ts";
import { scenarioView } from "../model/scenario.ts";
import type { Experiments, RunProgress, RunSettings } from "../workers/protocol.ts";
import { begin, type History } from "./history.ts";
import type { Player } from "./playback.ts";
import type { Walk } from "./walk.ts";

/** What is selected: ids of nodes, of flows and of notes. */
export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  /** The one lane that is selected, by the id of its department; then nothing else is. */
  readonly lane?: string;
}

/** The state of the last run, if there was one. */
export type Run =
  | { readonly kind: "none" }
  | {
      readonly kind: "running";
      /** Set once it was asked to end with what is finished. */
      readonly ending?: true;
      /** Ends it with the replications that are finished; asked again, with nothing. */
      readonly cancel: () => void;
    }
  | {
      readonly kind: "finished";
      readonly results: Results;
      readonly of: Process;
      /** The id of the scenario that was worked on then: the run is of the process as that has it. */
      readonly scenario?: string;
      /** What was chosen for it instead of what the process says. */
      readonly settings: RunSettings;
      readonly milliseconds: number;
      /** What happened in its first replication. */
      readonly recording: Recorded;
      /** Set while experiments go on, of which the results are told in the end. */
      readonly more?: More;
    }
  /** The process `of` cannot be run. */
  | { readonly kind: "failed"; readonly problems: readonly Problem[]; readonly of: Process };

/**
 * How far what is under way has come: a run, or experiments on top of one. It changes many times a second, so it is apart
 * from `Run`, on which everything depends that shows results.
 */
export interface Headway {
  readonly progress: RunProgress;
  /** How long it has been going on, in milliseconds. */
  readonly milliseconds: number;
}

/** What happened in a run, which is made ready to be played back when the run ends, or as soon as somebody wants it. */
export interface Recorded {
  readonly there: Promise<Recording>;
  readonly hurry: () => void;
}

/** The comparison of the process with its scenarios. */
export type Comparing =
  | { readonly kind: "none" }
  | (Headway & { readonly kind: "running"; readonly stop: () => void })
  | { readonly kind: "failed"; readonly problems: readonly Problem[] }
  /** Of the process `of`, with all of its scenarios. */
  | { readonly kind: "finished"; readonly comparison: Comparison; readonly of: Process };

/** A run being played back. */
export interface Playback {
  /** The process that was run. */
  readonly of: Process;
  readonly player: Player;
  /** The record that is followed. */
  readonly followed: number | undefined;
}

/** Experiments under way, on top of results that are there already. */
export interface More {
  readonly asked: Experiments;
  /** Ends them; the results stay as they are. */
  readonly stop: () => void;
}

/** Something the canvas is asked to do with its view; each request is a new object and is followed once. */
export type ViewRequest =
  /** Has the whole drawing in sight; `atOnce` where there is nothing on screen to glide from. */
  | { readonly kind: "fit"; readonly atOnce?: true }
  | { readonly kind: "zoom"; readonly by: "in" | "out" | "actual" }
  /** Brings a node or a note to the middle. */
  | { readonly kind: "show"; readonly node: string }
  /** Moves no further than it takes to have a node or a note in sight. */
  | { readonly kind: "reveal"; readonly node: string };

/** What is being named in place on the canvas: a node, a lane or a flow; or a note that is being written. */
export type Naming =
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "department"; readonly id: string }
  | { readonly kind: "flow"; readonly id: string }
  | { readonly kind: "note"; readonly id: string };

/** A menu over the drawing. */
export interface CanvasMenu {
  /** What it is about: what is selected, a lane, the ground, or what a flow pulled out of a node is to lead to. */
  readonly of:
    | "selection"
    | "lane"
    | "ground"
    | { readonly from: string }
    /** A data item was dropped on a step. */
    | { readonly attach: string; readonly to: string };
  /** Where it opens, on the page. */
  readonly x: number;
  readonly y: number;
  /** The place on the drawing under it, in pixels at zoom 1. */
  readonly at: { readonly x: number; readonly y: number };
}

/** A sentence shown for a moment at the edge of the screen. */
export interface Notice {
  readonly tone: "good" | "bad" | "plain";
  readonly title: string;
  readonly text?: string;
}

/** What covers the screen, if anything does. */
export type Dialog =
  | { readonly kind: "help" }
  | { readonly kind: "gallery" }
  | { readonly kind: "versions" }
  | { readonly kind: "export" }
  | { readonly kind: "commands" }
  /** Something is looked for by its name: a node to go to or to connect the selected one to, or what to attach to it. */
  | { readonly kind: "pick"; readonly to: "find" | "connect" | "data" | "system" }
  | { readonly kind: "unreadable"; readonly file: string; readonly problems: readonly Problem[] };

/** Where the tour stops, in this order. */
export const TOUR_STOPS = ["flow", "run", "bottleneck", "improve", "export"] as const;

/** Where somebody on the tour is; first it is offered. */
export interface Tour {
  readonly stop: "offer" | (typeof TOUR_STOPS)[number];
  /** Minutes from arrival to end before the improvement was made, once it was. */
  readonly before?: number;
}

/** What shows the process: the drawing, the table of its steps, or both. */
export type Panes = "canvas" | "both" | "table";

/** What is at the left of the page, and whether it was asked for by keys, which then go on there. */
export interface LeftSide {
  readonly shows: "palette" | "outline";
  readonly focus?: true;
}

/** Where the document is kept. */
export interface Place {
  /** The document's id in the browser's storage; another one for every document opened. */
  readonly id: string;
  /** The file on disk it was read from or saved to, where the browser lets us write to it again. */
  readonly handle?: FileSystemFileHandle;
}

/** Everything the interface shows. Actions live beside this file, one topic each. */
export interface AppState {
  readonly document: History<Process>;
  readonly place: Place;
  /** Whether another tab has the same document open. */
  readonly alsoOpen: boolean;
  /** Whether the document to start with has been read; nothing is stored before that. */
  readonly loaded: boolean;
  readonly selection: Selection;
  readonly naming: Naming | undefined;
  /** The scenario that is worked on, if one is: edits go into it instead of into the process itself. */
  readonly scenario: string | undefined;
  readonly comparing: Comparing;
  readonly playback: Playback | undefined;
  readonly walk: Walk | undefined;
  readonly run: Run;
  /** Of the run, or of what was asked for last on top of it. */
  readonly headway: Headway;
  /** Which measure colours the steps after a run. */
  readonly heat: HeatMeasure;
  readonly runSettings: RunSettings;
  /** What the process `of`, which may be a little older than the one on screen, can do at the most. */
  readonly capacity: { readonly of: Process; readonly is: Capacity } | undefined;
  /** What is wrong with the process `of`, which may be some milliseconds older than the one on screen. */
  readonly problems: { readonly of: Process; readonly list: readonly Problem[] };
  readonly view: ViewRequest | undefined;
  /** What the canvas is looked at through. */
  readonly lens: LensId;
  /** Whether the document may only be looked at, as one that came by a link: no edit goes through. */
  readonly readOnly: boolean;
  /** Counts the times that nodes were laid out: the canvas glides instead of jumping when it grows. */
  readonly arranged: number;
  /** The layout under way, if there is one. */
  readonly arranging: { readonly done: number; readonly cancel: () => void } | undefined;
  /** Lanes that are shown as thin strips, by the ids of their departments; a matter of looking, not of the file. */
  readonly folded: ReadonlySet<string>;
  /** What is drawn beside the steps whatever the lens. */
  readonly things: { readonly data: boolean; readonly systems: boolean };
  /** Whether nodes or notes are being dragged: what would take long meanwhile waits until they are dropped. */
  readonly dragging: boolean;
  /** The tool that the next drag on the canvas is for, if one was taken up. */
  readonly tool: "space" | undefined;
  readonly panes: Panes;
  readonly left: LeftSide;
  readonly side: "inspector" | "problems";
  readonly resultsOpen: boolean;
  /** Which tab of the results is open. */
  readonly resultsTab: string;
  readonly dialog: Dialog | undefined;
  readonly notice: Notice | undefined;
  readonly tour: Tour | undefined;
  readonly menu: CanvasMenu | undefined;
}

/** The selection of nothing. */
export const NOTHING: Selection = { nodes: new Set(), flows: new Set(), notes: new Set() };

/** Where everything under way begins. */
export const BEGINNING: Headway = { progress: { stage: "run", done: 0, replication: 0, of: 0 }, milliseconds: 0 };

/** The app's only store. */
export const useApp = create<AppState>(() => ({
  document: begin(emptyProcess),
  place: { id: "unsaved" },
  alsoOpen: false,
  loaded: false,
  selection: NOTHING,
  naming: undefined,
  scenario: undefined,
  comparing: { kind: "none" },
  playback: undefined,
  walk: undefined,
  run: { kind: "none" },
  headway: BEGINNING,
  heat: "delay",
  runSettings: {},
  capacity: undefined,
  problems: { of: emptyProcess, list: [] },
  view: undefined,
  lens: "process",
  readOnly: false,
  arranged: 0,
  arranging: undefined,
  folded: new Set(),
  things: { data: false, systems: false },
  dragging: false,
  tool: undefined,
  panes: "canvas",
  left: { shows: "palette" },
  side: "inspector",
  resultsOpen: false,
  resultsTab: "bottlenecks",
  dialog: undefined,
  notice: undefined,
  tour: undefined,
  menu: undefined,
}));

/** The process on screen: that of the document, or, while somebody works on a scenario, as the scenario has it. */
export function presentProcess({ document, scenario }: Pick<AppState, "document" | "scenario">): Process {
  const process = document.present;
  const shown = scenario === undefined ? undefined : process.scenarios.find(({ id }) => id === scenario);
  return shown ? scenarioView(process, shown) : process;
}

const runnable = new WeakMap<Process, Process>();

/** What a run is of: the process on screen; that of a scenario without the scenarios, which are changes to the process itself. */
export function processToRun(state: Pick<AppState, "document" | "scenario">): Process {
  const process = presentProcess(state);
  if (process === state.document.present) return process;
  const alone = runnable.get(process) ?? { ...process, scenarios: [] };
  runnable.set(process, alone);
  return alone;
}
