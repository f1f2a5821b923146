import { fileOpen } from "browser-fs-access";
import type { Possible, WalkEvent, Walker, WalkState } from "../compile/walk.ts";
import { hasErrors } from "../model/problem.ts";
import type { Field, Process } from "../model/process.ts";
import { quantile } from "../model/quantile.ts";
import type { FieldValue } from "../model/rule.ts";
import { validate } from "../model/validate.ts";
import { saveText } from "./hand-out.ts";
import { say } from "./notice.ts";
import { closePlayback } from "./playback.ts";
import { processToRun, useApp } from "./store.ts";

/** A record that is walked through the process by hand. */
export interface Walk {
  /** The process that it walks through, as it was when the walk began. */
  readonly of: Process;
  readonly walker: Walker;
  /** What the record carries when it arrives. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** All events, of which the first `at` have happened; the others were taken back. */
  readonly events: readonly WalkEvent[];
  readonly at: number;
  /** Where the record is. */
  readonly state: WalkState;
}

/** Brings the machine, which nothing else on the page needs. */
export const loadWalker = () => import("../compile/walk.ts");

/** Begins to walk a record through the process on screen by hand. */
export async function openWalk(): Promise<void> {
  const process = processToRun(useApp.getState());
  if (hasErrors(validate(process))) {
    useApp.setState({ side: "problems" });
    say({ tone: "bad", title: "The process cannot run as it is", text: "Its problems are listed at the side." });
    return;
  }
  closePlayback();
  useApp.setState({ resultsOpen: false });
  const { Walker: Made } = await loadWalker();
  const fields = Object.fromEntries(process.fields.map((field) => [field.id, ordinary(field)]));
  show({ of: process, walker: new Made(process), fields, events: [], at: 0 });
}

/** Puts the walk away. */
export function closeWalk(): void {
  useApp.setState({ walk: undefined });
}

/** Lets one of the possible things happen. */
export function walkOn({ event }: Possible): void {
  push(event);
}

/** Changes what the record carries, here and now. */
export function setWalkField(field: string, to: FieldValue): void {
  const { walk } = useApp.getState();
  if (!walk || walk.state.fields[field] === to) return;
  const last = walk.events[walk.at - 1];
  // Typing a number is one change, not one for each digit.
  if (last?.kind === "set" && last.field === field)
    show({ ...walk, events: [...walk.events.slice(0, walk.at - 1), { kind: "set", field, to }] });
  else push({ kind: "set", field, to });
}

/** Goes back or forward to when so many events had happened. */
export function walkTo(at: number): void {
  const { walk } = useApp.getState();
  if (walk) show({ ...walk, at: Math.min(walk.events.length, Math.max(0, at)) });
}

/** Saves the walk as a file that can be played again. */
export async function saveWalk(): Promise<void> {
  const { walk } = useApp.getState();
  if (!walk) return;
  const { of, fields, events, at } = walk;
  const file = { format: "throughline-walk", version: 1, process: of.name, fields, events: events.slice(0, at) };
  await saveText(`${JSON.stringify(file, null, 2)}\n`, "walk.json", "application/json");
}

/** Asks for a saved walk and plays it again through the process on screen, as far as that still lets it. */
export async function openWalkFile(): Promise<void> {
  const { walk } = useApp.getState();
  if (!walk) return;
  let text: string;
  try {
    text = await (await fileOpen({ description: "Saved walks", extensions: [".json"] })).text();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return;
    throw error;
  }
  const saved = readWalk(text);
  if (!saved) {
    say({ tone: "bad", title: "This is no saved walk", text: "Choose a file that “Save” has written here." });
    return;
  }
  const fields = { ...walk.fields, ...saved.fields };
  const far = playable(walk.walker, saved.events, fields);
  show({ ...walk, fields, events: saved.events.slice(0, far), at: far });
  if (far < saved.events.length)
    say({
      tone: "plain",
      title: `Event ${far + 1} of ${saved.events.length} cannot happen any more`,
      text: "The process has changed since the walk was saved. It is played until there.",
    });
}

/** A walk from the text of a file; nothing where it is none. */
export function readWalk(text: string): Pick<Walk, "fields" | "events"> | undefined {
  try {
    const file = JSON.parse(text) as Partial<Record<string, unknown>> | null;
    const { format, version, fields, events } = file ?? {};
    if (format !== "throughline-walk" || version !== 1 || !Array.isArray(events)) return undefined;
    if (typeof fields !== "object" || fields === null || !events.every(isEvent)) return undefined;
    const plain = Object.entries(fields).filter(([, value]) => isValue(value));
    return { fields: Object.fromEntries(plain) as Walk["fields"], events };
  } catch {
    return undefined;
  }
}

const isValue = (value: unknown) => ["number", "string", "boolean"].includes(typeof value);

function isEvent(each: unknown): each is WalkEvent {
  if (typeof each !== "object" || each === null) return false;
  const event = each as Readonly<Record<string, unknown>>;
  if (event.kind === "set") return typeof event.field === "string" && isValue(event.to);
  const chances = event.chances;
  if (typeof chances !== "object" || chances === null) return false;
  if (!Object.values(chances).every((chance) => typeof chance === "number")) return false;
  return (
    (event.kind === "arrive" && typeof event.start === "string") ||
    (event.kind === "go" && typeof event.type === "string")
  );
}

/** How many of the events can happen, one after the other. */
function playable(walker: Walker, events: readonly WalkEvent[], fields: Walk["fields"]): number {
  for (let far = events.length; far > 0; far--) {
    try {
      walker.after(events.slice(0, far), fields);
      return far;
    } catch {
      // One event fewer, then.
    }
  }
  return 0;
}

function push(event: WalkEvent): void {
  const { walk } = useApp.getState();
  if (walk) show({ ...walk, events: [...walk.events.slice(0, walk.at), event], at: walk.at + 1 });
}

function show(walk: Omit<Walk, "state">): void {
  const state = walk.walker.after(walk.events.slice(0, walk.at), walk.fields);
  useApp.setState({ walk: { ...walk, state } });
  const [place] = state.places;
  if (place && walk.of.nodes.some(({ id }) => id === place.id))
    useApp.setState({ view: { kind: "reveal", node: place.id } });
}

/** What a field holds until somebody says otherwise: of numbers, what half of the records stay below. */
export function ordinary(field: Field): FieldValue {
  if (field.type === "boolean") return false;
  if (field.type === "choice") return field.options[0]?.value ?? "";
  const half = field.sample === undefined ? undefined : quantile(field.sample, 0.5);
  // Nobody reads more than three digits of what is only there to begin with.
  return Number((half ?? 0).toPrecision(3));
}
