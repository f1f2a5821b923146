import { Checkbox } from "@mantine/core";

interface Props {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly description?: string;
}

/** Something that is so or not. */
export function SwitchField({ value, onChange, ...look }: Props) {
  return <Checkbox {...look} size="xs" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
