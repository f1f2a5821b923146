import { placed } from "../model/edit/nodes.ts";
import type { Process } from "../model/process.ts";
import { edit } from "./document.ts";
import { say } from "./notice.ts";
import { useApp } from "./store.ts";

/** Brings what lays processes out, which the first picture does not wait for. */
export const loadLayout = () => import("../workers/run-layout.ts");

/** Lays the whole process out anew, in a worker, as one undo step. An edit made meanwhile wins: then nothing moves. */
export async function arrange(): Promise<void> {
  const { document, arranging } = useApp.getState();
  if (arranging || document.present.nodes.length === 0) return;
  useApp.setState({ arranging: true });
  try {
    const drawing = await (await loadLayout()).runLayout(document.present, new AbortController().signal);
    if (useApp.getState().document.present !== document.present) return;
    useApp.setState(({ arranged }) => ({ arranged: arranged + 1 }));
    edit((process) => placed(process, drawing));
    useApp.setState({ view: { kind: "fit" } });
  } catch (error) {
    say({ tone: "bad", title: "The process could not be laid out", text: String(error) });
  } finally {
    useApp.setState({ arranging: false });
  }
}

/** The process, laid out first if any of its nodes has no place yet. */
export async function withPlaces(process: Process): Promise<Process> {
  if (process.nodes.every(({ x, y }) => x !== undefined && y !== undefined)) return process;
  return placed(process, await (await loadLayout()).runLayout(process, new AbortController().signal));
}
