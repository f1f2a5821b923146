import { useDrawing } from "../../app/fold.ts";
import { useScenario } from "../../app/scenarios.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import type { Rect } from "../../model/geometry.ts";
import { changedNodes } from "../../model/scenario-words.ts";
import "./scenarios.css";

/** Room between a node and the mark around it, in pixels. */
const AIR = 5;

/** What a scenario changes, marked on the drawing in words. In pixels of the drawing. */
export function MarksLayer() {
  const scenario = useScenario();
  const process = useApp(presentProcess);
  const base = useApp(({ document }) => document.present);
  const { nodes } = useDrawing();
  const changed = scenario ? changedNodes(base, process, scenario.changes) : new Map<string, readonly string[]>();
  return (
    <>
      {[...changed].map(([id, words]) => {
        const rect = nodes[id];
        return rect && <Changed key={id} rect={rect} words={words} />;
      })}
    </>
  );
}

function Changed({ rect: { x, y, width, height }, words }: { readonly rect: Rect; readonly words: readonly string[] }) {
  return (
    <>
      <div
        className="changed-mark"
        style={{ left: x - AIR, top: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR }}
      />
      <div className="canvas-tag" style={{ left: x - AIR, top: y + height + AIR + 14 }}>
        {words.join("; ")}
      </div>
    </>
  );
}
