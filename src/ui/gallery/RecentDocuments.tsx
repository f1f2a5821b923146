import { ActionIcon, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { openKept } from "../../app/files.ts";
import { sampleOfKept } from "../../app/gallery.ts";
import { forget, type Recent, recentDocuments } from "../../app/storage.ts";
import { useApp } from "../../app/store.ts";
import { Card } from "./Card.tsx";
import styles from "./gallery.module.css";

/** How many documents are shown. */
const SHOWN = 8;

/** What was worked on lately in this browser, to go on with or to take away. */
export function RecentDocuments({ dark }: { readonly dark: boolean }) {
  const [recent, setRecent] = useState<readonly Recent[]>([]);
  const open = useApp((state) => state.place.id);
  useEffect(() => {
    void recentDocuments(SHOWN).then(setRecent);
  }, []);
  if (recent.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>Recent</h3>
      <ul className={styles.cards}>
        {recent.map(({ id, name, savedAt }) => (
          <li key={id} className={styles.recent}>
            <Card
              name={name}
              load={() => sampleOfKept(id, dark)}
              of={`${id} ${dark}`}
              onOpen={() => void openKept(id)}
            />
            <span className={styles.when}>
              {id === open
                ? "Open now"
                : new Date(savedAt).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}
            </span>
            {id !== open && (
              <Tooltip label="Take it out of this browser">
                <ActionIcon
                  className={styles.forget ?? ""}
                  variant="default"
                  size={28}
                  aria-label={`Take “${name}” out of this browser`}
                  onClick={() =>
                    void forget(id).then(() => setRecent((before) => before.filter((each) => each.id !== id)))
                  }
                >
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
