import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { type AppState, useApp } from "../../app/store.ts";
import { FlowInspector } from "./FlowInspector.tsx";
import { Drafts } from "./fields/draft.ts";
import { ManyInspector } from "./ManyInspector.tsx";
import { NodeInspector } from "./NodeInspector.tsx";
import { ProcessInspector } from "./ProcessInspector.tsx";
import { OpenedSections } from "./Section.tsx";
import "./inspector.css";
import "./parts.css";

const placeOf = ({ place }: AppState) => place.id;
const selectionOf = ({ selection }: AppState) => selection;
const isDragging = ({ dragging }: AppState) => dragging;

/** What is selected, to look at and to change; where nothing is, the process itself. */
export function Inspector() {
  // What was typed and refused belongs to one document: another begins afresh.
  return <Kept key={useApp(placeOf)} />;
}

function Kept() {
  const drafts = useRef(new Map()).current;
  const [open, setOpened] = useState<Readonly<Record<string, readonly string[]>>>({});
  const opened = useMemo(
    () => ({
      open,
      setOpen: (of: string, sections: readonly string[]) => setOpened((before) => ({ ...before, [of]: sections })),
    }),
    [open],
  );
  return (
    <Drafts value={drafts}>
      <OpenedSections value={opened}>
        <section className="inspector" aria-label="Inspector">
          <Selected />
        </section>
      </OpenedSections>
    </Drafts>
  );
}

function Selected() {
  const { nodes, flows } = useDeferredValue(useAtRest(useApp(selectionOf), useApp(isDragging)));
  const [node] = nodes;
  const [flow] = flows;
  if (nodes.size + flows.size > 1) return <ManyInspector nodes={nodes} flows={flows} />;
  // The keys keep what is typed with the thing it is typed for.
  if (node !== undefined) return <NodeInspector key={node} id={node} />;
  if (flow !== undefined) return <FlowInspector key={flow} id={flow} />;
  return <ProcessInspector />;
}

/** Changes that follow each other faster than this, in milliseconds, are one move. */
const A_MOVE = 160;

/** The same in a table, which people go through by keys, pressed one after the other. */
const A_KEY = 260;

/**
 * A value, at once if it had rested, and when it rests again while it changes fast: running through many things must
 * not wait for the forms of each.
 *
 * @param busy - Whether it counts as changing whatever it does.
 */
function useAtRest<T>(value: T, busy: boolean): T {
  const [shown, setShown] = useState(value);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const now = performance.now();
    if (busy) changed.current = now;
    if (busy || value === shown) return undefined;
    const inTable = document.activeElement?.role === "grid";
    const rested = !inTable && now - changed.current > A_MOVE;
    changed.current = now;
    if (rested) {
      setShown(value);
      return undefined;
    }
    const timer = setTimeout(() => setShown(value), inTable ? A_KEY : A_MOVE);
    return () => clearTimeout(timer);
  }, [value, shown, busy]);
  return shown;
}
