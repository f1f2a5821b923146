import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { Places } from "../../app/drawing.ts";
import { foldedLanes, seenDrawing, seenNotes, seenRoutes } from "../../app/fold.ts";
import { lensView } from "../../app/lens.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import type { Drawing } from "../../model/geometry.ts";
import { type FoldNode, foldNodes, tiedToFolds } from "./fold-node.ts";
import { marksOf } from "./heat.ts";
import { type Marks, sameMarks } from "./marks.ts";
import { showMotion } from "./motion.ts";
import {
  inMotion,
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
  /** What flows to and from folded lanes end at. */
  readonly folds: FoldNode[];
  readonly flows: SceneFlow[];
  readonly marks: Marks | undefined;
  /** The same as if nothing were dragged; it stays the same object during a drag. */
  readonly still: Still;
}

/** Nodes and flows where the process has them. */
export interface Still {
  readonly nodes: SceneNode[];
  readonly flows: SceneFlow[];
  readonly drawing: Drawing;
  readonly marks: Marks | undefined;
}

/**
 * What there is to show: the process on screen with its selection, its heat, and the nodes that are dragged.
 *
 * @param places - Where dragged nodes are for now.
 * @param carried - The ids of those dragged that the page moves by itself.
 */
export function useScene(places: Places, carried: ReadonlySet<string>): Scene {
  const process = useApp(presentProcess);
  const selection = useApp((state) => state.selection);
  const results = useApp(({ run }) => (run.kind === "finished" ? run.results : undefined));
  const lens = useApp(lensView);
  const measure = useApp((state) => state.heat);
  const heated = useApp((state) => state.lens === "bottlenecks");
  // A run ends while people work: what it found is marked in slices, behind what they do.
  const marksBefore = useRef<Marks>(undefined);
  const marks = useDeferredValue(
    useMemo(() => {
      const made = results && heated ? marksOf(process, results, measure) : undefined;
      marksBefore.current = sameMarks(marksBefore.current, made);
      return marksBefore.current;
    }, [process, results, heated, measure]),
  );
  const still = useApp(seenDrawing);
  const folded = useApp(foldedLanes);
  const moved = useMemo(
    () => (places.size === 0 ? undefined : seenRoutes(process, places, folded)),
    [process, places, folded],
  );
  // In the same breath as React Flow takes over where the nodes are.
  useEffect(() => showMotion(moved), [moved]);
  useEffect(() => () => showMotion(), []);

  const nodesBefore = useRef<ReadonlyMap<string, SceneNode>>(new Map());
  const nodes = useMemo(() => {
    const made = sceneNodes({ process, drawing: still, selected: selection.nodes, lens }, nodesBefore.current);
    nodesBefore.current = new Map(made.map((node) => [node.id, node]));
    return made;
  }, [process, still, selection.nodes, lens]);

  const notesBefore = useRef<ReadonlyMap<string, SceneNote>>(new Map());
  const placed = useMemo(() => seenNotes(process, folded), [process, folded]);
  const notes = useMemo(() => {
    const made = sceneNotes(placed, places, carried, selection.notes, notesBefore.current);
    notesBefore.current = new Map(made.map((note) => [note.id, note]));
    return made;
  }, [placed, places, carried, selection.notes]);

  const flowsBefore = useRef<ReadonlyMap<string, SceneFlow>>(new Map());
  const flows = useMemo(() => {
    const made = sceneFlows({ process, drawing: still, selected: selection.flows, lens }, flowsBefore.current);
    flowsBefore.current = new Map(made.map((flow) => [flow.id, flow]));
    return made;
  }, [process, still, selection.flows, lens]);

  const moving = useMemo(() => inMotion(nodes, places, carried), [nodes, places, carried]);
  const folds = useMemo(() => foldNodes(still, folded), [still, folded]);
  const tied = useMemo(() => tiedToFolds(flows, process, folded), [flows, process, folded]);
  const unmoved = useMemo(() => ({ nodes, flows, drawing: still, marks }), [nodes, flows, still, marks]);
  return { nodes: moving, notes, folds, flows: tied, marks, still: unmoved };
}
