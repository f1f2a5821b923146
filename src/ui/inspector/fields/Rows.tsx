import { type ReactNode, useRef, useState } from "react";
import { AddButton } from "./AddButton.tsx";
import { thenFocus } from "./then-focus.ts";

/** What the fields of one row need. */
export interface Row<T> {
  readonly index: number;
  /** Its own as long as it is there, whatever comes and goes in front of it: for the ids of its fields. */
  readonly key: string;
  /** Changes it; without a gesture, as an undo step of its own. */
  readonly set: (next: T, gesture?: string) => void;
  readonly remove: () => void;
}

interface Props<T> {
  readonly rows: readonly T[];
  readonly onChange: (rows: readonly T[], gesture?: string) => void;
  readonly children: (row: T, at: Row<T>) => ReactNode;
  /** As in “Another part”. */
  readonly addLabel?: string;
  /** What is added; left out where nothing can be, or not from here. */
  readonly next?: (() => T) | undefined;
  /** What stands between the rows and the button that adds one. */
  readonly below?: ReactNode;
}

/** Things in a row that have no ids, such as the parts of a mixture: each with its fields, one more at the end. */
export function Rows<T>({ rows, onChange, children, addLabel = "Add", next, below }: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const { keys, drop } = useRowKeys(rows.length);
  return (
    <div ref={list} className="rows">
      {rows.map((row, index) => {
        const key = keys[index] ?? "";
        const set = (to: T, gesture?: string) => onChange(rows.with(index, to), gesture);
        const remove = () =>
          thenFocus(list.current, "add", () => {
            drop(index);
            onChange(rows.toSpliced(index, 1));
          });
        return (
          <div key={key} data-row className="rows">
            {children(row, { index, key, set, remove })}
          </div>
        );
      })}
      {below}
      {next && (
        <AddButton label={addLabel} onClick={() => thenFocus(list.current, "row", () => onChange([...rows, next()]))} />
      )}
    </div>
  );
}

/** A key for each of so many rows, which goes when its row is taken out. Rows that come by undo get new ones, at the end. */
function useRowKeys(count: number): { readonly keys: readonly string[]; readonly drop: (index: number) => void } {
  const made = useRef(0);
  const [keys, setKeys] = useState<readonly string[]>([]);
  const all = keys.slice(0, count);
  while (all.length < count) all.push(String(made.current++));
  if (all.length !== keys.length) setKeys(all);
  return { keys: all, drop: (index) => setKeys(all.toSpliced(index, 1)) };
}
