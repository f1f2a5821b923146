import type { Fix } from "../model/fixes/fix.ts";
import { edit } from "./document.ts";
import { settle } from "./placing.ts";

/** Mends a problem, as one undo step; what the mend adds to the drawing gets a place on it. */
export function mend(fix: Fix): void {
  edit((process) => {
    const mended = fix.edit(process);
    return mended.nodes.length > process.nodes.length ? settle(mended) : mended;
  });
}
