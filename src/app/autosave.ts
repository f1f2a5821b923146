import { whenIdle } from "./idle.ts";

/** A document at one moment. */
export interface Snapshot<T> {
  readonly id: string;
  readonly value: T;
}

/** What keeping documents saved needs to know of the app and the browser. */
export interface Keeping<T> {
  /** The document on screen; undefined while there is none yet, such as before loading has finished. */
  readonly read: () => Snapshot<T> | undefined;
  /**
   * Saves it. Called with nothing that was saved already.
   *
   * @param leaving - Whether the page may be gone in a moment: then only what is done at once is sure to happen.
   */
  readonly write: (snapshot: Snapshot<T>, leaving: boolean) => void;
  /** Calls back on every change, and answers with a function that stops it. */
  readonly onChange: (changed: () => void) => () => void;
  /** Calls back when the page may be about to go, and answers with a function that stops it. */
  readonly onLeaving: (leaving: () => void) => () => void;
}

/** How long after the first unsaved change everything is saved, in milliseconds. */
export const AT_THE_LATEST = 800;

/** How much longer it may take until the page has nothing better to do, in milliseconds. */
const WAIT = 200;

/**
 * Saves the document on screen soon after it changes, and at once when the page may be about to go or another
 * document takes its place. What is on screen at the start counts as saved.
 *
 * Nothing is written while `read` has nothing to save, nor twice in a row; and a document that keeps changing is
 * still written every {@link AT_THE_LATEST} milliseconds.
 *
 * @returns A function that stops it, saving what is not saved yet.
 */
export function keepSaved<T>({ read, write, onChange, onLeaving }: Keeping<T>): () => void {
  let saved = read();
  let waiting: Snapshot<T> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let callOff = () => {};

  const flush = (leaving = false) => {
    clearTimeout(timer);
    callOff();
    timer = undefined;
    if (!waiting) return;
    saved = waiting;
    waiting = undefined;
    write(saved, leaving);
  };
  const stopChanges = onChange(() => {
    const now = read();
    if (!now) return;
    if (waiting && waiting.id !== now.id) flush();
    waiting = now.value === saved?.value && now.id === saved.id ? undefined : now;
    if (waiting)
      timer ??= setTimeout(() => {
        callOff = whenIdle(() => flush(), WAIT);
      }, AT_THE_LATEST);
  });
  const stopLeaving = onLeaving(() => flush(true));
  return () => {
    flush();
    stopChanges();
    stopLeaving();
  };
}
