import { useEffect } from "react";
import { able, type Command } from "../app/command.ts";
import { COMMANDS } from "../app/commands.ts";
import { matches, onMac, type Stroke } from "../app/shortcut.ts";
import { useApp } from "../app/store.ts";
import { holdKey, noticeNaming } from "./held-keys.ts";

/** Besides its shortcut, what else does a command: the key that people try first, on other systems or to be rid of something. */
const ALSO: Readonly<Record<string, readonly Command["id"][]>> = {
  Backspace: ["remove"],
  Enter: ["rename"],
  "Mod+Y": ["redo"],
  Escape: ["cancel-arranging", "leave-tool", "leave-tour"],
  "=": ["zoom-in"],
};

/** Listens for the shortcuts of all commands, wherever the focus is. */
export function useKeys(): void {
  useEffect(() => {
    // Before React Flow, which has ideas of its own about arrow keys and Escape.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    const stopNoticing = noticeNaming();
    return () => {
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      stopNoticing();
    };
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  if (holdKey(event)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const command = commandFor(event, event.target);
  if (!command) return;
  event.preventDefault();
  event.stopPropagation();
  command.do();
}

/**
 * The command that a pressed key stands for where the focus is.
 *
 * @param mac - Whether ⌘ counts instead of Ctrl.
 */
export function commandFor(stroke: Stroke, target: EventTarget | null, mac: boolean = onMac): Command | undefined {
  const state = useApp.getState();
  const others = Object.entries(ALSO).find(([shortcut]) => matches(shortcut, stroke, mac))?.[1];
  return COMMANDS.find((command) => {
    // A dialog gets the focus a moment after it was asked for: what is typed until then is not for the canvas.
    if (state.dialog && command.scope !== "typing") return false;
    if (!others?.includes(command.id) && !(command.shortcut && matches(command.shortcut, stroke, mac))) return false;
    return fits(command, stroke, target) && able(command, state);
  });
}

function fits({ scope }: Command, stroke: Stroke, target: EventTarget | null): boolean {
  if (scope === "typing") return true;
  if (scope === "browser") return false;
  if (!(target instanceof Element)) return true;
  if (target.closest("[contenteditable], [role='dialog'], [role='menu'], [role='listbox']")) return false;
  const plain = !stroke.ctrlKey && !stroke.metaKey;
  const field = target.closest("input, textarea, select");
  if (field) return !plain && scope !== "canvas" && !isTypedInto(field);
  // A cell is typed into, and a row of the outline found by typing: only keys with Ctrl or ⌘ are not their own.
  if (target.closest("[role='grid'], [role='tree']")) return !plain && scope !== "canvas";
  if (scope !== "canvas" && !(plain && stroke.key === "Enter")) return true;
  const node = target.closest(".react-flow__node");
  // On a node that is only looked at, Enter selects it and Tab goes on to the next.
  if (node && (stroke.key === "Enter" || stroke.key === "Tab")) return node.classList.contains("selected");
  return target === document.body || target.closest("[data-canvas]") !== null;
}

const WITHOUT_TEXT: ReadonlySet<string> = new Set(["checkbox", "radio", "color", "range", "button"]);

/** Whether a field has a text of its own to take back, so that keys with Ctrl or ⌘ are about that. */
function isTypedInto(field: Element): boolean {
  if (field instanceof HTMLSelectElement || field.hasAttribute("data-at-rest")) return false;
  if (!(field instanceof HTMLInputElement)) return true;
  if (WITHOUT_TEXT.has(field.type)) return false;
  // A list to choose from is searched by typing; once chosen from, or with nothing typed, there is no text to take back.
  const list = field.getAttribute("aria-haspopup") === "listbox";
  return !list || (field.getAttribute("aria-expanded") === "true" && field.value !== "");
}
