import { type Fold, folded, foldedThings, foldOf, moved } from "../layout/fold.ts";
import type { AssociationOptions } from "../layout/things/associations.ts";
import { type Associations, type Drawing, frameOf, NO_DEPARTMENT, type Point, type Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import {
  associationsOf,
  drawingOf,
  drawingWith,
  type MovedRoutes,
  type Places,
  routesBetween,
  routesWith,
} from "./drawing.ts";
import { selectLane } from "./lanes.ts";
import { notePlaces } from "./notes.ts";
import { selectNothing } from "./selection.ts";
import { type AppState, NOTHING, presentProcess, useApp } from "./store.ts";

const NONE: ReadonlySet<string> = new Set();

/** The lanes that are folded now: none while a record goes through the process, for then all of its way is looked at. */
export function foldedLanes({ folded: lanes, playback, walk }: AppState): ReadonlySet<string> {
  return playback || walk ? NONE : lanes;
}

const frames = new WeakMap<Drawing, Rect>();
const known = new WeakMap<Drawing, { readonly lanes: ReadonlySet<string>; readonly seen: Drawing }>();

function seenOf(process: Process, drawing: Drawing, lanes: ReadonlySet<string>): Drawing {
  if (lanes.size === 0) return drawing;
  const before = known.get(drawing);
  if (before?.lanes === lanes) return before.seen;
  const seen = folded(process, drawing, lanes);
  known.set(drawing, { lanes, seen });
  return seen;
}

/** Where everything on screen is drawn: the drawing of the process, with some lanes folded. */
export function seenDrawing(state: AppState): Drawing {
  const process = presentProcess(state);
  return seenOf(process, drawingOf(process), foldedLanes(state));
}

/** Where everything of the process on screen is seen. */
export function useDrawing(): Drawing {
  return useApp(seenDrawing);
}

/** The box around everything that is seen, lanes included. */
export function useFrame(): Rect {
  const drawing = useDrawing();
  const before = frames.get(drawing);
  if (before) return before;
  const frame = frameOf(drawing);
  frames.set(drawing, frame);
  return frame;
}

/** The flows that are seen elsewhere with some nodes moved for now, by places on the drawing as it is seen. */
export function seenRoutes(process: Process, places: Places, lanes: ReadonlySet<string>): MovedRoutes {
  if (lanes.size === 0) return routesWith(process, places);
  const moved = drawingWith(process, inFull(process, places, lanes));
  return routesBetween(seenOf(process, drawingOf(process), lanes), seenOf(process, moved, lanes));
}

/** How the full drawing of what is on screen maps to what is seen of it; nothing if no lane is folded. */
export function seenFold(process: Process, lanes: ReadonlySet<string>): Fold | undefined {
  return lanes.size === 0 ? undefined : foldOf(drawingOf(process), lanes);
}

/** Documents and systems beside the steps that are seen. */
export function seenThings(process: Process, lanes: ReadonlySet<string>, options: AssociationOptions): Associations {
  const all = associationsOf(process, options);
  const fold = seenFold(process, lanes);
  return fold ? foldedThings(all, fold, seenOf(process, drawingOf(process), lanes).nodes) : all;
}

/** Every note that is seen, with the box it is seen in. */
export function seenNotes(process: Process, lanes: ReadonlySet<string>): ReturnType<typeof notePlaces> {
  const all = notePlaces(process);
  const fold = seenFold(process, lanes);
  if (!fold) return all;
  return all.flatMap((note) =>
    fold.hides([note.x + note.width / 2, note.y + note.height / 2]) ? [] : [{ ...note, ...moved(fold, note) }],
  );
}

/** The place on the drawing in full that is seen at a point. */
export function fullSpot(at: { readonly x: number; readonly y: number }): { readonly x: number; readonly y: number } {
  const state = useApp.getState();
  const fold = seenFold(presentProcess(state), foldedLanes(state));
  if (!fold) return at;
  const [x, y] = fold.full([at.x, at.y]);
  return { x, y };
}

/** Places of nodes and notes on the drawing in full, from those that they are seen at. */
export function fullPlaces(places: Places): Places {
  const state = useApp.getState();
  return inFull(presentProcess(state), places, foldedLanes(state));
}

function inFull(process: Process, places: Places, lanes: ReadonlySet<string>): Places {
  const fold = places.size === 0 ? undefined : seenFold(process, lanes);
  if (!fold) return places;
  const { nodes } = drawingOf(process);
  const notes = new Map(notePlaces(process).map((placed) => [placed.note.id, placed]));
  return new Map(
    [...places].map(([id, { x, y }]) => {
      const { width = 0, height = 0 } = nodes[id] ?? notes.get(id) ?? {};
      return [id, moved({ shown: (at: Point) => fold.full(at) }, { x, y, width, height })];
    }),
  );
}

/** Folds a lane to a thin strip, or opens it again. It is a matter of looking: the process stays as it is. */
export function foldLane(id: string, fold: boolean): void {
  const { folded: before } = useApp.getState();
  if (before.has(id) === fold) return;
  const after = new Set(before);
  if (fold) after.add(id);
  else after.delete(id);
  // What is selected is never out of sight: the lane itself takes its place.
  if (fold && id !== NO_DEPARTMENT) selectLane(id);
  else if (fold) selectNothing();
  useApp.setState(({ arranged }) => ({ folded: after, arranged: arranged + 1 }));
}

/** Folds every lane, or opens all of them. */
export function foldAll(fold: boolean): void {
  const lanes = Object.keys(drawingOf(presentProcess(useApp.getState())).lanes);
  useApp.setState(({ arranged, selection }) => ({
    folded: new Set(fold ? lanes : []),
    arranged: arranged + 1,
    selection: fold ? NOTHING : selection,
    view: { kind: "fit" },
  }));
}

/** Opens folded lanes as soon as something in them is selected or named: nothing is worked on out of sight. */
export function watchFolds(): () => void {
  return useApp.subscribe((state, before) => {
    const { selection, naming, folded: lanes } = state;
    if (
      lanes.size === 0 ||
      (selection === before.selection && naming === before.naming && state.document === before.document)
    )
      return;
    const wanted = new Set(selection.nodes);
    if (naming?.kind === "node") wanted.add(naming.id);
    const opened = presentProcess(state).nodes.flatMap(({ id, department = NO_DEPARTMENT }) =>
      wanted.has(id) && lanes.has(department) ? [department] : [],
    );
    if (opened.length > 0) useApp.setState({ folded: new Set([...lanes].filter((lane) => !opened.includes(lane))) });
  });
}
