import type { Chart } from "../analyse/charts/chart.ts";
import { chartSvg } from "../io/svg/chart.ts";
import { saveBlob } from "./hand-out.ts";
import { say } from "./notice.ts";

/** Puts a picture of a chart on the clipboard; where the browser does not let us, saves it as a file instead. */
export async function copyChart(chart: Chart, dark: boolean): Promise<void> {
  const picture = await png(chartSvg(chart, { dark }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
  } catch {
    await saveBlob(picture, `${chart.id}.png`);
    say({ tone: "plain", title: "Saved as a file", text: "This browser does not let pages copy pictures." });
  }
}

/** Twice as sharp as the screen, for slides. */
const SHARPNESS = 2;

async function png(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SHARPNESS;
    canvas.height = image.naturalHeight * SHARPNESS;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((give, fail) =>
      canvas.toBlob((blob) => (blob ? give(blob) : fail(new Error("The picture could not be made."))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
