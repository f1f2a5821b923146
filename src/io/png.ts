import type { Codec } from "./codec.ts";
import { writeSvg } from "./svg.ts";

/** The picture as pixels, for slides and chats. */
export const png = {
  id: "png",
  name: "PNG picture",
  extension: ".png",
  mime: "image/png",
  write: async (process, drawing, { look, scale = 2, rasterise } = {}) => {
    if (!rasterise) throw new RangeError("a PNG needs somebody who makes pixels of an SVG");
    return rasterise(writeSvg(process, drawing, look), scale);
  },
  losses: () => ["A PNG is pixels: it cannot be opened again. SVG can."],
  choices: ["lens", "selection", "look", "ground", "heat", "title", "scale"],
} as const satisfies Codec;
