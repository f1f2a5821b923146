import { handOver } from "../analyse/hand-over.ts";
import { heatOf } from "../analyse/heat.ts";
import { writeReport } from "../io/report/html.ts";
import { drawingOf } from "./drawing.ts";
import { fileName } from "./files.ts";
import { saveText } from "./hand-out.ts";
import { meansTheSame } from "./run.ts";
import { useApp } from "./store.ts";

/** Saves a report on the last run, with the comparison of scenarios if there is one, as one HTML file. */
export async function saveReport(): Promise<void> {
  const { run, comparing } = useApp.getState();
  if (run.kind !== "finished") return;
  const { results } = run;
  // A comparison with another process than the one that was run would not go with the figures.
  const goesWith = comparing.kind === "finished" && meansTheSame(comparing.of, run.of);
  const comparison = goesWith ? comparing.comparison : undefined;
  // Scenarios that were made since the run are told of as well, if they were compared.
  const process = goesWith ? { ...run.of, scenarios: comparing.of.scenarios } : run.of;
  const text = writeReport({
    process,
    drawing: drawingOf(process),
    heat: heatOf(process, results),
    handOver: handOver(process, results, comparison),
  });
  await saveText(text, `${fileName(process)}-report.html`, "text/html");
}
