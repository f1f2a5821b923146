import { compile } from "../../src/compile/compile.ts";
import type { Process } from "../../src/model/process.ts";
import { tellingLog, type Visit } from "../../src/simulate/record-log.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import type { Stop } from "../../src/simulate/stop.ts";

const HEAD = ["time", "record", "node", "what"] as const;

/**
 * What a run does, one line for each visit that is over, in the order in which the engine finished them, so that ties
 * show as well; at last who is still inside.
 */
export function traceOf(process: Process, stop: Stop): string {
  const log: Visit[] = [];
  const program = compile(process);
  simulate(program, 1, 0, stop, () => {}, { log: tellingLog(program, log) });
  const pauses = new Set(process.nodes.filter(({ kind }) => kind === "wait").map(({ id }) => id));
  const rows = [
    HEAD,
    ...log.map((visit) => [
      visit.left === Number.POSITIVE_INFINITY ? "" : minutes(visit.left),
      `${visit.record}`,
      visit.node,
      what(visit, pauses),
    ]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

function what({ node, reached, began, by }: Visit, pauses: ReadonlySet<string>): string {
  if (by === "arrived") return "arrives";
  if (by === "end") return "ends";
  if (by === "full") return "finds it full";
  if (by === "gives-up") return `gives up, waited from ${minutes(reached)}`;
  if (by === "coming") return `is to come at ${minutes(reached)}`;
  if (by === "inside")
    return Number.isNaN(began) ? `is waiting, from ${minutes(reached)}` : `is worked on, from ${minutes(began)}`;
  if (pauses.has(node)) return `goes on, paused from ${minutes(reached)}`;
  const waited = began > reached ? `waited from ${minutes(reached)}, ` : "";
  return `is done, ${waited}worked on from ${minutes(began)}`;
}

/** To a hundred-thousandth of a minute, as people write it. */
const minutes = (time: number) => `${Math.round(time * 1e5) / 1e5}`;
