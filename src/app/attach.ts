import { type Attachment, attached } from "../model/edit/attach.ts";
import { newEntry } from "../model/edit/entries.ts";
import { add } from "../model/edit.ts";
import type { Process, Step } from "../model/process.ts";
import { nameOf, titleOf } from "../model/words.ts";
import { edit } from "./document.ts";
import { say } from "./notice.ts";
import { onlyNode, select } from "./selection.ts";
import { type AppState, presentProcess, useApp } from "./store.ts";

/** What can be attached to steps. */
export type Attachable = "data" | "system";

/** How each kind can be attached. */
const WAYS: Readonly<Record<Attachable, readonly Attachment[]>> = { data: ["inputs", "outputs"], system: ["systems"] };

const LISTS = { data: "data", system: "systems" } as const satisfies Readonly<Record<Attachable, string>>;

/** What each way means for the step. */
export const ATTACHMENT_WORDS: Readonly<Record<Attachment, string>> = {
  inputs: "The step takes it in",
  outputs: "The step gives it out",
  systems: "The step uses it",
};

/** What to do with something that was dropped beside all steps, or asked for without one. */
export const ATTACH_FIRST: Readonly<Record<Attachable, string>> = {
  data: "Drop it on a step that takes it in or gives it out, or select the step first",
  system: "Drop it on a step that uses it, or select the step first",
};

/** The one selected step, if one is. */
export function stepInHand(state: AppState): Step | undefined {
  return stepOf(presentProcess(state), onlyNode(state.selection));
}

function stepOf(process: Process, id: string | undefined): Step | undefined {
  return process.nodes.find((node): node is Step => node.kind === "step" && node.id === id);
}

/** Attaches something that is there to a step, and shows it beside the step. */
export function attach(step: string, as: Attachment, of: string): void {
  edit((process) => attached(process, step, as, of));
  shown(step, as);
}

/** Attaches something new to a step, as one undo step, and shows it beside the step. */
export function attachNew(step: string, as: Attachment, name: string): void {
  edit((process) => {
    const list = as === "systems" ? "systems" : "data";
    const entry = newEntry(process, list, name);
    return attached(add(process, list, entry), step, as, entry.id);
  });
  shown(step, as);
}

function shown(step: string, as: Attachment): void {
  select([step]);
  showThings(as === "systems" ? "system" : "data", true);
}

/** Draws data, or systems, beside the steps through every lens, or only through the one that is about them. */
export function showThings(kind: Attachable, on: boolean): void {
  useApp.setState(({ things }) => ({ things: { ...things, [LISTS[kind]]: on } }));
}

/** Something that a step could have attached. */
export interface AttachOffer {
  readonly key: string;
  readonly name: string;
  /** What it would mean for the step. */
  readonly words: string;
  readonly take: () => void;
}

/**
 * What the selected step could have attached.
 *
 * @param typed - A name that was typed: if nothing has it, something new of that name is offered too.
 */
export function attachOffers(state: AppState, kind: Attachable, typed: string): readonly AttachOffer[] {
  const step = stepInHand(state);
  if (!step) return [];
  const entries = presentProcess(state)[LISTS[kind]];
  const name = typed.trim();
  const known = entries.flatMap(({ id, name: called }) =>
    WAYS[kind].flatMap((as): AttachOffer[] =>
      step[as]?.includes(id)
        ? []
        : [{ key: `${as} ${id}`, name: called, words: ATTACHMENT_WORDS[as], take: () => attach(step.id, as, id) }],
    ),
  );
  if (name === "" || entries.some((entry) => entry.name.toLowerCase() === name.toLowerCase())) return known;
  const fresh = WAYS[kind].map(
    (as): AttachOffer => ({
      key: `new ${as}`,
      name: `New: “${name}”`,
      words: ATTACHMENT_WORDS[as],
      take: () => attachNew(step.id, as, name),
    }),
  );
  return [...known, ...fresh];
}

/** Asks what is to be attached to a step; without one, says what to do instead. */
export function askToAttach(kind: Attachable, node: string | undefined): void {
  const step = stepOf(presentProcess(useApp.getState()), node);
  if (!step) {
    say({ tone: "plain", title: ATTACH_FIRST[kind] });
    return;
  }
  select([step.id]);
  useApp.setState({ dialog: { kind: "pick", to: kind } });
}

/**
 * Attaches a data item or a system that was dropped on a node; of data, asks first whether the step takes it in or
 * gives it out.
 *
 * @param at - Where it was dropped, on the page.
 */
export function dropThing(
  { kind, of }: { readonly kind: Attachable; readonly of: string },
  node: string | undefined,
  at: { readonly x: number; readonly y: number },
): void {
  const process = presentProcess(useApp.getState());
  const step = stepOf(process, node);
  if (!step) say({ tone: "plain", title: ATTACH_FIRST[kind] });
  else if (kind === "system" && step.systems?.includes(of))
    say({ tone: "plain", title: `${titleOf(step)} uses ${nameOf(process, of)} already` });
  else if (kind === "system") attach(step.id, "systems", of);
  else useApp.setState({ menu: { of: { attach: of, to: step.id }, ...at, at } });
}
