import { type Notice, useApp } from "./store.ts";

/** Shows a sentence for a moment at the edge of the screen. */
export function say(notice: Notice): void {
  useApp.setState({ notice });
}
