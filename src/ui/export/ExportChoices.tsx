import { NativeSelect, SegmentedControl, Switch, TextInput } from "@mantine/core";
import { type Choices, hasHeat } from "../../app/export.ts";
import { useApp } from "../../app/store.ts";
import type { Choice, Codec } from "../../io/codec.ts";
import { LENSES } from "../../model/lens/lenses.ts";
import type { LensId } from "../../model/lens/view.ts";
import styles from "./export.module.css";

interface Props {
  readonly format: Codec;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

/** What may be chosen about a picture; nothing for other formats. */
export function ExportChoices({ format, choices, onChange }: Props) {
  const selected = useApp(({ selection }) => selection.nodes.size > 0);
  const heat = useApp(hasHeat);
  const looked = useApp(({ lens }) => lens);
  const lens = choices.lens ?? looked;
  // This lens is all about heat.
  const always = lens === "bottlenecks";
  const has = (choice: Choice) => format.choices?.includes(choice) ?? false;
  const set = (changes: Partial<Choices>) => onChange({ ...choices, ...changes });
  if (!format.choices) return null;
  return (
    <div className={styles.choices}>
      {has("lens") && (
        <NativeSelect
          size="xs"
          aria-label="What the picture shows"
          data={LENSES.map(({ id, name }) => ({ value: id, label: name }))}
          value={lens}
          onChange={({ currentTarget }) => set({ lens: currentTarget.value as LensId })}
        />
      )}
      {has("look") && (
        <SegmentedControl
          size="xs"
          aria-label="Colours"
          data={[
            { value: "light", label: "Light" },
            { value: "dark", label: "Dark" },
          ]}
          value={choices.dark ? "dark" : "light"}
          onChange={(value) => set({ dark: value === "dark" })}
        />
      )}
      {has("scale") && (
        <SegmentedControl
          size="xs"
          aria-label="Size"
          data={["1", "2", "4"].map((value) => ({ value, label: `${value}×` }))}
          value={String(choices.scale)}
          onChange={(value) => set({ scale: Number(value) })}
        />
      )}
      {has("heat") && (
        <Switch
          size="xs"
          label={heat ? "Heat of the last run" : "Heat of the last run (run it first)"}
          checked={heat && (always || choices.heat)}
          disabled={!heat || always}
          onChange={({ currentTarget }) => set({ heat: currentTarget.checked })}
        />
      )}
      {has("selection") && (
        <Switch
          size="xs"
          label={selected ? "Only what is selected" : "Only what is selected (nothing is)"}
          checked={selected && choices.selection}
          disabled={!selected}
          onChange={({ currentTarget }) => set({ selection: currentTarget.checked })}
        />
      )}
      {has("ground") && (
        <Switch
          size="xs"
          label="Transparent ground"
          checked={choices.transparent}
          onChange={({ currentTarget }) => set({ transparent: currentTarget.checked })}
        />
      )}
      {has("title") && (
        <Switch
          size="xs"
          label="Today’s date"
          checked={choices.dated}
          onChange={({ currentTarget }) => set({ dated: currentTarget.checked })}
        />
      )}
      {has("title") && (
        <TextInput
          size="xs"
          aria-label="Version"
          placeholder="Version"
          w={96}
          value={choices.revision}
          onChange={({ currentTarget }) => set({ revision: currentTarget.value })}
        />
      )}
      {has("title") && (
        <TextInput
          size="xs"
          aria-label="Author"
          placeholder="Author"
          w={160}
          value={choices.author}
          onChange={({ currentTarget }) => set({ author: currentTarget.value })}
        />
      )}
    </div>
  );
}
