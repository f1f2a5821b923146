import fontAddress from "dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url";

/** Brings the formats, which the first picture does not wait for. */
export const loadFormats = () => import("../io/formats.ts");

/** Brings what PDF needs. */
export const loadPdf = async () => {
  const [{ loadPdf: load }] = await Promise.all([import("../io/pdf.ts"), pdfFont()]);
  await load();
};

/** Brings what runs a process once more for a log of its events. */
export const loadReplay = () => import("../workers/run-replay.ts");

let font: Promise<Uint8Array> | undefined;

/** The font for letters that the fonts of every PDF reader lack; fetched once, and kept. */
export function pdfFont(): Promise<Uint8Array> {
  font ??= fetch(fontAddress).then(async (answer) => {
    if (!answer.ok) throw new Error("The font for the PDF could not be brought.");
    return new Uint8Array(await answer.arrayBuffer());
  });
  // What failed may be tried again.
  font.catch(() => {
    font = undefined;
  });
  return font;
}
