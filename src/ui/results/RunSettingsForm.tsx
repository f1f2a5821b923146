import { Button, NumberInput, Stack } from "@mantine/core";
import { chooseRunSettings } from "../../app/run.ts";
import type { RunSettings } from "../../app/run-settings.ts";
import { presentProcess, useApp } from "../../app/store.ts";

interface Choice {
  readonly key: keyof RunSettings;
  readonly label: string;
  readonly about: string;
  readonly least: number;
  readonly suffix?: string;
  /** What is typed for a value: shares are typed in percent. @default 1 */
  readonly times?: number;
  /** What cannot be chosen at the same time. */
  readonly not?: keyof RunSettings;
}

const CHOICES: readonly Choice[] = [
  { key: "seed", label: "Seed", about: "The luck of the run. The same seed gives the same results.", least: 0 },
  { key: "records", label: "Records", about: "Each replication ends with so many.", least: 1 },
  {
    key: "replications",
    label: "Replications",
    about: "How many runs the figures are averaged over.",
    least: 1,
    not: "precision",
  },
  {
    key: "precision",
    label: "Or as many as it takes to know the time within",
    about: "Half of the interval of the time from arrival to end.",
    least: 0.1,
    suffix: " %",
    times: 100,
    not: "replications",
  },
];

/** What the next runs are run with instead of what the process says. What is left empty is as in the process. */
export function RunSettingsForm() {
  const settings = useApp((state) => state.runSettings);
  const simulation = useApp((state) => presentProcess(state).simulation);
  const stop = simulation?.stop;
  const inFile: Readonly<Partial<Record<keyof RunSettings, string>>> = {
    seed: String(simulation?.seed ?? 1),
    records: stop === undefined ? "10,000" : "records" in stop ? String(stop.records) : "until its time is over",
    replications: simulation?.replications === undefined ? "as many as it takes" : String(simulation.replications),
    precision: "5 %",
  };
  const choose = ({ key, not, times = 1 }: Choice, value: number | string) => {
    const { [key]: _, ...rest } = settings;
    if (not !== undefined && value !== "") delete (rest as Partial<Record<keyof RunSettings, number>>)[not];
    chooseRunSettings(typeof value === "number" ? { ...rest, [key]: value / times } : rest);
  };
  return (
    <Stack gap={12} w={300} component="section" aria-label="Settings of the run">
      {CHOICES.map((choice) => {
        const { key, label, about, least, suffix, times = 1 } = choice;
        const value = settings[key];
        return (
          <NumberInput
            key={key}
            size="xs"
            label={label}
            description={about}
            placeholder={inFile[key] ?? ""}
            min={least}
            allowDecimal={times !== 1}
            thousandSeparator=","
            suffix={suffix ?? ""}
            value={value === undefined ? "" : value * times}
            onChange={(to) => choose(choice, to)}
          />
        );
      })}
      <Button
        size="xs"
        variant="default"
        disabled={Object.keys(settings).length === 0}
        onClick={() => chooseRunSettings({})}
      >
        As in the process
      </Button>
    </Stack>
  );
}
