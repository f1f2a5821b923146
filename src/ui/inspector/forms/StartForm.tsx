import { edit } from "../../../app/document.ts";
import { presentProcess, useApp } from "../../../app/store.ts";
import { type Changes, patch } from "../../../model/edit.ts";
import { fixed } from "../../../model/format.ts";
import type { Arrivals, Process, Start } from "../../../model/process.ts";
import { spreadWords } from "../../../model/words.ts";
import { Section, Sections } from "../Section.tsx";
import { ArrivalFields } from "./ArrivalFields.tsx";
import { SetFields } from "./SetFields.tsx";

/** When records arrive, and what those of this source carry. */
export function StartForm({ node: start }: { readonly node: Start }) {
  const process = useApp(presentProcess);
  const set = (changes: Changes<Start>, gesture?: string) =>
    edit((now) => patch(now, "nodes", start.id, changes), gesture);
  return (
    <Sections of="start" first={["arrivals"]}>
      <Section name="arrivals" title="Arrivals" summary={arrivalWords(start.arrivals)}>
        <ArrivalFields
          id={start.id}
          arrivals={start.arrivals}
          onChange={(arrivals, gesture) => set({ arrivals }, gesture)}
        />
      </Section>
      {(process.fields.length > 0 || start.set !== undefined) && (
        <Section name="set" title="Its records carry" summary={setWords(start, process)}>
          <SetFields id={start.id} value={start.set ?? {}} onChange={(next, gesture) => set({ set: next }, gesture)} />
        </Section>
      )}
    </Sections>
  );
}

function arrivalWords(arrivals: Arrivals | undefined): string {
  if (arrivals === undefined) return "none yet";
  if ("at" in arrivals) return arrivals.at.length === 1 ? "one record" : `${fixed(arrivals.at.length, 0)} records`;
  if ("rates" in arrivals) return "changing over time";
  return arrivals.every.dist === "constant"
    ? `one ${spreadWords(arrivals.every)?.replace("always", "every") ?? "to mend"}`
    : "at random";
}

function setWords({ set = {} }: Start, { fields }: Process): string {
  const count = Object.keys(set).length;
  return count === 0 ? "nothing fixed" : `${count} of ${fields.length} fixed`;
}
