import { useMemo, useRef } from "react";
import { drawingWith, type Places } from "../../app/drawing.ts";
import { lensView } from "../../app/lens.ts";
import { notePlaces } from "../../app/notes.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { marksOf } from "./heat.ts";
import { type SceneFlow, type SceneNode, type SceneNote, sceneFlows, sceneNodes, sceneNotes } from "./scene.ts";

/**
 * What React Flow is to show: the process on screen with its selection, its heat, and the nodes that are dragged.
 *
 * @param places - Where dragged nodes are for now.
 */
export function useScene(places: Places): { readonly nodes: (SceneNode | SceneNote)[]; readonly flows: SceneFlow[] } {
  const process = useApp(presentProcess);
  const selection = useApp((state) => state.selection);
  const run = useApp((state) => state.run);
  const drawing = useMemo(() => drawingWith(process, places), [process, places]);
  const results = run.kind === "finished" ? run.results : undefined;
  const lens = useApp(lensView);
  const measure = useApp((state) => state.heat);
  const heated = useApp((state) => state.lens === "bottlenecks");
  const marks = useMemo(
    () => (results && heated ? marksOf(process, results, measure) : undefined),
    [process, results, heated, measure],
  );

  const nodesBefore = useRef<ReadonlyMap<string, SceneNode>>(new Map());
  const nodes = useMemo(() => {
    const moving = new Set(places.keys());
    const made = sceneNodes({ process, drawing, selected: selection.nodes, marks, lens, moving }, nodesBefore.current);
    nodesBefore.current = new Map(made.map((node) => [node.id, node]));
    return made;
  }, [process, drawing, selection.nodes, marks, lens, places]);

  const notesBefore = useRef<ReadonlyMap<string, SceneNote>>(new Map());
  const notes = useMemo(() => {
    const made = sceneNotes(notePlaces(process), places, selection.notes, notesBefore.current);
    notesBefore.current = new Map(made.map((note) => [note.id, note]));
    return made;
  }, [process, places, selection.notes]);
  const all = useMemo(() => [...nodes, ...notes], [nodes, notes]);

  const flowsBefore = useRef<ReadonlyMap<string, SceneFlow>>(new Map());
  const flows = useMemo(() => {
    const made = sceneFlows({ process, drawing, selected: selection.flows, lens }, flowsBefore.current);
    flowsBefore.current = new Map(made.map((flow) => [flow.id, flow]));
    return made;
  }, [process, drawing, selection.flows, lens]);

  return { nodes: all, flows };
}
