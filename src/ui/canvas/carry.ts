/** Something on the canvas that follows the pointer on the page itself. */
export interface Carried {
  readonly id: string;
  /** Shows it at a place on the drawing, in pixels at zoom 1. */
  readonly show: (at: { readonly x: number; readonly y: number }) => void;
  /** Puts it back where React has it, which then decides where it is. */
  readonly letGo: () => void;
}

/**
 * Takes up a node or a note, so that it can be moved without React and React Flow taking notice: both would look at
 * every node of the drawing again with every pixel.
 *
 * @param canvas - React Flow's element.
 * @returns Nothing if it is not on the page.
 */
export function carry(canvas: HTMLElement | null, id: string): Carried | undefined {
  const element = canvas?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  if (!element) return undefined;
  const { transform } = element.style;
  return {
    id,
    show: ({ x, y }) => {
      element.style.transform = `translate(${x}px,${y}px)`;
    },
    letGo: () => {
      element.style.transform = transform;
    },
  };
}
