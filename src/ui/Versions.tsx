import { Button, Modal } from "@mantine/core";
import { useEffect, useState } from "react";
import { useApp } from "../app/store.ts";
import { changedSince, goBackTo, type Version, versions } from "../app/versions.ts";
import styles from "./shell.module.css";

const close = () => useApp.setState(({ dialog }) => (dialog?.kind === "versions" ? { dialog: undefined } : {}));

/** How the document was before, with what changed when, to go back to. */
export function Versions() {
  const [all, setAll] = useState<readonly Version[]>();
  useEffect(() => {
    void versions().then(setAll, () => setAll([]));
  }, []);
  const [latest] = all ?? [];
  return (
    <Modal opened onClose={close} title="Versions" size="lg" centered>
      {all?.length === 0 && (
        <p className={styles.versionNote}>
          There is no earlier version yet. While you work, one is kept every two minutes, the last forty of them.
        </p>
      )}
      {latest && (
        <ol className={styles.versions}>
          <li>
            <span className={styles.versionWhen}>Now</span>
            <span className={styles.versionWhat}>{capital(changedSince(latest))}</span>
          </li>
          {all?.map((version) => (
            <li key={version.n}>
              <time className={styles.versionWhen} dateTime={new Date(version.at).toISOString()}>
                {whenWords(version.at)}
              </time>
              <span className={styles.versionWhat}>{capital(version.changed || "the first that was kept")}</span>
              <Button
                size="compact-xs"
                variant="light"
                aria-label={`Go back to ${whenWords(version.at)}`}
                onClick={() => goBackTo(version)}
              >
                Go back to this
              </Button>
            </li>
          ))}
        </ol>
      )}
      {latest && <p className={styles.versionNote}>Going back is an edit like any other: undo takes it back.</p>}
    </Modal>
  );
}

function whenWords(at: number): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
