import { writeSvg } from "../io/svg.ts";
import type { Process } from "../model/process.ts";
import { firstSentence } from "../model/text.ts";
import { withPlaces } from "./arrange.ts";
import { drawingOf } from "./drawing.ts";
import { exampleProcess } from "./examples.ts";
import { show } from "./files.ts";
import { keptDocument } from "./storage.ts";
import { useApp } from "./store.ts";

/** One thing to start from, as the gallery shows it. */
export interface Sample {
  readonly name: string;
  /** What it is about, in a sentence; empty where it says nothing of itself. */
  readonly about: string;
  /** Its drawing, as the address of an image; undefined for what has nothing drawn. */
  readonly picture: string | undefined;
}

/** Shows what there is to start from: examples, recent documents, a table, a file, nothing. */
export function showGallery(): void {
  useApp.setState({ dialog: { kind: "gallery" } });
}

const samples = new Map<string, Promise<Sample>>();

/**
 * An example as the gallery shows it; drawn once, and remembered.
 *
 * @param dark - Whether it is looked at on a dark ground.
 */
export function sampleOfExample(id: string, dark: boolean): Promise<Sample> {
  const key = `${id} ${dark}`;
  const before = samples.get(key);
  if (before) return before;
  const sample = exampleProcess(id).then((process) => sampleOf(process, dark));
  samples.set(key, sample);
  // What failed may be tried again.
  sample.catch(() => samples.delete(key));
  return sample;
}

/** A document kept in the browser as the gallery shows it; undefined if it is gone or cannot be read. */
export async function sampleOfKept(id: string, dark: boolean): Promise<Sample | undefined> {
  const read = await keptDocument(id);
  return read?.ok ? sampleOf(read.process, dark) : undefined;
}

async function sampleOf(process: Process, dark: boolean): Promise<Sample> {
  const about = firstSentence(process.description ?? "");
  if (process.nodes.length === 0) return { name: process.name, about, picture: undefined };
  const placed = await withPlaces(process);
  // In small, only the drawing can be seen: its title and texts stand beside it.
  const { description: _, ...bare } = placed;
  const picture = writeSvg({ ...bare, name: "", notes: [] }, drawingOf(placed), { dark, transparent: true });
  return { name: process.name, about, picture: `data:image/svg+xml,${encodeURIComponent(picture)}` };
}

/** Makes a new document of a table that was copied from a spreadsheet, a wiki or a file; or says what is wrong with it. */
export async function openTable(text: string): Promise<void> {
  const { readTable } = await import("../io/table.ts");
  await show("The pasted table", readTable(text));
}
