/** Canvases end somewhere between 16,000 and 32,000 pixels a side; this is what every browser makes. */
const LONGEST = 16_000;

/**
 * Draws an SVG as pixels.
 *
 * @param scale - How many pixels a pixel of the drawing becomes; less where that would be more than browsers can.
 * @param onSmaller - Told the scale that it became, where it is less.
 * @returns The bytes of a PNG file.
 * @throws Error if the browser cannot draw it.
 */
export async function rasterise(
  svg: string,
  scale: number,
  onSmaller: (scale: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const fit = Math.min(scale, LONGEST / Math.max(image.width, image.height));
    if (fit < scale) onSmaller(fit);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * fit);
    canvas.height = Math.round(image.height * fit);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser gives no canvas to draw on.");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error("This browser could not make a picture of that size.");
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
