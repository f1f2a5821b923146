import { flushSync } from "react-dom";
import { type Naming, useApp } from "../app/store.ts";

/** What of a pressed key it takes to press it again. */
type Key = Pick<KeyboardEvent, "key" | "code" | "shiftKey">;

/** How long a field for a name may take to come, in milliseconds; keys pressed later are not meant for it. */
const PATIENCE = 3000;

let held: readonly Key[] = [];
/** What was asked to be named last, and when; `served` once its field is there. */
let asked: { readonly naming: Naming; readonly at: number; readonly served?: true } | undefined;

/** Begins to notice that names are asked for; returns what ends it. */
export function noticeNaming(): () => void {
  return useApp.subscribe(({ naming }, before) => {
    if (naming === before.naming) return;
    asked = naming && { naming, at: performance.now() };
    if (!naming) held = [];
  });
}

/**
 * Keeps a key that is pressed after a name was asked for and before there is a field for it: whoever types fast does
 * not wait for the field, and the letters of a name must not be taken for shortcuts.
 *
 * @returns Whether it was kept, to be pressed again by `pressHeldKeys`.
 */
export function holdKey(event: KeyboardEvent): boolean {
  const { naming, panes } = useApp.getState();
  if (!naming || asked?.naming !== naming || asked.served || panes === "table") return false;
  if (event.timeStamp - asked.at > PATIENCE || isCommand(event) || isTyping(event.target)) return false;
  held = [...held, { key: event.key, code: event.code, shiftKey: event.shiftKey }];
  return true;
}

/** Presses the keys that were kept, now that the field for the name has the focus; those that end it go on behind it. */
export function pressHeldKeys(): void {
  if (asked) asked = { ...asked, served: true };
  const keys = held;
  held = [];
  for (const key of keys) flushSync(() => press(key));
}

function press(key: Key): void {
  const field = document.activeElement ?? document.body;
  // The only way to type as people do: it replaces what is selected, and the field can take it back.
  if (isTyping(field) && [...key.key].length === 1) document.execCommand("insertText", false, key.key);
  else if (isTyping(field) && key.key === "Backspace") document.execCommand("delete");
  else field.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Ctrl and Alt together make letters on some keyboards. */
function isCommand(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
}
