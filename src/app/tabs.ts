import { json } from "../io/json.ts";
import type { Process } from "../model/process.ts";
import { edit } from "./document.ts";
import { randomId } from "./id.ts";
import { shelf } from "./shelf.ts";
import { presentProcess, useApp } from "./store.ts";

/** What tabs tell each other of a document: that they have it, that they have it too, that they wrote it, that they let go of it. */
interface Word {
  readonly kind: "hello" | "here" | "saved" | "bye";
  readonly tab: string;
  /** The document's id. */
  readonly id: string;
}

const me = randomId();
const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("throughline");

function tell(kind: Word["kind"], id: string): void {
  channel?.postMessage({ kind, tab: me, id } satisfies Word);
}

/** What is on screen as far as it has been asked to be written, or came from another tab. */
let kept: Process | undefined;

/** Notes that what is on screen is on its way to the database. */
export function noteKept(process: Process): void {
  kept = process;
}

/** Tells other tabs that a document was written. */
export function tellSaved(id: string): void {
  tell("saved", id);
}

/**
 * Knows of other tabs with the same document from now on, and shows what is written there: all tabs show the same, and
 * what is changed last wins.
 *
 * @returns A function that stops it.
 */
export function watchTabs(): () => void {
  const others = new Set<string>();
  const show = () =>
    useApp.setState(({ alsoOpen }) => (alsoOpen === others.size > 0 ? {} : { alsoOpen: others.size > 0 }));
  const onMessage = ({ data }: MessageEvent<Word>) => {
    const { place } = useApp.getState();
    if (data.id !== place.id) others.delete(data.tab);
    else if (data.kind === "bye") others.delete(data.tab);
    else others.add(data.tab);
    if (data.id === place.id && data.kind === "hello") tell("here", place.id);
    if (data.id === place.id && data.kind === "saved") void follow(place.id);
    show();
  };
  noteKept(presentProcess(useApp.getState()));
  const stop = useApp.subscribe(({ place, document }, before) => {
    if (place.id === before.place.id) return;
    noteKept(document.present);
    others.clear();
    show();
    tell("bye", before.place.id);
    tell("hello", place.id);
  });
  const leave = () => tell("bye", useApp.getState().place.id);
  const arrive = () => tell("hello", useApp.getState().place.id);
  channel?.addEventListener("message", onMessage);
  window.addEventListener("pagehide", leave);
  // A page that comes back from the browser's memory has missed what was said.
  window.addEventListener("pageshow", arrive);
  arrive();
  return () => {
    stop();
    leave();
    channel?.removeEventListener("message", onMessage);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", arrive);
  };
}

/** Takes over what another tab has written, as one undo step. Where something was changed here meanwhile, that is newer and wins. */
async function follow(id: string): Promise<void> {
  const written = await shelf.documents.get(id).catch(() => undefined);
  const { place, document } = useApp.getState();
  if (!written || place.id !== id || document.present !== kept || json.write(kept) === written.text) return;
  const read = json.read(written.text);
  if (!read.ok) return;
  noteKept(read.process);
  edit(() => read.process);
}
