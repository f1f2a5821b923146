import type { AppState } from "./store.ts";

/** The groups that menus, the palette and the help sheet show commands in, in this order. */
export const GROUPS = ["File", "Edit", "Draw", "Move", "View", "Run", "Help"] as const;

/** Something that people can have done: in a menu, by keys, from the command palette. */
export interface Command {
  readonly id: string;
  readonly name: string;
  readonly group: (typeof GROUPS)[number];
  /** As in "Mod+Shift+Z"; see `shortcut.ts`. */
  readonly shortcut?: string;
  /**
   * Where its shortcut works: `typing` also inside fields, `canvas` only while no button or field has the focus;
   * `browser` leaves it to the browser, whose event for it is listened to instead.
   */
  readonly scope?: "typing" | "canvas" | "browser";
  /** Whether it can be done now; left out = always. */
  readonly when?: (state: AppState) => boolean;
  /** Whether it leaves the process as it is, although its group is one that changes it. */
  readonly looks?: boolean;
  readonly do: () => void;
}

const CHANGING: ReadonlySet<Command["group"]> = new Set(["Edit", "Draw", "Move"]);

/** Whether a command can be done now; on a read-only document, none that would change it. */
export function able(command: Command, state: AppState): boolean {
  if (state.readOnly && CHANGING.has(command.group) && !command.looks) return false;
  return command.when?.(state) ?? true;
}
