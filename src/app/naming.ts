import { type Naming, useApp } from "./store.ts";

/** Opens the field in which something is named in place. */
export function startNaming(naming: Naming): void {
  if (!useApp.getState().readOnly) useApp.setState({ naming });
}

/** Closes the field. */
export function stopNaming(): void {
  useApp.setState({ naming: undefined });
}
