import { Button, CloseButton, NumberInput, Select } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconDeviceFloppy, IconFolderOpen } from "@tabler/icons-react";
import { eventWords, placeName, possibleWords, reasonsFor } from "../../analyse/walk-words.ts";
import { closeWalk, openWalkFile, saveWalk, setWalkField, type Walk, walkOn, walkTo } from "../../app/walk.ts";
import type { Field } from "../../model/process.ts";
import { titleOf } from "../../model/words.ts";
import { useShown } from "../playback/use-shown.ts";
import "../playback/playback.css";
import "./walk.css";

/** Walks one record by hand: where it is, what may happen next, what it carries, and what has happened. */
export function WalkPanel({ walk }: { readonly walk: Walk }) {
  const { of: process, state, events, at } = walk;
  const reasons = reasonsFor(process, state.possible, state.fields);
  return (
    <section className="stage-bar" aria-label="Walk one record">
      <div className="playback-row">
        <strong>Walk one record</strong>
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
      <p className="walk-where" role="status">
        <Where walk={walk} />
      </p>
      <div className="walk-possible">
        {state.possible.map((possible) => {
          const { what, to } = possibleWords(process, possible);
          return (
            <Button
              key={JSON.stringify(possible.event)}
              size="compact-sm"
              variant="light"
              onClick={() => walkOn(possible)}
            >
              {what}
              {to !== "" && <span className="walk-to">{to}</span>}
            </Button>
          );
        })}
      </div>
      {process.fields.length > 0 && (
        <div className="walk-fields">
          {process.fields.map((field) => (
            <FieldValue key={field.id} field={field} value={state.fields[field.id]} />
          ))}
        </div>
      )}
      {reasons.map(({ decision, reasons: ways }) => (
        <div key={decision} className="walk-reasons">
          <strong>{decision}</strong>
          {ways.map(({ flow, open, words }) => (
            <span key={flow} data-open={open}>
              {words}
            </span>
          ))}
        </div>
      ))}
      {events.length > 0 && <Happened walk={walk} />}
    </section>
  );
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

function Where({ walk: { of: process, state } }: { readonly walk: Walk }) {
  if (state.over !== undefined) {
    const end = process.nodes.find(({ id }) => id === state.over);
    return (
      <>
        The record has left
        {end ? ` at “${titleOf(end)}”` : `: it ${state.over === "gave-up" ? "gave up" : "was turned away"}`}.
      </>
    );
  }
  if (state.places.length === 0) return <>No record yet. Let one arrive.</>;
  return (
    <>
      The record is{" "}
      {state.places
        .map(({ id, phase }) =>
          phase === "on the way"
            ? placeName(process, id)
            : `${phase === "waiting" ? "waiting at" : "worked on at"} “${placeName(process, id)}”`,
        )
        .join(" and ")}
      .
    </>
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
        w={150}
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
      w={170}
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
