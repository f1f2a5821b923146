import { json } from "../io/json.ts";
import { differenceWords } from "../model/difference.ts";
import type { Process } from "../model/process.ts";
import { edit } from "./document.ts";
import { type Kept, shelf } from "./shelf.ts";
import { presentProcess, useApp } from "./store.ts";

/** How far apart two versions are at least, in milliseconds. */
export const APART = 2 * 60_000;

/** How many versions of a document are kept; the oldest go first. */
export const RING = 40;

/** The whole time of a document, for ranges in the database. */
const ALWAYS = [0, Number.MAX_SAFE_INTEGER] as const;

/**
 * Keeps a document as it was, before it is written over: every few minutes of work one version, and the last ones only.
 *
 * @param before - The document as it is in the database now.
 */
export async function keepVersion({ id, text, savedAt }: Kept): Promise<void> {
  const [last, count] = [await allOf(id).last(), await allOf(id).count()];
  // The first is how the document was opened: work on it may well begin at once.
  const soon = last !== undefined && count > 1 && savedAt - last.at < APART;
  if (soon || last?.text === text) return;
  await shelf.versions.add({ id, text, at: savedAt });
  const keys = await allOf(id).primaryKeys();
  if (keys.length > RING) await shelf.versions.bulkDelete(keys.slice(0, keys.length - RING));
}

/** All versions of a document, the oldest first; made anew for each question, because asking for the last turns it round. */
function allOf(id: string) {
  return shelf.versions.where("[id+at]").between([id, ALWAYS[0]], [id, ALWAYS[1]]);
}

/** Takes all versions of a document away. */
export async function forgetVersions(id: string): Promise<void> {
  await allOf(id).delete();
}

/** A document as it was at some time, to go back to. */
export interface Version {
  readonly n: number;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly process: Process;
  /** What had changed since the version before it; empty for the first. */
  readonly changed: string;
}

/** The versions of the document on screen that there are to go back to, the latest first. What cannot be read is left out. */
export async function versions(): Promise<readonly Version[]> {
  const { id } = useApp.getState().place;
  const kept = await allOf(id).toArray();
  const read = kept.flatMap(({ n, at, text }) => {
    const result = json.read(text);
    return result.ok ? [{ n, at, process: result.process }] : [];
  });
  return read
    .map((version, i): Version => {
      const before = read[i - 1];
      return { ...version, changed: before ? differenceWords(before.process, version.process) : "" };
    })
    .toReversed();
}

/** What has changed on screen since a version. */
export function changedSince({ process }: Version): string {
  return differenceWords(process, presentProcess(useApp.getState()));
}

/** Makes the document on screen what it was, as one undo step. */
export function goBackTo({ process }: Version): void {
  edit(() => process);
  useApp.setState({ dialog: undefined, view: { kind: "fit" } });
}
