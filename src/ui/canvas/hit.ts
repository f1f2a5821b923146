import { seenDrawing } from "../../app/fold.ts";
import { useApp } from "../../app/store.ts";

/** The node that is seen at a point of the drawing, if one is. */
export function nodeAt({ x, y }: { readonly x: number; readonly y: number }): string | undefined {
  const { nodes } = seenDrawing(useApp.getState());
  const hit = Object.entries(nodes).find(
    ([, rect]) => x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height,
  );
  return hit?.[0];
}
