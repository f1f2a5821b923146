import { type KeyboardEvent, useState } from "react";
import { edit } from "../../app/document.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { patchProcess } from "../../model/edit.ts";
import styles from "./header.module.css";

/** The name of the process, edited in place: Enter keeps what was typed, Escape does not. */
export function ProcessName() {
  const name = useApp((state) => presentProcess(state).name);
  const [typed, setTyped] = useState<string | undefined>();

  const keep = () => {
    const to = typed?.replace(/\s+/g, " ").trim();
    if (to) edit((process) => patchProcess(process, { name: to }));
    setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    if (event.key === "Escape") setTyped(undefined);
    else keep();
    const field = event.currentTarget;
    // After React has put the kept name back, so that losing the focus keeps nothing more.
    requestAnimationFrame(() => field.blur());
  };

  return (
    <h1 className={styles.name} data-value={typed ?? name} aria-label={name}>
      <input
        aria-label="Name of the process"
        value={typed ?? name}
        size={1}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    </h1>
  );
}
