import { Tooltip } from "@mantine/core";
import { IconBrowserShare } from "@tabler/icons-react";
import { useApp } from "../../app/store.ts";
import styles from "./header.module.css";

/** Says so while another tab has the same document open, and what that means. */
export function AlsoOpen() {
  const also = useApp((state) => state.alsoOpen);
  if (!also) return null;
  const words = "Also open in another tab";
  return (
    <Tooltip label={`${words}. Both show the same, and what is changed last wins.`} multiline maw={260}>
      <output className={styles.also}>
        <IconBrowserShare size={16} stroke={1.7} aria-hidden />
        <span>{words}</span>
      </output>
    </Tooltip>
  );
}
