import { memo } from "react";
import { edit } from "../../../app/document.ts";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import { MOST_RECORDS, MOST_REPLICATIONS } from "../../../model/checks/simulation.ts";
import { patchSimulation } from "../../../model/edit.ts";
import { fixed, percent } from "../../../model/format.ts";
import type { Process, Simulation } from "../../../model/process.ts";
import { USUAL } from "../../../model/usual.ts";
import { durationWords } from "../../../model/words.ts";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { DurationField } from "../fields/DurationField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { TextField } from "../fields/TextField.tsx";

type Stop = NonNullable<Simulation["stop"]>;

const STOPS = [
  { value: "default", label: `As usual, after ${fixed(USUAL.stop.records, 0)} records` },
  { value: "records", label: "After a number of records" },
  { value: "after", label: "After a time" },
] as const;

/** For each way to stop: what it starts from. */
const FIRST: Readonly<Record<(typeof STOPS)[number]["value"], Stop | undefined>> = {
  default: undefined,
  records: USUAL.stop,
  after: { after: { value: 26, unit: "wk" } },
};

function stopOf(stop: Stop | undefined): keyof typeof FIRST {
  if (stop === undefined) return "default";
  return "records" in stop ? "records" : "after";
}

type WarmUp = NonNullable<Simulation["warmUp"]>;

const WARM_UPS = [
  { value: "none", label: "Nothing" },
  { value: "auto", label: "As long as a run shows it takes" },
  { value: "time", label: "A fixed time" },
] as const;

/** For each way to warm up: what it starts from. */
const FIRST_WARM_UP: Readonly<Record<(typeof WARM_UPS)[number]["value"], WarmUp>> = {
  none: "none",
  auto: "auto",
  time: { value: 1, unit: "wk" },
};

function warmUpOf(warmUp: WarmUp): keyof typeof FIRST_WARM_UP {
  return typeof warmUp === "string" ? warmUp : "time";
}

const simulationOf = (state: AppState) => presentProcess(state).simulation;

/** How the process is simulated: for how long, how often, and from which date and seed. */
export const RunSettings = memo(function RunSettings() {
  const simulation = useApp(simulationOf) ?? {};
  const { stop, replications, seed, start, warmUp } = simulation;
  const set = (changes: Parameters<typeof patchSimulation>[1], gesture?: string) =>
    edit((now) => patchSimulation(now, changes), gesture);
  return (
    <>
      <ChoiceField
        label="Each replication stops"
        value={stopOf(stop)}
        options={STOPS}
        onChange={(next) => {
          const first = FIRST[next];
          // What other programs wrote at it stays.
          if (next !== stopOf(stop))
            set({ stop: first && { ...first, ...(stop?.extensions && { extensions: stop.extensions }) } });
        }}
      />
      {stop && "records" in stop && (
        <NumberField
          id="simulation.records"
          label="Records"
          optional={false}
          range={{ min: 1, max: MOST_RECORDS, whole: true }}
          value={stop.records}
          onChange={(records: number, gesture) => set({ stop: { ...stop, records } }, gesture)}
        />
      )}
      {stop && "after" in stop && (
        <DurationField
          id="simulation.after"
          label="Simulated time"
          value={stop.after}
          onChange={(after, gesture) => set({ stop: { ...stop, after } }, gesture)}
        />
      )}
      <div className="field-columns">
        <NumberField
          id="simulation.replications"
          label="Replications"
          placeholder={`until ± ${percent(USUAL.precision)}`}
          optional
          range={{ min: 1, max: MOST_REPLICATIONS, whole: true }}
          value={replications}
          onChange={(next, gesture) => set({ replications: next }, gesture)}
        />
        <NumberField
          id="simulation.seed"
          label="Seed"
          placeholder={String(USUAL.seed)}
          optional
          range={{ min: 0, whole: true }}
          value={seed}
          onChange={(next, gesture) => set({ seed: next }, gesture)}
        />
      </div>
      <TextField
        id="simulation.start"
        label="Starts on the clock at"
        placeholder="2026-01-05T09:00"
        value={start}
        refuse={refuseTime}
        onChange={(next, gesture) => set({ start: next }, gesture)}
      />
      <ChoiceField
        label="Warm-up: left out of the figures"
        description="The time at the beginning in which queues have not filled up yet."
        value={warmUpOf(warmUp ?? USUAL.warmUp)}
        options={WARM_UPS}
        onChange={(next) => set({ warmUp: next === USUAL.warmUp ? undefined : FIRST_WARM_UP[next] })}
      />
      {typeof warmUp === "object" && (
        <DurationField
          id="simulation.warmUp"
          label="Left out"
          value={warmUp}
          onChange={(next, gesture) => set({ warmUp: next }, gesture)}
        />
      )}
    </>
  );
});

/** How the process is simulated, in a few words. */
export function settingsWords({ simulation = {} }: Process): string {
  const { stop, replications, seed, warmUp } = simulation;
  const parts = [
    ...(stop === undefined
      ? []
      : ["records" in stop ? `${fixed(stop.records, 0)} records` : durationWords(stop.after)]),
    ...(replications === undefined ? [] : [`× ${replications}`]),
    ...(warmUp === undefined || warmUp === "none" ? [] : ["with warm-up"]),
    ...(seed === undefined ? [] : [`seed ${seed}`]),
  ];
  return parts.length === 0 ? "as usual" : parts.join(", ");
}

function refuseTime(text: string): string | undefined {
  const [, year, month, day] = text.match(/^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d$/) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? undefined : "Write a date and a time, as in 2026-01-05T09:00.";
}
