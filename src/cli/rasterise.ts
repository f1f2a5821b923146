import { createRequire } from "node:module";
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
