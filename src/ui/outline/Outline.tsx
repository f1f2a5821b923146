import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { outlineRows } from "../../app/outline.ts";
import { type AppState, presentProcess, useApp } from "../../app/store.ts";
import { NO_DEPARTMENT } from "../../model/geometry.ts";
import { OutlineTree } from "./OutlineTree.tsx";
import styles from "./outline.module.css";

const selectedNodes = ({ selection }: AppState) => selection.nodes;

const NONE: ReadonlySet<string> = new Set();

/** The process as a list: its departments, and in each the nodes in the order of the flow; with a field to find one. */
export function Outline() {
  const process = useApp(presentProcess);
  const [wanted, setWanted] = useState("");
  const [closed, setClosed] = useState(NONE);
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => outlineRows(process, closed, wanted), [process, closed, wanted]);
  const selected = useApp(selectedNodes);
  useEffect(() => {
    const [node] = selected;
    // What is selected on the drawing is not to be hidden here.
    const department =
      presentProcess(useApp.getState()).nodes.find(({ id }) => id === node)?.department ?? NO_DEPARTMENT;
    if (node !== undefined) setClosed((before) => (before.has(department) ? without(before, department) : before));
  }, [selected]);
  const empty = process.nodes.length === 0 && process.departments.length === 0;
  return (
    <section className={styles.outline} aria-label="Outline">
      <TextInput
        className={styles.find ?? ""}
        size="xs"
        aria-label="Find in the outline"
        placeholder="Find"
        disabled={empty}
        leftSection={<IconSearch size={14} stroke={1.7} aria-hidden />}
        rightSection={
          wanted !== "" && <CloseButton size="sm" aria-label="Show everything" onClick={() => setWanted("")} />
        }
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setWanted("");
          else if (event.key === "ArrowDown" || event.key === "Enter") tree.current?.focus();
          else return;
          event.preventDefault();
        }}
      />
      {rows.length > 0 && (
        <OutlineTree
          box={tree}
          rows={rows}
          onOpen={(department, open) =>
            setClosed((before) => (open ? without(before, department) : new Set([...before, department])))
          }
        />
      )}
      {rows.length === 0 && (
        <p className={styles.empty}>
          {empty
            ? "Nothing is drawn yet. What you draw is listed here by department, in the order of the flow."
            : `Nothing here has “${wanted.trim()}” in its name.`}
        </p>
      )}
    </section>
  );
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((each) => each !== id));
}
