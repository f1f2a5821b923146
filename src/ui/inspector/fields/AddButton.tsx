import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";

interface Props {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

/** A quiet line that adds one more of something. */
export function AddButton({ label, ...rest }: Props) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      className="quiet-left"
      data-add
      leftSection={<IconPlus size={13} />}
      {...rest}
    >
      {label}
    </Button>
  );
}
