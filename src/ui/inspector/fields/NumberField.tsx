import { ActionIcon, Group, TextInput } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import type { TimeUnit } from "../../../model/distribution.ts";
import { type NumberRange, type Reading, readNumber, readTime, writeNumber } from "../../words/read-number.ts";
import { useDraft } from "./draft.ts";

interface Props<T extends number | undefined> {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T, gesture: string) => void;
  readonly range?: NumberRange;
  /** Whether it may be left empty. */
  readonly optional: undefined extends T ? true : false;
  /** What is typed for each whole one of the value: 100 where percent are typed and shares kept. */
  readonly times?: number;
  /** The unit of time that it is in, where it is a time; it may be typed in others. */
  readonly unit?: TimeUnit | undefined;
  /** Shows buttons for one more and one fewer; the arrow keys do the same. */
  readonly stepper?: boolean;
  readonly suffix?: string;
  readonly placeholder?: string;
  readonly description?: string;
  readonly hideLabel?: boolean;
}

/** A longer suffix is cut, in pixels, so that the number keeps its room. */
const SUFFIX = 100;

/** A number that is part of the process as soon as it can be read. */
export function NumberField<T extends number | undefined>(props: Props<T>) {
  const {
    id,
    label,
    value,
    onChange,
    range = {},
    optional,
    times = 1,
    unit,
    stepper,
    suffix,
    hideLabel,
    ...look
  } = props;
  const read = (text: string): Reading<T> => {
    if (optional && text.trim() === "") return { ok: true, value: undefined as T };
    const reading =
      unit === undefined ? readNumber(withoutUnit(text, suffix?.split(" ")[0]), range) : readTime(text, unit, range);
    return (
      reading.ok ? { ok: true, value: times === 1 ? reading.value : reading.value / times } : reading
    ) as Reading<T>;
  };
  const write = (number: T) => (number === undefined ? "" : writeNumber(number * times));
  const { onText, error, onKeyDown, ...input } = useDraft({ id, value, read, write, onChange });

  const step = (by: number) => {
    const next = String((value ?? 0) * times + by);
    if (read(next).ok) onText(next);
  };
  const keys = (event: KeyboardEvent) => {
    onKeyDown(event);
    if (!stepper || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    step(event.key === "ArrowUp" ? 1 : -1);
  };

  return (
    <TextInput
      {...input}
      {...look}
      {...(hideLabel ? { "aria-label": label } : { label })}
      size="xs"
      inputMode="decimal"
      className="number-field"
      error={error}
      onKeyDown={keys}
      onChange={(event) => onText(event.currentTarget.value)}
      rightSectionWidth={stepper ? 54 : suffix ? Math.min(suffix.length * 7 + 16, SUFFIX) : undefined}
      rightSection={
        stepper ? (
          <Steps label={label} step={step} />
        ) : suffix ? (
          <small className="number-suffix">{suffix}</small>
        ) : undefined
      }
    />
  );
}

/** The text without the unit that stands behind the field anyway, as in “30 %”. */
function withoutUnit(text: string, unit = ""): string {
  const typed = text.trimEnd();
  return unit !== "" && typed.toLowerCase().endsWith(unit.toLowerCase()) ? typed.slice(0, -unit.length) : text;
}

function Steps({ label, step }: { readonly label: string; readonly step: (by: number) => void }) {
  const look = { size: 24, variant: "subtle", color: "gray", tabIndex: -1 } as const;
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon {...look} aria-label={`${label}: one fewer`} onClick={() => step(-1)}>
        <IconMinus size={14} />
      </ActionIcon>
      <ActionIcon {...look} aria-label={`${label}: one more`} onClick={() => step(1)}>
        <IconPlus size={14} />
      </ActionIcon>
    </Group>
  );
}
