/** A value with the values before and after it. It knows nothing of what the value is. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was part of; the next change with the same name joins it in one undo step. */
  readonly gesture?: string;
}

const LONGEST = 500;

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

export function back<T>({ past, present, future }: History<T>): History<T> {
  const previous = past.at(-1);
  if (past.length === 0) return { past, present, future };
  return { past: past.slice(0, -1), present: previous as T, future: [present, ...future] };
}

export function forward<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  if (future.length === 0) return { past, present, future };
  return { past: [...past, present], present: next as T, future: rest };
}
