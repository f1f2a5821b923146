import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { memo, type ReactNode, useCallback, useRef } from "react";
import { edit } from "../../../app/document.ts";
import { removeEntry } from "../../../app/entries.ts";
import { presentProcess, useApp } from "../../../app/store.ts";
import { type NamedList, newEntry } from "../../../model/edit/entries.ts";
import { add, type Changes, type EntryOf, moveTo, patch } from "../../../model/edit.ts";
import { AddButton } from "../fields/AddButton.tsx";
import { keyOf } from "../fields/references.ts";
import { TextField } from "../fields/TextField.tsx";
import { thenFocus } from "../fields/then-focus.ts";

interface ListProps<L extends NamedList> {
  readonly of: L;
  /** What one of them is, as in “Add a team”. */
  readonly word: string;
  /** What they are for, where there are none yet. */
  readonly empty: string;
  /** Whether one can be added now; left out = always. */
  readonly able?: boolean;
  /** Whether their order means something. */
  readonly ordered?: boolean;
  /** What stands before the name, such as a colour. */
  readonly lead?: (entry: EntryOf<L>) => ReactNode;
  /** What stands behind the name, in the same line. */
  readonly trail?: (entry: EntryOf<L>) => ReactNode;
  /** What is asked about each besides its name. */
  readonly children?: (entry: EntryOf<L>) => ReactNode;
}

/** One of the process's lists: each entry with its name and fields; entries are added and removed here. */
export function EntryList<L extends NamedList>({ empty, able = true, ...props }: ListProps<L>) {
  const { of, word } = props;
  const entries: readonly EntryOf<L>[] = useApp((state) => presentProcess(state)[of]);
  const list = useRef<HTMLDivElement>(null);
  const addOne = () => thenFocus(list.current, "row", () => edit((now) => add(now, of, newEntry(now, of))));
  const remove = useCallback((id: string) => thenFocus(list.current, "add", () => removeEntry(of, id)), [of]);
  return (
    <div ref={list} className="rows">
      {entries.length === 0 && <p className="field-hint">{empty}</p>}
      {entries.map((entry, index) => (
        <Entry
          key={entry.id}
          {...props}
          entry={entry}
          index={index}
          last={index === entries.length - 1}
          onRemove={remove}
        />
      ))}
      <AddButton label={`Add a ${word}`} disabled={!able} onClick={addOne} />
    </div>
  );
}

interface EntryProps<L extends NamedList> extends Omit<ListProps<L>, "empty" | "able"> {
  readonly entry: EntryOf<L>;
  readonly index: number;
  readonly last: boolean;
  readonly onRemove: (id: string) => void;
}

// Lists may be long: an entry is drawn again only when it changes.
const Entry = memo(function Entry<L extends NamedList>(props: EntryProps<L>) {
  const { of, word, ordered, lead, trail, children, entry, index, last, onRemove } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that nobody wants to see.
    <div data-row className="inspector-entry" role="group" aria-label={`${word} “${entry.name}”`}>
      <div className="inspector-entry-head">
        {lead?.(entry)}
        <TextField
          id={`${entry.id}.name`}
          label={`Name of the ${word}`}
          hideLabel
          value={entry.name}
          required={`A ${word} needs a name.`}
          refuse={(text) => taken(of, entry.id, text) && `There is a ${word} called “${text.trim()}” already.`}
          onChange={(name = "", gesture) => change(of, entry.id, { name } as Changes<EntryOf<L>>, gesture)}
        />
        {trail?.(entry)}
        {ordered && (
          <>
            <Move of={of} id={entry.id} to={index - 1} off={index === 0} label="Move up" />
            <Move of={of} id={entry.id} to={index + 1} off={last} label="Move down" />
          </>
        )}
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={`Remove the ${word} “${entry.name}”`}
          title="Remove"
          onClick={() => onRemove(entry.id)}
        >
          <IconTrash size={14} />
        </ActionIcon>
      </div>
      {children?.(entry)}
    </div>
  );
}) as <L extends NamedList>(props: EntryProps<L>) => ReactNode;

/** Whether another entry of the list has this name: results could not be told apart. */
function taken(of: NamedList, id: string, name: string): boolean {
  return presentProcess(useApp.getState())[of].some((each) => each.id !== id && keyOf(each.name) === keyOf(name));
}

/** Changes one entry of a list; without a gesture, as an undo step of its own. */
export function change<L extends NamedList>(of: L, id: string, changes: Changes<EntryOf<L>>, gesture?: string): void {
  edit((now) => patch(now, of, id, changes), gesture);
}

interface MoveProps {
  readonly of: NamedList;
  readonly id: string;
  readonly to: number;
  readonly off: boolean;
  readonly label: "Move up" | "Move down";
}

function Move({ of, id, to, off, label }: MoveProps) {
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      // Still to be focused: who moves by keys goes on from here.
      aria-disabled={off}
      data-disabled={off}
      aria-label={label}
      title={label}
      onClick={() => edit((now) => moveTo(now, of, id, to))}
    >
      {label === "Move up" ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
    </ActionIcon>
  );
}
