import type { ReactNode } from "react";
import type { NodeKind } from "../../model/process.ts";

/** What there are glyphs of: nodes, other things that can be drawn, and tools. */
type Drawable = NodeKind | "department" | "note" | "data" | "system" | "space";

const GLYPHS: Readonly<Record<Drawable, ReactNode>> = {
  start: (
    <>
      <rect x="3" y="6" width="26" height="12" rx="6" />
      <path d="M8.5 9.6v4.8l4-2.4z" fill="currentColor" stroke="none" />
    </>
  ),
  step: <rect x="4" y="4" width="24" height="16" rx="3" />,
  decision: <path d="M16 3l13 9-13 9-13-9z" />,
  fork: <path d="M16 2l10 10-10 10L6 12zM16 8.5v7M12.5 12h7" />,
  join: <path d="M16 2l10 10-10 10L6 12zM11.5 12h7M16 9l3 3-3 3" />,
  wait: (
    <>
      <rect x="3" y="6" width="26" height="12" rx="6" />
      <path d="M9.5 9.5V12l2 1.2" />
    </>
  ),
  end: (
    <>
      <rect x="3" y="6" width="26" height="12" rx="6" strokeWidth="2.4" />
      <path d="M8 12l1.6 1.6 3-3.2" />
    </>
  ),
  note: <path d="M6 4h15l5 5v11H6zM21 4v5h5M10 12h9M10 16h6" />,
  data: <path d="M8 3h11l5 5v13H8zM19 3v5h5" />,
  system: (
    <>
      <path d="M6 6.5v11c0 2 4.5 3.5 10 3.5s10-1.5 10-3.5v-11" />
      <ellipse cx="16" cy="6.5" rx="10" ry="3.5" />
    </>
  ),
  space: <path d="M12 3v18M20 3v18M8.5 12H3m0 0l2.5-2.5M3 12l2.5 2.5M23.5 12H29m0 0l-2.5-2.5M29 12l-2.5 2.5" />,
  department: <path d="M3 4h26v16H3zM3 12h26M9 4v16" />,
};

/** What a thing looks like on the canvas, in small. */
export function Glyph({ kind }: { kind: Drawable }) {
  return (
    <svg
      width="32"
      height="24"
      viewBox="0 0 32 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {GLYPHS[kind]}
    </svg>
  );
}
