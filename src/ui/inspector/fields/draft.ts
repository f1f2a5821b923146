import { createContext, type KeyboardEvent, useContext, useId, useState } from "react";
import { giveUp } from "../../../app/document.ts";
import type { Reading } from "../../words/read-number.ts";

/** What has been typed into a field and not been taken over, and the value it was typed over. */
interface Draft {
  readonly text: string;
  readonly over: unknown;
}

/**
 * Refused texts by field, so that they are still there after something else was selected for a while.
 * The inspector provides one map for as long as it is on screen.
 */
export const Drafts = createContext<Map<string, Draft>>(new Map());

/** A field whose value is typed as text. */
export interface TypedField<T> {
  /** The same for the same field of the same thing, and different from all others. */
  readonly id: string;
  readonly value: T;
  readonly write: (value: T) => string;
  readonly read: (text: string) => Reading<T>;
  /** Takes a value over. Calls with the same gesture are one undo step. */
  readonly onChange: (value: T, gesture: string) => void;
}

/** What an input needs to show a typed field. */
export interface DraftProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onText: (text: string) => void;
  /** While nothing is typed: Ctrl+Z is about the process then, not about the text. */
  readonly "data-at-rest": true | undefined;
}

let visits = 0;

/** One stay in a field, from focus to blur, and the value it began with. */
interface Visit<T> {
  readonly number: number;
  readonly before: T;
}

/**
 * Keeps what is being typed: what can be read is taken over at once, all of one visit in one undo step; what cannot be
 * read stays in the field with a sentence why, until it can. Escape brings back what was there before the visit.
 */
export function useDraft<T>({ id, value, write, read, onChange }: TypedField<T>): DraftProps {
  const kept = useContext(Drafts);
  const [draft, setDraft] = useState(kept.get(id));
  const [visit, setVisit] = useState<Visit<T>>();
  const fallback = useId();
  const gesture = `${id}#${visit?.number ?? fallback}`;
  const begin = () => setVisit({ number: ++visits, before: value });

  const keep = (next: Draft | undefined, refused: boolean) => {
    setDraft(next);
    if (next && refused) kept.set(id, next);
    else kept.delete(id);
  };
  // A value that changed elsewhere, by undo for instance, is newer than the text.
  const current = draft && same(draft.over, value) ? draft : undefined;
  const reading = current ? read(current.text) : undefined;

  return {
    "data-at-rest": current ? undefined : true,
    value: current?.text ?? write(value),
    error: reading && !reading.ok ? reading.message : undefined,
    onFocus: begin,
    onBlur: () => {
      // What its buttons do after the visit is a step of its own.
      begin();
      if (reading?.ok !== false) keep(undefined, false);
    },
    onKeyDown: (event) => {
      const changed = visit !== undefined && !same(visit.before, value);
      if (event.key !== "Escape" || !(current || changed)) return;
      event.stopPropagation();
      keep(undefined, false);
      if (changed && !giveUp(gesture)) onChange(visit.before, gesture);
    },
    onText: (text) => {
      const next = read(text);
      keep({ text, over: next.ok ? next.value : value }, !next.ok);
      if (next.ok && !same(next.value, value)) onChange(next.value, gesture);
    },
  };
}

/** Lists are compared by what is in them: a scenario makes the values of its process anew. */
function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (Array.isArray(a) && JSON.stringify(a) === JSON.stringify(b));
}
