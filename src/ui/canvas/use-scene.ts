import { useMemo, useRef } from "react";
import { drawingOf, drawingWith, type Places } from "../../app/drawing.ts";
import { lensView } from "../../app/lens.ts";
import { notePlaces } from "../../app/notes.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import type { Drawing } from "../../model/geometry.ts";
import { marksOf } from "./heat.ts";
import {
  inMotion,
  rerouted,
  type SceneFlow,
  type SceneNode,
  type SceneNote,
  sceneFlows,
  sceneNodes,
  sceneNotes,
} from "./scene.ts";

/** What is to be seen on the canvas. */
export interface Scene {
  readonly nodes: SceneNode[];
  readonly notes: SceneNote[];
  readonly flows: SceneFlow[];
  /** The same as if nothing were dragged; it stays the same object during a drag. */
  readonly still: Still;
}

/** Nodes and flows where the process has them. */
export interface Still {
  readonly nodes: SceneNode[];
  readonly flows: SceneFlow[];
  readonly drawing: Drawing;
}

/**
 * What there is to show: the process on screen with its selection, its heat, and the nodes that are dragged.
 *
 * @param places - Where dragged nodes are for now.
 */
export function useScene(places: Places): Scene {
  const process = useApp(presentProcess);
  const selection = useApp((state) => state.selection);
  const run = useApp((state) => state.run);
  const results = run.kind === "finished" ? run.results : undefined;
  const lens = useApp(lensView);
  const measure = useApp((state) => state.heat);
  const heated = useApp((state) => state.lens === "bottlenecks");
  const marks = useMemo(
    () => (results && heated ? marksOf(process, results, measure) : undefined),
    [process, results, heated, measure],
  );
  const still = drawingOf(process);
  const drawing = useMemo(() => drawingWith(process, places), [process, places]);

  const nodesBefore = useRef<ReadonlyMap<string, SceneNode>>(new Map());
  const nodes = useMemo(() => {
    const made = sceneNodes({ process, drawing: still, selected: selection.nodes, marks, lens }, nodesBefore.current);
    nodesBefore.current = new Map(made.map((node) => [node.id, node]));
    return made;
  }, [process, still, selection.nodes, marks, lens]);

  const notesBefore = useRef<ReadonlyMap<string, SceneNote>>(new Map());
  const placed = useMemo(() => notePlaces(process), [process]);
  const notes = useMemo(() => {
    const made = sceneNotes(placed, places, selection.notes, notesBefore.current);
    notesBefore.current = new Map(made.map((note) => [note.id, note]));
    return made;
  }, [placed, places, selection.notes]);

  const flowsBefore = useRef<ReadonlyMap<string, SceneFlow>>(new Map());
  const flows = useMemo(() => {
    const made = sceneFlows({ process, drawing: still, selected: selection.flows, lens }, flowsBefore.current);
    flowsBefore.current = new Map(made.map((flow) => [flow.id, flow]));
    return made;
  }, [process, still, selection.flows, lens]);

  const moving = useMemo(() => inMotion(nodes, places), [nodes, places]);
  const following = useMemo(() => (drawing === still ? flows : rerouted(flows, drawing)), [flows, drawing, still]);
  const unmoved = useMemo(() => ({ nodes, flows, drawing: still }), [nodes, flows, still]);
  return { nodes: moving, notes, flows: following, still: unmoved };
}
