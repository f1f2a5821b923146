import type { Decoded } from "../io/codec.ts";
import { json } from "../io/json.ts";
import type { Process } from "../model/process.ts";
import { keepSaved } from "./autosave.ts";
import { say } from "./notice.ts";
import { type Kept, shelf } from "./shelf.ts";
import { useApp } from "./store.ts";
import { noteKept, tellSaved } from "./tabs.ts";
import { forgetVersions, keepVersion } from "./versions.ts";

/** How many documents are kept; the ones written longest ago go first. */
const MOST = 50;

/** A document kept in the browser, in a few words. */
export interface Recent {
  readonly id: string;
  readonly name: string;
  /** When it was written last, in milliseconds since 1970. */
  readonly savedAt: number;
}

/** The documents worked on last, in this tab or another, the latest first; none if the browser keeps none. */
export async function recentDocuments(most: number): Promise<readonly Recent[]> {
  try {
    const kept = await shelf.documents.orderBy("savedAt").reverse().limit(most).toArray();
    return kept.map(({ id, name, savedAt }) => ({ id, name, savedAt }));
  } catch {
    return [];
  }
}

/** Takes a document out of the browser's keeping, for good. */
export async function forget(id: string): Promise<void> {
  await shelf.documents.delete(id);
  await forgetVersions(id);
}

/** Reads a document kept in the browser; undefined if there is none with this id. */
export async function keptDocument(id: string): Promise<Decoded | undefined> {
  const kept = await shelf.documents.get(id);
  return kept && json.read(kept.text);
}

/**
 * Keeps the document on screen in the browser from now on: within a second of an edit, and at once when the page is
 * hidden or closed. Call it when loading has finished, never before: what is on screen then counts as saved already.
 *
 * @returns A function that stops it.
 */
export function keepDocument(): () => void {
  return keepSaved<Process>({
    read: () => {
      const { loaded, readOnly, place, document } = useApp.getState();
      // What somebody has only been shown is kept once it is copied.
      return loaded && !readOnly ? { id: place.id, value: document.present } : undefined;
    },
    write: ({ id, value }, leaving) => {
      noteKept(value);
      const kept: Kept = { id, name: value.name, text: json.write(value), savedAt: Date.now() };
      if (leaving) keepAside(kept);
      const { place, document } = useApp.getState();
      void store(kept, place.id === id ? document.past[0] : undefined);
    },
    onChange: (changed) => useApp.subscribe(changed),
    onLeaving: (leaving) => {
      const ifHidden = () => document.visibilityState === "hidden" && leaving();
      document.addEventListener("visibilitychange", ifHidden);
      window.addEventListener("pagehide", leaving);
      return () => {
        document.removeEventListener("visibilitychange", ifHidden);
        window.removeEventListener("pagehide", leaving);
      };
    },
  });
}

/** Where the last edits go while the page is leaving: the database may not get round to it, this is done at once. */
const ASIDE = "throughline-leaving";

function keepAside(kept: Kept): void {
  try {
    localStorage.setItem(ASIDE, JSON.stringify(kept));
  } catch {
    // It does not fit, or is switched off. The database has been asked, too.
  }
}

/** Brings what was kept aside when a page was left to the other documents. Call it before looking for any. */
export async function bringBack(): Promise<void> {
  const kept = aside();
  if (!kept) return;
  localStorage.removeItem(ASIDE);
  const known = await shelf.documents.get(kept.id).catch(() => undefined);
  if (!known || known.savedAt < kept.savedAt) await store(kept);
}

function aside(): Kept | undefined {
  try {
    const kept: Partial<Kept> = JSON.parse(localStorage.getItem(ASIDE) ?? "{}");
    const { id, name, text, savedAt } = kept;
    const whole = typeof id === "string" && typeof name === "string" && typeof text === "string";
    return whole && typeof savedAt === "number" ? { id, name, text, savedAt } : undefined;
  } catch {
    return undefined;
  }
}

let warned = false;

/**
 * Writes a document, and keeps a version of what was there before.
 *
 * @param opened - The document as it was opened, if anything was changed since: its first version, where none was written yet.
 */
async function store(kept: Kept, opened?: Process): Promise<void> {
  try {
    const before = await shelf.documents.get(kept.id);
    // Another tab wrote the same: there is nothing to write, and nobody to tell.
    if (before?.text === kept.text) return;
    if (before) await keepVersion(before);
    else if (opened) await keepVersion({ ...kept, text: json.write(opened) });
    await shelf.documents.put(kept);
    tellSaved(kept.id);
    const old = await shelf.documents.orderBy("savedAt").reverse().offset(MOST).primaryKeys();
    for (const id of old) await forget(id);
  } catch {
    if (warned) return;
    warned = true;
    say({
      tone: "bad",
      title: "This browser does not keep your work",
      text: "Its storage is full or switched off. Save the process to a file to be safe.",
    });
  }
}
