import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { thenFocus } from "./then-focus.ts";

interface Props {
  readonly label: string;
  readonly present: boolean;
  /** What it does, for whoever wonders whether to add it. */
  readonly hint: string;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  /** The field, given the button that takes it away again. */
  readonly children: (remove: ReactNode) => ReactNode;
}

/** Something that most do without: one quiet line until it is added. */
export function OptionalField({ label, present, hint, onAdd, onRemove, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const turn = (to: "field" | "add", change: () => void) => () => thenFocus(place.current, to, change);
  return (
    <div ref={place} className={present ? "rows" : "optional-field"}>
      {present ? (
        children(<RemoveButton label={`Remove “${label}”`} onClick={turn("add", onRemove)} />)
      ) : (
        <>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            data-add
            onClick={turn("field", onAdd)}
          >
            {label}
          </Button>
          <span className="field-hint">{hint}</span>
        </>
      )}
    </div>
  );
}

/** A small cross that takes something away. */
export function RemoveButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <ActionIcon size={24} variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      <IconX size={14} />
    </ActionIcon>
  );
}
