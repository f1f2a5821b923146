import type { Problem } from "../model/problem.ts";
import { type Notice, useApp } from "./store.ts";

/** Shows what was noticed of a file or a table: the first sentence first, then the rest and what to do. */
export function sayRemark({ message, mend }: Problem): void {
  const [title = message] = message.split(/(?<=[.!?]) /);
  say({ tone: "plain", title, text: [message.slice(title.length).trim(), mend].filter(Boolean).join(" ") });
}

/** Shows a sentence for a moment at the edge of the screen. */
export function say(notice: Notice): void {
  useApp.setState({ notice });
}
