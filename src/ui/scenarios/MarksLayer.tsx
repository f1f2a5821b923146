import type { Results } from "../../analyse/results.ts";
import { withMargin } from "../../analyse/words.ts";
import { useDrawing } from "../../app/fold.ts";
import { useScenario } from "../../app/scenarios.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import type { Rect } from "../../model/geometry.ts";
import { changedNodes } from "../../model/scenario-words.ts";
import "./scenarios.css";

/** Room between a node and the mark around it, in pixels. */
const AIR = 5;

/**
 * What is marked on the drawing in words: what a scenario changes, what would help. In pixels of the drawing.
 */
export function MarksLayer() {
  const scenario = useScenario();
  const process = useApp(presentProcess);
  const base = useApp(({ document }) => document.present);
  const lens = useApp((state) => state.lens);
  const run = useApp((state) => state.run);
  const { nodes } = useDrawing();
  const results = run.kind === "finished" ? run.results : undefined;
  const changed = scenario ? changedNodes(base, process, scenario.changes) : new Map<string, readonly string[]>();
  return (
    <>
      {[...changed].map(([id, words]) => {
        const rect = nodes[id];
        return rect && <Changed key={id} rect={rect} words={words} />;
      })}
      {results && lens === "improvements" && <Helps results={results} nodes={nodes} />}
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

interface OverProps {
  readonly results: Results;
  readonly nodes: Readonly<Record<string, Rect>>;
}

/** What would help, at the nodes that it is about: the best of each. */
function Helps({ results, nodes }: OverProps) {
  const best = new Map<string, string[]>();
  for (const { shown, nodes: about = [], title, cycleTime } of results.improvements ?? []) {
    const [first] = about;
    if (!shown || first === undefined) continue;
    best.set(first, [...(best.get(first) ?? []), `${title}: ${withMargin(cycleTime, "time")}`]);
  }
  return [...best].map(([id, [words, ...more]]) => {
    const rect = nodes[id];
    return (
      rect && (
        <div
          key={id}
          className="canvas-tag"
          data-kind="improvement"
          style={{ left: rect.x, top: rect.y + rect.height + 8 }}
        >
          {words}
          {more.length > 0 && ` (and ${more.length} more)`}
        </div>
      )
    );
  });
}
