import { presentProcess, useApp } from "../../../app/store.ts";
import { type Change, changed, type Refusal } from "../../../model/change.ts";
import { changeWords, placeWords, valueAt } from "../../../model/change-words.ts";
import { exact } from "../../../model/format.ts";
import type { Process } from "../../../model/process.ts";
import { validate } from "../../../model/validate.ts";
import { type Reading, readNumber } from "../../words/read-number.ts";
import { DraftField } from "../fields/DraftField.tsx";
import { RemoveButton } from "../fields/OptionalField.tsx";

interface Props {
  readonly id: string;
  readonly value: Change;
  readonly onChange: (value: Change, gesture?: string) => void;
  readonly onRemove: () => void;
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  "no-such-place": "There is nothing at this place of the process any more.",
  "wrong-value": "This does not fit there.",
};

/** One change of a scenario: a sentence, and the new value to type. */
export function ChangeField({ id, value, onChange, onRemove }: Props) {
  const process = useApp(presentProcess);
  const where = placeWords(process, value.set);
  const refusal = changed(process, value);
  const now = valueAt(process, value.set);
  const read = (text: string): Reading<Change["to"]> => {
    const reading = typeof now === "number" ? readNumber(text) : readJson(text);
    if (!reading.ok) return reading;
    const after = changed(process, { ...value, to: reading.value });
    const message = after === "wrong-value" ? REFUSALS[after] : typeof after === "object" && newError(process, after);
    return message ? { ok: false, message } : reading;
  };
  return (
    <div className="change-field">
      <DraftField
        id={id}
        label={where}
        value={value.to}
        read={read}
        write={(to) =>
          typeof to === "string" ? to : typeof to === "number" ? exact(to).replaceAll(",", "") : JSON.stringify(to)
        }
        onChange={(to, gesture) => onChange({ ...value, to }, gesture)}
      />
      <RemoveButton label={`Remove the change of “${where}”`} onClick={onRemove} />
      <p className={typeof refusal === "string" ? "field-warning" : "field-hint"}>
        {typeof refusal === "string" ? REFUSALS[refusal] : `${changeWords(process, value)}.`}
      </p>
    </div>
  );
}

/** What the first error says that a process has and did not have before; nothing where it has no such error. */
function newError(before: Process, after: Process): string | undefined {
  // Other scenarios have problems of their own.
  const errorsOf = (process: Process) =>
    validate({ ...process, scenarios: [] }).filter(({ severity }) => severity === "error");
  const errors = errorsOf(after);
  const known = errors.length === 0 ? undefined : new Set(errorsOf(before).map(({ message }) => message));
  const found = errors.find(({ message }) => !known?.has(message));
  return found && `${found.message} ${found.mend}`;
}

/** JSON where it is some; any other text is that text, because most of what is no number is a name. */
function readJson(text: string): Reading<Change["to"]> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: true, value: text };
  }
}
