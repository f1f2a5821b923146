import { isId } from "../basics.ts";
import { LISTS, type ListName } from "../process.ts";
import { quoted } from "../read/expected.ts";
import { type Check, error, type Place, warning } from "./check.ts";

/** What one entry of each list is called in a sentence. */
export const ENTRY: Readonly<Record<ListName, string>> = {
  departments: "department",
  teams: "team",
  systems: "system",
  data: "data item",
  fields: "field",
  calendars: "calendar",
  stages: "stage",
  nodes: "node",
  flows: "flow",
  targets: "target",
  notes: "note",
  scenarios: "scenario",
};

/** Ids that stand twice, names that do, and names that are empty. */
export const checkNames: Check = function* ({ process }) {
  const ids = new Map<string, string>();
  if (process.name.trim() === "")
    yield warning("empty-name", { path: ["name"] }, "The process has no name.", "Give it one.");
  for (const list of LISTS) {
    const names = new Map<string, number>();
    for (const [i, entry] of process[list].entries()) {
      const at: Place = {
        path: [list, i],
        ...(list === "nodes" ? { node: entry.id } : list === "flows" ? { flow: entry.id } : {}),
      };
      const before = ids.get(entry.id);
      if (before !== undefined) {
        const message = `The id ${quoted(entry.id)} stands twice: here and at ${before}.`;
        yield error("duplicate-id", { ...at, path: [list, i, "id"] }, message, "Give one of them another id.");
      } else if (!isId(entry.id)) {
        yield error(
          "id",
          { ...at, path: [list, i, "id"] },
          `${quoted(entry.id)} cannot be an id.`,
          "Give it another id, of 1 to 64 characters.",
        );
      } else ids.set(entry.id, `${list}[${i}]`);

      if (!("name" in entry)) continue;
      // Gateways are seldom named, and nobody misses it.
      if (list === "nodes" && "kind" in entry && (entry.kind === "fork" || entry.kind === "join")) continue;
      const name = entry.name.trim();
      if (name === "") {
        yield warning(
          "empty-name",
          { ...at, path: [list, i, "name"] },
          `The ${ENTRY[list]} ${quoted(entry.id)} has no name.`,
          "Give it one.",
        );
      } else if (names.has(name.toLowerCase())) {
        const message = `Two ${ENTRY[list]}s are called ${quoted(name)}.`.replace("data items", "items of data");
        yield warning(
          "duplicate-name",
          { ...at, path: [list, i, "name"] },
          message,
          "Give one of them another name, so that results can be told apart.",
        );
      } else names.set(name.toLowerCase(), i);
    }
  }
};
