import { fileSave } from "browser-fs-access";
import { seenThrough } from "../analyse/seen.ts";
import type { Codec, Writing, Written } from "../io/codec.ts";
import { png } from "../io/png.ts";
import { writeSvg } from "../io/svg.ts";
import { placed } from "../model/edit/nodes.ts";
import type { LensId } from "../model/lens/view.ts";
import { partOf } from "../model/part.ts";
import type { Process } from "../model/process.ts";
import { associationsOf, drawingOf } from "./drawing.ts";
import { fileName, unlessDismissed } from "./files.ts";
import { loadReplay, pdfFont } from "./formats.ts";
import { say } from "./notice.ts";
import { rasterise } from "./raster.ts";
import { meansTheSame } from "./run.ts";
import { type AppState, presentProcess, useApp } from "./store.ts";

/** What people choose in the export dialog. */
export interface Choices {
  readonly selection: boolean;
  readonly dark: boolean;
  readonly transparent: boolean;
  /** What the picture shows; undefined = what the canvas does. */
  readonly lens: LensId | undefined;
  /** Whether steps are coloured by the last run, whatever the lens. */
  readonly heat: boolean;
  readonly scale: number;
  /** As in “2.1”; empty = not named. */
  readonly revision: string;
  readonly author: string;
  readonly dated: boolean;
}

/** What is chosen to begin with. */
export const FIRST_CHOICES: Choices = {
  selection: false,
  dark: false,
  transparent: false,
  lens: undefined,
  heat: false,
  scale: 2,
  revision: "",
  author: "",
  dated: false,
};

/** Opens the dialog that writes the process in any format. */
export function showExport(): void {
  useApp.setState({ dialog: { kind: "export" } });
}

/** Whether there are results that are of the process on screen. */
export function hasHeat(state: AppState): boolean {
  return state.run.kind === "finished" && meansTheSame(state.run.of, presentProcess(state));
}

/** What a format is to write: the whole process, or the selected part of it. */
export function exported(state: AppState, format: Codec, choices: Choices): Process {
  const process = presentProcess(state);
  const part = choices.selection && format.choices?.includes("selection") && state.selection.nodes.size > 0;
  return part ? partOf(placed(process, drawingOf(process)), state.selection.nodes, state.selection.notes) : process;
}

/**
 * How a format is to write it.
 *
 * @param note - Told, in sentences, what became otherwise than was asked for.
 */
export function writing(
  state: AppState,
  process: Process,
  choices: Choices,
  note: (sentence: string) => void = () => {},
): Writing {
  const { run } = state;
  const holds = run.kind === "finished" && hasHeat(state) ? run : undefined;
  const settings = holds ? holds.settings : state.runSettings;
  const seen = seenThrough(choices.lens ?? state.lens, {
    process,
    whole: presentProcess(state),
    results: holds?.results,
    heat: choices.heat,
    measure: state.heat,
  });
  const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const titleLine = [choices.revision && `Version ${choices.revision}`, choices.dated && today, choices.author];
  return {
    look: {
      dark: choices.dark,
      transparent: choices.transparent,
      ...seen,
      things: associationsOf(process, seen.view.things),
      titleLine: titleLine.filter((part) => typeof part === "string" && part.trim() !== "") as string[],
    },
    scale: choices.scale,
    rasterise: (svg, scale) => rasterise(svg, scale, (became) => note(smallerWords(became))),
    font: pdfFont,
    replay: async (log) => (await loadReplay()).runReplay(process, settings, log.push),
  };
}

/** What is said of a picture that would be larger than browsers draw. */
function smallerWords(scale: number): string {
  const times = scale.toLocaleString("en", { maximumSignificantDigits: 2 });
  return `Browsers draw no picture that large, so it is ${times} times the size of the drawing. SVG and PDF are sharp at any size.`;
}

/** The picture that a format of pictures will write, as the address of an image. */
export function previewOf(state: AppState, format: Codec, choices: Choices): string {
  const process = exported(state, format, choices);
  const { look = {} } = writing(state, process, choices);
  return `data:image/svg+xml,${encodeURIComponent(writeSvg(process, drawingOf(process), look))}`;
}

/** Writes the process in a format, and saves it where people say. */
export async function saveAs(format: Codec, choices: Choices): Promise<void> {
  const notes: string[] = [];
  const written = await writtenAs(format, choices, notes);
  if (written === undefined) return;
  const { extension, mime, name } = format;
  const last = `.${extension.split(".").at(-1)}`;
  const blob = new Blob([written], { type: mime });
  const file = `${fileName(presentProcess(useApp.getState()))}${extension}`;
  const saved = await unlessDismissed(fileSave(blob, { fileName: file, extensions: [last], description: name }));
  if (saved === undefined) return;
  say({
    tone: "good",
    title: "Exported",
    text: [...notes, saved?.name ?? "The file is among your downloads."].join(" "),
  });
}

/** Copies what a format writes: text as text, a picture as a picture. */
export async function copyAs(format: Codec, choices: Choices): Promise<void> {
  const bytes = !format.mime.startsWith("image/png");
  const notes: string[] = [];
  try {
    if (bytes) {
      const written = await writtenAs(format, choices, notes);
      if (typeof written !== "string") return;
      await navigator.clipboard.writeText(written);
    } else {
      const png = writtenAs(format, choices, notes).then((written) => new Blob([written ?? ""], { type: "image/png" }));
      await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    }
    say({ tone: "good", title: "Copied", text: [...notes, format.name].join(" ") });
  } catch (error) {
    say({ tone: "bad", title: "It could not be copied", text: wordsOf(error) });
  }
}

/** Copies the drawing as it looks through the lens in use, on a light ground, for slides and chats. */
export async function copyPicture(): Promise<void> {
  await copyAs(png, FIRST_CHOICES);
}

async function writtenAs(format: Codec, choices: Choices, notes: string[]): Promise<Written | undefined> {
  const state = useApp.getState();
  const process = exported(state, format, choices);
  try {
    return await format.write?.(
      process,
      drawingOf(process),
      writing(state, process, choices, (sentence) => notes.push(sentence)),
    );
  } catch (error) {
    say({ tone: "bad", title: `${format.name} could not be written`, text: wordsOf(error) });
    return undefined;
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
