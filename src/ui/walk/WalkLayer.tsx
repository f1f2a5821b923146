import { drawingOf } from "../../app/drawing.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import type { Walk } from "../../app/walk.ts";
import "./walk.css";

/** Room between a node and the ring around it, in pixels. */
const AIR = 6;

/** Where the record that is walked by hand is: its nodes glow, and the flows that it took last. In pixels of the drawing. */
export function WalkLayer({ walk: { state } }: { readonly walk: Walk }) {
  const { nodes, routes } = useApp((store) => drawingOf(presentProcess(store)));
  const ids = state.over === undefined ? state.places : [{ id: state.over, phase: "working" as const }];
  return (
    <>
      <svg className="walk-flows" width="1" height="1" aria-hidden="true">
        {[...state.taken, ...ids.map(({ id }) => id)].map((flow) => {
          const route = routes[flow];
          return route && <polyline key={flow} points={route.map((point) => point.join(",")).join(" ")} />;
        })}
      </svg>
      {ids.map(({ id, phase }) => {
        const rect = nodes[id];
        if (!rect) return null;
        const { x, y, width, height } = rect;
        const place = { left: x - AIR, top: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
        return <div key={id} className="walk-ring" data-phase={phase} style={place} />;
      })}
    </>
  );
}
