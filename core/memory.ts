import { overcrowded } from "./outside";

let top: usize = 0;

/** What lies below is taken by the process; from here on it is the core's. */
export function beginMemory(from: usize): void {
  top = from;
}

/** Room behind all other; its content is undefined where a run before this one has been. */
export function room(bytes: usize): usize {
  const from = top;
  top = (top + bytes + 7) & ~7;
  const missing = <i32>((top + 0xffff) >>> 16) - memory.size();
  // A quarter more, so that the page is not asked again and again.
  if (missing > 0 && memory.grow(missing + (memory.size() >>> 2)) < 0 && memory.grow(missing) < 0) overcrowded();
  return from;
}
