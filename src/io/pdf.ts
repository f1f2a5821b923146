import { list } from "../model/format.ts";
import type { Process } from "../model/process.ts";
import { quoted } from "../model/read/expected.ts";
import type { Codec } from "./codec.ts";
import { drawTree, EMBEDDED_FONTS } from "./pdf/draw.ts";
import { isWestern, isWritable } from "./pdf/letters.ts";
import { treeOf } from "./pdf/tree.ts";
import { writeSvg } from "./svg.ts";

/** The library that writes PDF, which nothing waits for until somebody wants one. */
export const loadPdf = () => import("jspdf");

/** The longest side that a page may have, in points: PDF ends at 14,400. */
const LONGEST = 14_000;

/** The picture as a page: lines and real text, sharp at any size. */
export const pdf = {
  id: "pdf",
  name: "PDF document",
  extension: ".pdf",
  mime: "application/pdf",
  write: async (process, drawing, { look, font } = {}) => {
    const svg = writeSvg(process, drawing, look);
    const tree = treeOf(svg);
    const [width, height] = [Number(tree.attributes.width), Number(tree.attributes.height)];
    const scale = Math.min(1, LONGEST / Math.max(width, height));
    const { jsPDF } = await loadPdf();
    const page = new jsPDF({
      unit: "pt",
      format: [width * scale, height * scale],
      orientation: width > height ? "landscape" : "portrait",
      compress: true,
    });
    // The same process gives the same bytes, so neither the clock nor chance has a part in them.
    page.setCreationDate("D:20000101000000+00'00'");
    page.setFileId("0".repeat(32));
    page.setProperties({ title: process.name, subject: process.description ?? "", creator: "Throughline" });
    if (!isWestern(textsIn(svg))) {
      if (!font) throw new RangeError("these names need a font to embed");
      for (const face of ["regular", "bold"] as const) {
        const name = EMBEDDED_FONTS[face];
        page.addFileToVFS(`${name}.ttf`, base64(await font(face)));
        page.addFont(`${name}.ttf`, name, "normal");
      }
    }
    drawTree(page, tree, scale);
    return new Uint8Array(page.output("arraybuffer"));
  },
  losses: (process) => ["A PDF is a picture: it cannot be opened again. SVG can.", ...unwritable(process)],
  choices: ["lens", "selection", "look", "ground", "heat", "title"],
} as const satisfies Codec;

/** What people will read in the picture, as far as it is text. */
function textsIn(svg: string): string {
  return [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, words = ""]) => words).join("");
}

/** Names in letters that the PDF has no font for, said before it is written. */
function unwritable(process: Process): readonly string[] {
  const lists = [process.nodes, process.departments, process.teams, process.stages, process.systems, process.data];
  const names = [process.name, process.description ?? "", ...lists.flatMap((each) => each.map(({ name }) => name))];
  const labels = process.flows.map(({ label = "" }) => label);
  const fields = process.fields.flatMap((field) => [
    field.name,
    ...(field.type === "choice" ? field.options.map(({ value }) => value) : []),
  ]);
  const notes = process.notes.map(({ text }) => text);
  const wrong = [...new Set([...names, ...labels, ...fields, ...notes].filter((text) => !isWritable(text)))];
  if (wrong.length === 0) return [];
  const some = wrong.slice(0, 3).map(quoted);
  const words = wrong.length > 3 ? [...some, `${wrong.length - 3} more`] : some;
  return [`Some letters have no font in the PDF and become boxes: those of ${list(words, "and")}. SVG keeps them.`];
}

/** The bytes as jsPDF takes a font. */
function base64(bytes: Uint8Array): string {
  let binary = "";
  // So many at a time that no call has too many arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
