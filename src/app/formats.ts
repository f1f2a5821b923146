import regularFont from "dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url";
import boldFont from "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?url";
import type { FontFace } from "../io/codec.ts";

/** Brings the formats, which the first picture does not wait for. */
export const loadFormats = () => import("../io/formats.ts");

/** Brings what PDF needs. */
export const loadPdf = async () => {
  const [{ loadPdf: load }] = await Promise.all([import("../io/pdf.ts"), pdfFont("regular"), pdfFont("bold")]);
  await load();
};

/** Brings what runs a process once more for a log of its events. */
export const loadReplay = () => import("../workers/run-replay.ts");

const ADDRESSES: Readonly<Record<FontFace, string>> = { regular: regularFont, bold: boldFont };

const fonts: Partial<Record<FontFace, Promise<Uint8Array>>> = {};

/** The font for letters that the fonts of every PDF reader lack; fetched once, and kept. */
export function pdfFont(face: FontFace): Promise<Uint8Array> {
  const font = fonts[face] ?? brought(face);
  fonts[face] = font;
  // What failed may be tried again.
  font.catch(() => {
    delete fonts[face];
  });
  return font;
}

async function brought(face: FontFace): Promise<Uint8Array> {
  const answer = await fetch(ADDRESSES[face]);
  if (!answer.ok) throw new Error("The font for the PDF could not be brought.");
  return new Uint8Array(await answer.arrayBuffer());
}
