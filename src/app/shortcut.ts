/** What of a pressed key matters here; a `KeyboardEvent` has it all. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface Parsed {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Whether this is a Mac, where shortcuts are made with ⌘ instead of Ctrl. */
export const onMac = typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.userAgent);

/**
 * Whether a pressed key is a shortcut.
 *
 * @param shortcut - As in "Mod+Shift+Z", "Delete", "?" or "F2"; Mod is ⌘ on a Mac and Ctrl elsewhere.
 */
export function matches(shortcut: string, stroke: Stroke, mac: boolean = onMac): boolean {
  const { key, mod, shift, alt } = parse(shortcut);
  const [command, other] = mac ? [stroke.metaKey, stroke.ctrlKey] : [stroke.ctrlKey, stroke.metaKey];
  // Where "?" or "+" sits, and whether it takes Shift, depends on the keyboard: the character itself decides.
  const shiftFits = isSign(key) || stroke.shiftKey === shift;
  return stroke.key.toLowerCase() === key && command === mod && !other && stroke.altKey === alt && shiftFits;
}

const MAC: Readonly<Record<string, string>> = { Mod: "⌘", Shift: "⇧", Alt: "⌥" };
const WORDS: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  Delete: "Del",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** The keys of a shortcut as they are printed on a keyboard, as in ["Ctrl", "Shift", "Z"]. */
export function keysOf(shortcut: string, mac: boolean = onMac): readonly string[] {
  return pieces(shortcut).map((key) => (mac ? MAC[key] : undefined) ?? WORDS[key] ?? key);
}

function parse(shortcut: string): Parsed {
  const keys = pieces(shortcut);
  return {
    key: (keys.at(-1) ?? "").toLowerCase(),
    mod: keys.includes("Mod"),
    shift: keys.includes("Shift"),
    alt: keys.includes("Alt"),
  };
}

/** "Mod++" is Mod and the plus sign. */
function pieces(shortcut: string): readonly string[] {
  return shortcut.endsWith("+") ? [...shortcut.slice(0, -1).split("+").filter(Boolean), "+"] : shortcut.split("+");
}

function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9 ]/.test(key);
}
