import { loadLayout } from "../app/arrange.ts";
import { loadReport } from "../app/commands.ts";
import { loadExamples } from "../app/examples.ts";
import { loadFormats, loadPdf, loadReplay } from "../app/formats.ts";
import { loadLink } from "../app/link.ts";
import { loadPlacing } from "../app/placing.ts";
import { loadSimulator } from "../app/run.ts";
import { loadWalker } from "../app/walk.ts";
import { loadStage } from "./load-stage.ts";

/** Parts of the page that the first picture does not wait for. */
export const loadCommandPalette = () => import("./CommandPalette.tsx");
export const loadNodePicker = () => import("./NodePicker.tsx");
export const loadExportDialog = () => import("./export/ExportDialog.tsx");
export const loadTour = () => import("./tour/TourCard.tsx");
export const loadGallery = () => import("./gallery/Gallery.tsx");
export const loadOutline = () => import("./outline/Outline.tsx");
export const loadVersions = () => import("./Versions.tsx");
export const loadProcessTable = () => import("./table/ProcessTable.tsx");
export const loadResultsPanel = () => import("./results/ResultsPanel.tsx");
export const loadRunSettings = () => import("./results/RunSettingsForm.tsx");

/** One a line, in no order. */
const ALL: readonly (() => Promise<unknown>)[] = [
  loadResultsPanel,
  loadStage,
  loadWalker,
  loadReport,
  loadRunSettings,
  loadCommandPalette,
  loadNodePicker,
  loadGallery,
  loadTour,
  loadProcessTable,
  loadOutline,
  loadVersions,
  loadSimulator,
  loadLayout,
  loadPlacing,
  loadExamples,
  loadFormats,
  loadPdf,
  loadReplay,
  loadLink,
  loadExportDialog,
];

/**
 * Brings all that was not needed for the first picture, as soon as the page has nothing better to do: loading ends with
 * this, and from then on the page asks nobody for anything. The end is a mark on the browser's timeline,
 * `throughline:loaded`.
 */
export function bringTheRest(): void {
  const bring = async () => {
    await Promise.all(ALL.map((load) => load()));
    performance.mark("throughline:loaded");
  };
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) window.requestIdleCallback(() => void bring(), { timeout: 1000 });
  else setTimeout(() => void bring(), 200);
}
