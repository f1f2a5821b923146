import { Button, Modal } from "@mantine/core";
import { IconFile, IconFolderOpen, IconTablePlus } from "@tabler/icons-react";
import { useState } from "react";
import { perform } from "../../app/commands.ts";
import { EXAMPLES, openExample } from "../../app/examples.ts";
import { sampleOfExample } from "../../app/gallery.ts";
import { useApp } from "../../app/store.ts";
import { useColorScheme } from "../use-color-scheme.ts";
import { Card } from "./Card.tsx";
import styles from "./gallery.module.css";
import { PasteTable } from "./PasteTable.tsx";
import { RecentDocuments } from "./RecentDocuments.tsx";

const close = () => useApp.setState(({ dialog }) => (dialog?.kind === "gallery" ? { dialog: undefined } : {}));

/** What there is to start from: nothing, a file, a table, what was worked on lately, and the examples. */
export function Gallery() {
  const dark = useColorScheme() === "dark";
  const [pasting, setPasting] = useState(false);
  return (
    <Modal opened onClose={close} title="New…" size={1080} centered classNames={{ body: styles.body ?? "" }}>
      <div className={styles.ways}>
        <Way first icon={IconFile} label="Blank process" about="Nothing drawn yet" onClick={() => perform("new")} />
        <Way
          icon={IconTablePlus}
          label="Paste a table"
          about="From a spreadsheet, Markdown or CSV"
          pressed={pasting}
          onClick={() => setPasting(!pasting)}
        />
        <Way icon={IconFolderOpen} label="Open a file…" about="Or drop one anywhere" onClick={() => perform("open")} />
      </div>
      {pasting && <PasteTable />}
      <RecentDocuments dark={dark} />
      <h3 className={styles.heading}>Examples</h3>
      <ul className={styles.cards}>
        {EXAMPLES.map(({ id, name }) => (
          <li key={id}>
            <Card
              name={name}
              load={() => sampleOfExample(id, dark)}
              of={`${id} ${dark}`}
              onOpen={() => void openExample(id)}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}

interface WayProps {
  readonly icon: typeof IconFile;
  readonly label: string;
  readonly about: string;
  /** Whether the focus is here to begin with. */
  readonly first?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Way({ icon: Icon, label, about, first, pressed, onClick }: WayProps) {
  return (
    <Button
      variant="default"
      className={styles.way ?? ""}
      leftSection={<Icon size={22} stroke={1.5} aria-hidden />}
      {...(first ? { "data-autofocus": true } : {})}
      {...(pressed === undefined ? {} : { "aria-expanded": pressed })}
      onClick={onClick}
    >
      <span className={styles.wayText}>
        <strong>{label}</strong>
        <span>{about}</span>
      </span>
    </Button>
  );
}
