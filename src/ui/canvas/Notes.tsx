import { ViewportPortal } from "@xyflow/react";
import { memo } from "react";
import { useFrame } from "../../app/drawing.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { placeNotes } from "../../io/svg/notes.ts";
import styles from "./canvas.module.css";

/** How far below the drawing notes without a place stand, in pixels. */
const BELOW = 24;

/** The notes that people have left on the drawing, where pictures have them too. */
export const Notes = memo(function Notes() {
  const process = useApp(presentProcess);
  const frame = useFrame();
  if (process.notes.length === 0) return null;
  return (
    <ViewportPortal>
      {placeNotes(process, [frame.x, frame.y + frame.height + BELOW]).map(({ note, x, y, width, height }) => (
        <div key={note.id} className={styles.note} style={{ left: x, top: y, width, minHeight: height }}>
          {note.text}
        </div>
      ))}
    </ViewportPortal>
  );
});
