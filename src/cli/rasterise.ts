import { createRequire } from "node:module";
import { isWritable } from "../io/pdf/letters.ts";
import { UsageError } from "./command.ts";

/** What browsers make at the most, in pixels a side; the same here, so that both make the same pictures. */
const LONGEST = 16_000;

const find = createRequire(import.meta.url).resolve;

/** Arimo is as wide as Arial, letter by letter; DejaVu has the letters and signs that Arimo lacks. */
const FONTS = [
  "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf",
  "@expo-google-fonts/arimo/600SemiBold/Arimo_600SemiBold.ttf",
  "@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
];

/** What these fonts can write: what a PDF can, and Hebrew and Arabic. */
const SHOWN = /[\u0590-\u05ff\u0600-\u06ff\u200b-\u200f\u202a-\u202e]/u;

/** A sentence about the letters of an SVG that no font here has, and which become boxes; undefined if there are none. */
export function boxesIn(svg: string): string | undefined {
  const words = [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text = ""]) => text).join("");
  const lacking = [...new Set(words)].filter((letter) => !isWritable(letter) && !SHOWN.test(letter));
  if (lacking.length === 0) return undefined;
  const some = `${lacking.slice(0, 8).join(" ")}${lacking.length > 8 ? " …" : ""}`;
  return `Some letters have no font here and become boxes: ${some}. SVG keeps them, and so does a PNG that the page writes.`;
}

/**
 * Draws an SVG as pixels, with fonts that come along: the same bytes on every machine of a kind.
 *
 * @param scale - How many pixels a pixel of the drawing becomes.
 * @returns The bytes of a PNG file.
 * @throws UsageError if the picture would be larger than programs can show.
 */
export async function rasterise(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const [, width = "0", height = "0"] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const longest = Math.max(Number(width), Number(height)) * scale;
  if (longest > LONGEST)
    throw new UsageError(
      `The picture would be ${Math.round(longest)} pixels long, and few programs show more than ${LONGEST}: take a smaller --scale, or svg or pdf.`,
    );
  const { Resvg } = await import("@resvg/resvg-js");
  const drawn = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontFiles: FONTS.map((font) => find(font)),
      loadSystemFonts: false,
      defaultFontFamily: "Arimo",
      sansSerifFamily: "Arimo",
    },
  });
  return new Uint8Array(drawn.render().asPng());
}
