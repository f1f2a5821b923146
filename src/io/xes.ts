import type { Process } from "../model/process.ts";
import type { Codec } from "./codec.ts";
import { LOG_LOSSES, type LoggedVisit } from "./event-log.ts";
import { clockOf, placesOf } from "./log/places.ts";
import { errorsOf } from "./obstacles.ts";
import { element } from "./svg/element.ts";

const EXTENSIONS = [
  ["Concept", "concept", "concept"],
  ["Time", "time", "time"],
  ["Lifecycle", "lifecycle", "lifecycle"],
  ["Organizational", "org", "org"],
  ["Cost", "cost", "cost"],
] as const;

/**
 * Writes visits as an event log in XES (IEEE 1849), a trace for each record: when the record reached a step
 * (`schedule`), when work began (`start`) and when it was done (`complete`), or that it left before (`withdraw`). Where
 * it was still there when the run was over, the last of them is missing.
 *
 * XES wants a zone with each time and the wall clock at work has none: it is written as if that clock were UTC.
 *
 * @returns Where to push the visits, and what gives the text after the last.
 */
export function xesLog(process: Process): { readonly push: (visit: LoggedVisit) => void; readonly end: () => string } {
  const clock = clockOf(process);
  const places = placesOf(process, (text) => text);
  const traces = new Map<number, { readonly at: number; readonly text: string }[]>();
  const push = (visit: LoggedVisit): void => {
    const place = places.get(visit.node);
    if (place === undefined) return;
    const { team, reached, began, left } = visit;
    const common = [
      attribute("string", "concept:name", place.activity),
      team === undefined ? "" : attribute("string", "org:resource", place.teamName(team)),
      attribute("string", "org:group", team === undefined ? place.department : place.departmentOf(team)),
    ].join("");
    const event = (at: number, transition: string, more = "") => ({
      at,
      text: element(
        "event",
        {},
        common,
        attribute("string", "lifecycle:transition", transition),
        attribute("date", "time:timestamp", `${clock(at)}+00:00`),
        more,
      ),
    });
    const cost = attribute("float", "cost:total", String(visit.cost));
    const currency = process.currency === undefined ? "" : attribute("string", "cost:currency", process.currency);
    const over = Number.isNaN(began) ? "withdraw" : "complete";
    const events = [
      event(reached, "schedule"),
      ...(Number.isNaN(began) ? [] : [event(began, "start")]),
      ...(left === Number.POSITIVE_INFINITY ? [] : [event(left, over, cost + currency)]),
    ];
    const trace = traces.get(visit.record);
    if (trace) trace.push(...events);
    else traces.set(visit.record, events);
  };
  const end = () => {
    const byRecord = [...traces].sort(([a], [b]) => a - b);
    const written = byRecord.map(([record, events]) => {
      const inOrder = events.toSorted((a, b) => a.at - b.at).map(({ text }) => text);
      return element("trace", {}, attribute("string", "concept:name", String(record)), ...inOrder);
    });
    return logText(process.name, written);
  };
  return { push, end };
}

function logText(name: string, traces: readonly string[]): string {
  const extensions = EXTENSIONS.map(([title, prefix, file]) =>
    element("extension", { name: title, prefix, uri: `http://www.xes-standard.org/${file}.xesext` }),
  );
  const parts = [
    ...extensions,
    element("classifier", { name: "Activity", keys: "concept:name" }),
    attribute("string", "concept:name", name),
    ...traces,
  ];
  const log = element(
    "log",
    { "xes.version": "1849.2016", xmlns: "http://www.xes-standard.org/" },
    `\n${parts.join("\n")}\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${log}\n`;
}

function attribute(type: "string" | "date" | "float", key: string, value: string): string {
  return value === "" ? "" : element(type, { key, value });
}

/** The last run as process mining tools exchange it. */
export const xes = {
  id: "xes",
  name: "Event log (XES)",
  extension: ".xes",
  mime: "application/xml",
  write: async (process, _drawing, { replay } = {}) => {
    if (!replay) throw new RangeError("a log of events needs somebody who runs the process");
    const log = xesLog(process);
    await replay(log);
    return log.end();
  },
  obstacles: errorsOf,
  losses: () => LOG_LOSSES,
} as const satisfies Codec;
