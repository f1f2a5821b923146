import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";

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
  if (present) return children(<RemoveButton label={`Remove “${label}”`} onClick={onRemove} />);
  return (
    <div className="optional-field">
      <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={onAdd}>
        {label}
      </Button>
      <span className="field-hint">{hint}</span>
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
