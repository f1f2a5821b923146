import type { ListName, Process } from "../process.ts";
import { quoted } from "../read/expected.ts";
import { nearest } from "../read/spelling.ts";
import { type Check, error, type Place, within } from "./check.ts";
import { ENTRY } from "./names.ts";

/** One mention of an entry of another list. */
interface Reference {
  readonly to: ListName;
  readonly id: string;
  readonly at: Place;
}

/** References to what does not exist. */
export const checkReferences: Check = function* ({ process, index }) {
  for (const { to, id, at } of references(process)) {
    if (index[to].has(id)) continue;
    const near = nearest(id, [...index[to].keys()].slice(0, 1000));
    const mend =
      near === undefined
        ? `Add such a ${ENTRY[to]}, or name one that exists.`
        : `If you meant ${quoted(near)}, write that.`;
    yield error("unknown-reference", at, `There is no ${ENTRY[to]} ${quoted(id)}.`, mend);
  }
};

/** Every mention of an id in a process, but for those in rules and scenarios, which have checks of their own. */
function* references(process: Process): Iterable<Reference> {
  for (const [i, team] of process.teams.entries()) {
    const at: Place = { path: ["teams", i] };
    yield* maybe("departments", team.department, within(at, "department"));
    yield* maybe("calendars", team.calendar, within(at, "calendar"));
  }
  for (const [i, node] of process.nodes.entries()) {
    const at: Place = { path: ["nodes", i], node: node.id };
    yield* maybe("departments", node.department, within(at, "department"));
    yield* maybe("stages", node.stage, within(at, "stage"));
    if (node.kind === "wait") yield* maybe("calendars", node.calendar, within(at, "calendar"));
    if (node.kind === "end") yield* maybe("fields", node.value, within(at, "value"));
    if (node.kind === "start") {
      if (node.arrivals && "every" in node.arrivals) {
        yield* maybe("calendars", node.arrivals.calendar, within(at, "arrivals", "calendar"));
      }
      yield* all("fields", Object.keys(node.set ?? {}), (_, field) => within(at, "set", field));
    }
    if (node.kind !== "step") continue;
    yield* maybe("teams", node.team, within(at, "team"));
    yield* all(
      "teams",
      node.with?.map(({ team }) => team),
      (n) => within(at, "with", n, "team"),
    );
    yield* all("teams", node.cover, (n) => within(at, "cover", n));
    yield* all("systems", node.systems, (n) => within(at, "systems", n));
    yield* all("data", node.inputs, (n) => within(at, "inputs", n));
    yield* all("data", node.outputs, (n) => within(at, "outputs", n));
    const priority = node.queue?.priority;
    if (typeof priority === "string") yield { to: "fields", id: priority, at: within(at, "queue", "priority") };
  }
  for (const [i, flow] of process.flows.entries()) {
    const at: Place = { path: ["flows", i], flow: flow.id };
    yield { to: "nodes", id: flow.from, at: within(at, "from") };
    yield { to: "nodes", id: flow.to, at: within(at, "to") };
  }
  for (const [i, target] of process.targets.entries()) {
    yield { to: "nodes", id: target.from, at: { path: ["targets", i, "from"] } };
    yield { to: "nodes", id: target.to, at: { path: ["targets", i, "to"] } };
  }
}

function* maybe(to: ListName, id: string | undefined, at: Place): Iterable<Reference> {
  if (id !== undefined) yield { to, id, at };
}

function* all(
  to: ListName,
  ids: readonly string[] | undefined,
  at: (i: number, id: string) => Place,
): Iterable<Reference> {
  for (const [i, id] of (ids ?? []).entries()) yield { to, id, at: at(i, id) };
}
