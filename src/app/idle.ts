/**
 * Does something once the page has nothing better to do, such as drawing the next frame.
 *
 * @param within - How long it may wait for that, in milliseconds.
 * @returns A function that calls it off.
 */
export function whenIdle(act: () => void, within: number): () => void {
  // Safari has no idle callbacks, and neither has Node.
  if (typeof requestIdleCallback !== "function") {
    act();
    return () => {};
  }
  const handle = requestIdleCallback(act, { timeout: within });
  return () => cancelIdleCallback(handle);
}
