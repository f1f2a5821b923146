/** A value with the values before and after it. It knows nothing of what the value is. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was part of; the next change with the same name joins it in one undo step. */
  readonly gesture?: string;
}

const LONGEST = 500;

/** A value that nothing has happened to yet. */
export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/**
 * Moves on to a new value.
 *
 * @param gesture - Changes in a row with the same gesture are undone together, such as the letters typed into one field.
 */
export function push<T>(history: History<T>, next: T, gesture?: string): History<T> {
  if (next === history.present) return history;
  const joins = gesture !== undefined && gesture === history.gesture;
  const past = joins ? history.past : [...history.past, history.present].slice(-LONGEST);
  return { past, present: next, future: [], ...(gesture === undefined ? {} : { gesture }) };
}

/**
 * Without the changes of a gesture, as if they had never been made; the same history if something else was done since.
 */
export function without<T>(history: History<T>, gesture: string): History<T> {
  if (gesture !== history.gesture) return history;
  return { past: history.past.slice(0, -1), present: history.past.at(-1) as T, future: [] };
}

/** One step back; the same history if there is none. */
export function back<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const previous = past.at(-1);
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: previous as T, future: [present, ...future] };
}

/** One step forward again; the same history if there is none. */
export function forward<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  if (future.length === 0) return history;
  return { past: [...past, present], present: next as T, future: rest };
}
