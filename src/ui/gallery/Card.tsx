import { UnstyledButton } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Sample } from "../../app/gallery.ts";
import styles from "./gallery.module.css";

interface Props {
  readonly name: string;
  /** Draws it, as soon as there is time; undefined if there is nothing to draw. */
  readonly load: () => Promise<Sample | undefined>;
  /** What `load` draws: it is asked again when this changes. */
  readonly of: string;
  readonly onOpen: () => void;
}

/** Something to start from: its drawing in small, its name, and what it is about. */
export function Card({ name, load, of, onOpen }: Props) {
  const [sample, setSample] = useState<Sample>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says what `load` brings.
  useEffect(() => {
    let gone = false;
    void load().then(
      (loaded) => !gone && setSample(loaded),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [of]);
  return (
    <UnstyledButton className={styles.card} onClick={onOpen}>
      <span className={styles.picture}>
        {sample?.picture !== undefined && <img src={sample.picture} alt="" loading="lazy" decoding="async" />}
      </span>
      <strong className={styles.name}>{name}</strong>
      {sample !== undefined && sample.about !== "" && <span className={styles.about}>{sample.about}</span>}
    </UnstyledButton>
  );
}
