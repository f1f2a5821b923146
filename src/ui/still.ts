/** Whether the person has asked their system for less motion. */
export function stillPreferred(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
