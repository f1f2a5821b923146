import { fileOpen, fileSave } from "browser-fs-access";
import type { Decoded } from "../io/codec.ts";
import { json } from "../io/json.ts";
import { emptyProcess, type Process } from "../model/process.ts";
import { withPlaces } from "./arrange.ts";
import { open } from "./document.ts";
import { loadFormats } from "./formats.ts";
import { randomId } from "./id.ts";
import { say, sayRemark } from "./notice.ts";
import { keptDocument } from "./storage.ts";
import { type Place, useApp } from "./store.ts";

const ENDING = ".process.json";

/** Starts a blank process; the one on screen stays among the recent documents. */
export function openBlank(): void {
  open(emptyProcess);
}

/** Asks for a file and opens it. */
export async function openFile(): Promise<void> {
  const readable = (await loadFormats()).FORMATS.filter(({ read }) => read);
  const endings = readable.flatMap(({ extension, also = [] }) => [extension, ...also]);
  // File dialogs know nothing but what stands behind the last point.
  const extensions = [...new Set(endings.map((ending) => `.${ending.split(".").at(-1)}`))];
  const file = await unlessDismissed(fileOpen({ description: "Processes, pictures of them, and tables", extensions }));
  if (file) await readFile(file, file.handle);
}

/**
 * Opens a file that was chosen or dropped on the page. One that cannot be read is explained in a dialog, and what
 * is on screen stays.
 *
 * @param handle - The way to write to the same file again, where the browser gives one.
 */
export async function readFile(file: File, handle?: FileSystemFileHandle): Promise<void> {
  const { formatOf } = await loadFormats();
  const format = formatOf(file.name, "read") ?? json;
  const read = (format.read ?? json.read)(new Uint8Array(await file.arrayBuffer()));
  // What is not a process file is not written back to.
  await show(file.name, read, format.id === "json" && handle ? { handle } : {});
}

/** Opens a document that the browser has kept. */
export async function openKept(id: string): Promise<void> {
  const read = await keptDocument(id);
  if (read) await show("The document kept in this browser", read, { id });
}

/**
 * Shows what was read, laid out if it has no places yet; or says what is wrong with it.
 *
 * @param name - What to call it when it cannot be read.
 * @param readOnly - Whether it may only be looked at.
 */
export async function show(name: string, read: Decoded, place: Partial<Place> = {}, readOnly = false): Promise<void> {
  if (!read.ok) {
    useApp.setState({ dialog: { kind: "unreadable", file: name, problems: read.problems } });
    return;
  }
  open(await placed(read.process), { id: randomId(), ...place }, readOnly);
  const [first, ...others] = read.remarks;
  if (!first) return;
  const more =
    others.length === 0
      ? ""
      : ` There ${others.length === 1 ? "is one more remark" : `are ${others.length} more remarks`} like this.`;
  sayRemark({ ...first, mend: first.mend + more });
}

async function placed(process: Process): Promise<Process> {
  try {
    return await withPlaces(process);
  } catch (error) {
    say({ tone: "bad", title: "The process could not be laid out", text: String(error) });
    return process;
  }
}

/** Saves the process to its file: the one it came from if the browser can write to it, else one that is asked for. */
export async function saveFile(): Promise<void> {
  const { document, place } = useApp.getState();
  const handle = await unlessDismissed(
    fileSave(
      new Blob([json.write(document.present)], { type: "application/json" }),
      { fileName: `${fileName(document.present)}${ENDING}`, extensions: [".json"], description: "Process file" },
      place.handle ?? null,
    ),
  );
  if (handle === undefined) return;
  if (handle) useApp.setState(({ place: now }) => (now.id === place.id ? { place: { ...now, handle } } : {}));
  say({ tone: "good", title: "Saved", text: handle ? handle.name : "The file is among your downloads." });
}

/** A file name from the name of the process, as in "sales-force-automation". */
export function fileName({ name }: Process): string {
  const words = name
    .toLowerCase()
    .normalize("NFKD")
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join("-").slice(0, 80) ?? "process";
}

/** What a file dialog answers; undefined if it was dismissed, which is no error. */
export async function unlessDismissed<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}
