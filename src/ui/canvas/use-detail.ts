import { useStore } from "@xyflow/react";
import { useMemo } from "react";
import type { Places } from "../../app/drawing.ts";
import { useApp } from "../../app/store.ts";
import type { FoldNode } from "./fold-node.ts";
import type { SceneFlow, SceneNode, SceneNote } from "./scene.ts";
import type { Scene } from "./use-scene.ts";

/** From so many nodes on, a drawing seen from afar is painted instead of being made of elements. */
const MANY = 300;

/** Below this zoom, details can no longer be read. */
export const FAR = 0.62;

/** What React Flow gets of a scene, and whether the rest is painted. */
export interface Detail {
  readonly nodes: (SceneNode | SceneNote | FoldNode)[];
  readonly flows: SceneFlow[];
  readonly painted: boolean;
  /** The nodes that are dragged, which a picture of the rest leaves out; the same set during a drag. */
  readonly away: ReadonlySet<string>;
}

/**
 * Decides how much of a scene is made of elements. From afar, of a large drawing only what somebody has in hand is:
 * what is selected, dragged, named or under the pointer; all else is painted.
 *
 * @param places - Where dragged nodes are for now.
 * @param carried - The ids of those dragged that the page moves by itself.
 * @param hovered - The node under the pointer.
 */
export function useDetail(
  { nodes, notes, folds, flows }: Scene,
  places: Places,
  carried: ReadonlySet<string>,
  hovered: string | undefined,
): Detail {
  const far = useStore(({ transform }) => transform[2] < FAR);
  // What is seen from afar in a moment is not made of elements first.
  const coming = useApp(({ view }) => view?.kind === "fit" && view.atOnce === true);
  const selection = useApp((state) => state.selection);
  const naming = useApp((state) => state.naming);
  const painted = (far || coming) && nodes.length > MANY;
  const all = useMemo(() => [...folds, ...nodes, ...notes], [folds, nodes, notes]);

  const moving = [...places.keys(), ...carried].join(" ");
  const away = useMemo(() => new Set(moving === "" ? [] : moving.split(" ")), [moving]);

  const chosen = useMemo(() => {
    if (!painted) return flows;
    return flows
      .filter(
        ({ id, source, target }) =>
          selection.flows.has(id) || naming?.id === id || away.has(source) || away.has(target),
      )
      .slice(0, MANY);
  }, [painted, flows, selection.flows, naming, away]);

  const inHand = useMemo(() => {
    if (!painted) return all;
    const ids = new Set<string | undefined>([...away, hovered, naming?.id]);
    // Thousands at once would be what painting is there to avoid.
    if (selection.nodes.size <= MANY) for (const id of selection.nodes) ids.add(id);
    for (const { source, target } of chosen) ids.add(source).add(target);
    return [...folds, ...nodes.filter(({ id }) => ids.has(id)), ...notes];
  }, [painted, all, chosen, nodes, notes, folds, selection.nodes, naming, away, hovered]);

  return { away, nodes: inHand, flows: chosen, painted };
}
