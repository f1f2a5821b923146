import { Button, CloseButton, NumberInput, Select } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconDeviceFloppy, IconFolderOpen } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { eventWords, possibleWords, reasonsFor, whereWords } from "../../analyse/walk-words.ts";
import { closeWalk, openWalkFile, saveWalk, setWalkField, type Walk, walkOn, walkTo } from "../../app/walk.ts";
import type { Field } from "../../model/process.ts";
import { useShown } from "../playback/use-shown.ts";
import "../playback/playback.css";
import "./walk.css";

/**
 * Walks one record by hand: where it is, what may happen next, what it carries, and what has happened. Whatever is
 * pressed again and again stays at its place, however long the words of a step are: each part scrolls by itself.
 */
export function WalkPanel({ walk }: { readonly walk: Walk }) {
  const { of: process, events, at } = walk;
  return (
    <section className="stage-bar" aria-label="Walk one record">
      <div className="playback-row walk-head">
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowLeft size={13} />}
          disabled={at === 0}
          onClick={() => walkTo(at - 1)}
        >
          Back
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowRight size={13} />}
          disabled={at === events.length}
          onClick={() => walkTo(at + 1)}
        >
          Forward
        </Button>
        <Where walk={walk} />
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconDeviceFloppy size={13} />}
          disabled={at === 0}
          onClick={() => void saveWalk()}
        >
          Save the walk
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconFolderOpen size={13} />}
          onClick={() => void openWalkFile()}
        >
          Open a walk
        </Button>
        <CloseButton aria-label="End the walk" onClick={closeWalk} />
      </div>
      <div className="walk-body">
        <div className="walk-next">
          <PossibleEvents walk={walk} />
          <Reasons walk={walk} />
        </div>
        {process.fields.length > 0 && (
          <div className="walk-fields">
            {process.fields.map((field) => (
              <FieldValue key={field.id} field={field} value={walk.state.fields[field.id]} />
            ))}
          </div>
        )}
      </div>
      <div className="walk-story">
        {events.length > 0 ? (
          <Happened walk={walk} />
        ) : (
          <p className="playback-note">What happens to the record is listed here, to go back to.</p>
        )}
      </div>
    </section>
  );
}

/** A button for everything that may happen next; where the record has left, one to begin again. */
function PossibleEvents({ walk: { of: process, state, at } }: { readonly walk: Walk }) {
  const buttons = useRef<HTMLDivElement>(null);
  // Whoever pressed a button that is gone, as there are fewer now, goes on at the first.
  useEffect(() => {
    if (at > 0 && document.activeElement === document.body) buttons.current?.querySelector("button")?.focus();
  }, [at]);
  return (
    <div className="walk-possible" ref={buttons}>
      {state.over === undefined ? (
        state.possible.map((possible, i) => {
          const { what, to } = possibleWords(process, possible);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the focus stays at the place, not with what happens
            <Button key={i} size="compact-sm" variant="light" onClick={() => walkOn(possible)}>
              {what}
              {to !== "" && <span className="walk-to">{to}</span>}
            </Button>
          );
        })
      ) : (
        <Button key={0} size="compact-sm" variant="light" onClick={() => walkTo(0)}>
          Walk again from the beginning
        </Button>
      )}
    </div>
  );
}

/** Which branches of the next decisions by rules are open, and why. */
function Reasons({ walk: { of: process, state } }: { readonly walk: Walk }) {
  return reasonsFor(process, state.possible, state.fields).map(({ decision, reasons }) => (
    <div key={decision} className="walk-reasons">
      <strong>{decision}</strong>
      {reasons.map(({ flow, open, words }) => (
        <span key={flow} data-open={open}>
          {words}
        </span>
      ))}
    </div>
  ));
}

/** What has happened so far and was taken back, each a way to go there. */
function Happened({ walk: { of: process, events, at } }: { readonly walk: Walk }) {
  const steps = useShown(at - 1);
  return (
    <ol className="record-steps" aria-label="What has happened" ref={steps}>
      {events.map((event, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events have no identity but their place
        <li key={i} data-ahead={i >= at || undefined}>
          <button type="button" aria-current={i === at - 1 ? "step" : undefined} onClick={() => walkTo(i + 1)}>
            {eventWords(process, event)}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Where the record is, in two lines at most; whole to whoever points at it or has it read out. */
function Where({ walk }: { readonly walk: Walk }) {
  const words = whereWords(walk.of, walk.state);
  return (
    <p className="walk-where" role="status" title={words}>
      {words}
    </p>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly value: number | string | boolean | undefined;
}

function FieldValue({ field, value }: FieldProps) {
  const { id, name } = field;
  if (field.type === "number")
    return (
      <NumberInput
        size="xs"
        label={name}
        value={typeof value === "number" ? value : ""}
        onChange={(to) => {
          if (typeof to === "number") setWalkField(id, to);
        }}
      />
    );
  const options = field.type === "boolean" ? ["yes", "no"] : field.options.map((option) => option.value);
  return (
    <Select
      size="xs"
      label={name}
      allowDeselect={false}
      data={options}
      value={typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "")}
      onChange={(to) => {
        if (to !== null) setWalkField(id, field.type === "boolean" ? to === "yes" : to);
      }}
    />
  );
}
