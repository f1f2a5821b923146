import { Button, Modal, NavLink, ScrollArea } from "@mantine/core";
import { useEffect, useState } from "react";
import { type Choices, copyAs, exported, FIRST_CHOICES, saveAs } from "../../app/export.ts";
import { loadFormats } from "../../app/formats.ts";
import { copyLink } from "../../app/link.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import type { Codec } from "../../io/codec.ts";
import { ProblemRows } from "../problems/ProblemRows.tsx";
import { useColorScheme } from "../use-color-scheme.ts";
import { ExportChoices } from "./ExportChoices.tsx";
import { ExportPreview } from "./ExportPreview.tsx";
import styles from "./export.module.css";

const close = () => useApp.setState(({ dialog }) => (dialog?.kind === "export" ? { dialog: undefined } : {}));

/** What was chosen last is chosen again, as long as the page is open. */
let last = { format: "svg", choices: FIRST_CHOICES };

/** Writes the process in any format: which, how it is to look, what it will look like, and what it cannot hold. */
export function ExportDialog() {
  const dark = useColorScheme() === "dark";
  const formats = useFormats();
  const [id, setId] = useState(last.format);
  const [choices, setChoices] = useState<Choices>(last.choices);
  const [busy, setBusy] = useState(false);
  const format = formats.find((each) => each.id === id) ?? formats[0];
  const problems = useObstacles(format);
  useEffect(() => {
    last = { format: id, choices };
  }, [id, choices]);
  if (!format) return null;
  const act = (does: () => Promise<void>) => async () => {
    setBusy(true);
    await does().finally(() => setBusy(false));
  };
  const copies =
    format.mime.startsWith("text/") || format.mime === "application/json" || ["png", "svg"].includes(format.id);
  return (
    <Modal opened onClose={close} title="Export" size={1040} centered classNames={{ body: styles.body ?? "" }}>
      <nav className={styles.formats} aria-label="Formats">
        <ScrollArea.Autosize mah="60vh" type="auto">
          {formats.map((each) => (
            <NavLink
              key={each.id}
              component="button"
              label={each.name}
              description={each.extension}
              active={each === format}
              {...(each === format ? { "aria-current": "true" as const, "data-autofocus": true } : {})}
              onClick={() => setId(each.id)}
            />
          ))}
        </ScrollArea.Autosize>
      </nav>
      <div className={styles.detail}>
        <ExportPreview format={format} choices={choices} dark={dark} blocked={problems.length > 0} />
        <ExportChoices format={format} choices={choices} onChange={setChoices} />
        {problems.length > 0 ? (
          <section>
            <h3 className={styles.heading}>This format holds only what can run</h3>
            <ProblemRows problems={problems} />
          </section>
        ) : (
          <Losses format={format} />
        )}
      </div>
      <footer className={styles.foot}>
        <Button variant="subtle" color="gray" onClick={() => void copyLink()}>
          Copy link
        </Button>
        <span className={styles.gap} />
        {copies && (
          <Button variant="default" disabled={busy || problems.length > 0} onClick={act(() => copyAs(format, choices))}>
            Copy
          </Button>
        )}
        <Button loading={busy} disabled={problems.length > 0} onClick={act(() => saveAs(format, choices))}>
          Save…
        </Button>
      </footer>
    </Modal>
  );
}

function Losses({ format }: { format: Codec }) {
  const losses = useApp((state) => format.losses?.(exported(state, format, FIRST_CHOICES)).join("\n") ?? "");
  return (
    <section>
      <h3 className={styles.heading}>What it leaves out</h3>
      {losses === "" && <p className={styles.loss}>Nothing: the file opens again as it is on screen.</p>}
      {losses !== "" &&
        losses.split("\n").map((sentence) => (
          <p key={sentence} className={styles.loss}>
            {sentence}
          </p>
        ))}
    </section>
  );
}

/** The formats that write, once they are there. */
function useFormats(): readonly Codec[] {
  const [formats, setFormats] = useState<readonly Codec[]>([]);
  useEffect(() => {
    void loadFormats().then(({ FORMATS }) => setFormats(FORMATS.filter(({ write }) => write !== undefined)));
  }, []);
  return formats;
}

/** What keeps the process from being written in a format. */
function useObstacles(format: Codec | undefined) {
  const process = useApp(presentProcess);
  return format?.obstacles?.(process) ?? [];
}
