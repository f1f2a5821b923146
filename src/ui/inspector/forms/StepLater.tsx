import { list } from "../../../model/format.ts";
import type { Process, Step } from "../../../model/process.ts";
import { nameOf, spreadWords } from "../../../model/words.ts";

/** Something of a step that can be read here but is changed in the file. */
export interface Later {
  readonly title: string;
  readonly words: string;
}

/** What a step's file says that has no field of its own here yet, in words, so that nothing is hidden. */
export function laterWords(step: Step, process: Process): readonly Later[] {
  const { with: others, cover, batch, breaks, queue } = step;
  const names = (ids: readonly string[], word: "and" | "or") =>
    list(
      ids.map((id) => nameOf(process, id)),
      word,
    );
  const texts: Readonly<Record<string, string | undefined>> = {
    "needed too":
      others &&
      `${list(
        others.map(({ team, people = 1 }) => `${people} of ${nameOf(process, team)}`),
        "and",
      )}, at the same time.`,
    cover: cover && `${names(cover, "or")} do it when the team has nobody free.`,
    batch:
      batch &&
      `Done for ${batch.size} records at a time${batch.wait ? `, or for fewer after a while (${spreadWords(batch.wait) ?? "which makes no sense"})` : ""}.`,
    breaks:
      breaks &&
      (breaks === "pause"
        ? "Work stops at the end of a shift and goes on at the next."
        : "Work that has begun is finished after the end of the shift."),
    "urgent work": queue?.preempt ? "A record that goes first interrupts the work on one that does not." : undefined,
  };
  return Object.entries(texts).flatMap(([title, words]) => (words === undefined ? [] : [{ title, words }]));
}

/** What a step has in the file beyond the fields here, a paragraph each. */
export function StepLater({ words }: { readonly words: readonly Later[] }) {
  return words.map(({ title, words: text }) => (
    <p key={title} className="inspector-words">
      {text}
    </p>
  ));
}
