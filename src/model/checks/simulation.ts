import { isDateTime } from "../calendar.ts";
import { type Duration, MINUTES } from "../distribution.ts";
import { exact } from "../format.ts";
import { reachableFrom } from "../graph.ts";
import { quoted } from "../read/expected.ts";
import { type Check, error, isCount, type Place, titled, warning, within } from "./check.ts";

/** The most records that a run may stop after. */
export const MOST_RECORDS = 1_000_000_000;
/** The most replications of a run. */
export const MOST_REPLICATIONS = 10_000;

/** Settings of a run that no run can have, and targets that nothing can reach. */
export const checkSimulation: Check = function* ({ process, graph }) {
  const at: Place = { path: ["simulation"] };
  const { start, stop, warmUp, replications, seed } = process.simulation ?? {};
  if (start !== undefined && !isDateTime(start)) {
    yield error(
      "date",
      within(at, "start"),
      `The simulation starts at ${quoted(start)}, which is no date and time.`,
      "Write it as in 2026-01-05T09:00.",
    );
  }
  if (stop && "records" in stop && !(isCount(stop.records) && stop.records <= MOST_RECORDS)) {
    yield error(
      "out-of-range",
      within(at, "stop", "records"),
      `The simulation stops after ${exact(stop.records)} records.`,
      `Write a whole number from 1 to ${exact(MOST_RECORDS)}.`,
    );
  }
  if (stop && "after" in stop && !(minutes(stop.after) > 0)) {
    yield error(
      "out-of-range",
      within(at, "stop", "after"),
      `The simulation stops after ${exact(stop.after.value)} ${stop.after.unit}.`,
      "Write a time above 0.",
    );
  }
  if (typeof warmUp === "object") {
    const time = `${exact(warmUp.value)} ${warmUp.unit}`;
    if (!(warmUp.value >= 0))
      yield error("out-of-range", within(at, "warmUp"), `The warm-up lasts ${time}.`, "Write 0 or a time above.");
    else if (stop && "after" in stop && minutes(warmUp) >= minutes(stop.after)) {
      yield error(
        "out-of-range",
        within(at, "warmUp"),
        `The warm-up lasts ${time}, as long as the whole run.`,
        "Write a shorter time, or let the simulation run longer.",
      );
    }
  }
  if (replications !== undefined && !(isCount(replications) && replications <= MOST_REPLICATIONS)) {
    yield error(
      "out-of-range",
      within(at, "replications"),
      `The simulation has ${exact(replications)} replications.`,
      `Write a whole number from 1 to ${exact(MOST_REPLICATIONS)}.`,
    );
  }
  if (seed !== undefined && !Number.isSafeInteger(seed)) {
    yield error("out-of-range", within(at, "seed"), `The seed is ${exact(seed)}.`, "Write a whole number.");
  }
  for (const [i, target] of process.targets.entries()) {
    const here: Place = { path: ["targets", i] };
    if (!(minutes(target.within) > 0)) {
      yield error(
        "out-of-range",
        within(here, "within"),
        `The target ${quoted(target.name)} is ${exact(target.within.value)} ${target.within.unit}.`,
        "Write a time above 0.",
      );
    }
    const [from, to] = [graph.nodes.get(target.from), graph.nodes.get(target.to)];
    if (!from || !to || reachableFrom(graph, [from.id]).has(to.id)) continue;
    const message = `The target ${quoted(target.name)} is never measured: no way leads from ${titled(from)} to ${titled(to)}.`;
    yield warning("target-out-of-reach", within(here, "to"), message, "Name a later node, or connect the two.");
  }
};

function minutes({ value, unit }: Duration): number {
  return value * MINUTES[unit];
}
