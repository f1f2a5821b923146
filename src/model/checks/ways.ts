import { enclosing, incoming, outgoing, reachableFrom, upstreamOf } from "../graph.ts";
import type { Link } from "../links.ts";
import { loops } from "../loops.ts";
import type { ProcessNode } from "../process.ts";
import { type Check, type Context, error, nodePlace, titled, warning } from "./check.ts";

/** Whether records find their way: in, everywhere, and out again. */
export const checkWays: Check = function* (context) {
  const { process, graph, live } = context;
  const kinds = new Set(process.nodes.map((node) => node.kind));
  if (!kinds.has("start"))
    yield error("no-start", { path: ["nodes"] }, "The process has no start.", "Add a start, where records arrive.");
  if (!kinds.has("end"))
    yield error("no-end", { path: ["nodes"] }, "The process has no end.", "Add an end, where records are done.");
  if (kinds.has("start")) {
    for (const node of graph.nodes.values()) {
      if (live.nodes.has(node.id)) continue;
      const message = `No record ever comes to ${titled(node)}.`;
      const mend =
        incoming(graph, node.id).length === 0
          ? "Lead a flow to it, or take it away."
          : "Connect what leads to it with a start, or take it away.";
      yield warning("unreachable", nodePlace(context, node.id), message, mend);
    }
  }
  yield* deadEnds(context);
  const rounds = loops(context.live, isTaken);
  yield* endless(context, rounds);
  yield* rulesForEver(context, rounds);
};

/** Whether records that have done what a node is for get no further. */
function isDeadEnd(context: Context, node: ProcessNode): boolean {
  if (node.kind === "end") return false;
  return !outgoing(context.live, node.id).some((link) => (link.flow.on ?? "done") === "done");
}

function* deadEnds(context: Context) {
  for (const node of context.live.nodes.values()) {
    if (!isDeadEnd(context, node)) continue;
    const message = `Records come to ${titled(node)} and get no further.`;
    yield error("dead-end", nodePlace(context, node.id), message, "Lead a flow from it to another node, or to an end.");
  }
}

/** Whether a flow is taken now and then: not if its share is 0, or if nobody gives up or is turned away there. */
function isTaken({ flow, from }: Link): boolean {
  if (flow.on === "gives-up" && from.kind === "step") return from.patience !== undefined;
  if (flow.on === "full" && from.kind === "step") return from.queue?.limit !== undefined;
  return flow.share === undefined || flow.share > 0;
}

/** Whether records may leave the process here because they give up or are turned away. */
function letsGo(context: Context, node: ProcessNode): boolean {
  if (node.kind !== "step" || enclosing(context.live, node.id)) return false;
  const exits = outgoing(context.live, node.id).map((link) => link.flow.on);
  return (
    (node.patience !== undefined && !exits.includes("gives-up")) ||
    (node.queue?.limit !== undefined && !exits.includes("full"))
  );
}

type Loops = ReturnType<typeof loops>;

function* endless(context: Context, rounds: Loops) {
  const { live } = context;
  const outs = [...live.nodes.values()].filter(
    (node) => node.kind === "end" || isDeadEnd(context, node) || letsGo(context, node),
  );
  const finishing = upstreamOf(
    live,
    outs.map((node) => node.id),
    isTaken,
  );
  for (const loop of rounds) {
    const [first] = loop;
    if (first === undefined || loop.some((id) => finishing.has(id))) continue;
    // A loop that only leads to another one is not the cause.
    if (reachableFrom(live, [first], isTaken).size > loop.length) continue;
    const message = `Records that come to ${titled(live.nodes.get(first)!)} go round ${inWords(context, loop)} for ever: there is no way out.`;
    const shut = loop.some((id) => outgoing(live, id).some((link) => !isTaken(link)));
    const mend = shut ? "Give the way out a share above 0." : "Add a decision with a way out.";
    yield error("endless-loop", nodePlace(context, first), message, mend);
  }
}

/** Loops that only a rule can end: a rule gives the same answer every time, because nothing changes a record's fields. */
function* rulesForEver(context: Context, rounds: Loops) {
  const { live } = context;
  for (const loop of rounds) {
    const inside = new Set(loop);
    const links = loop.flatMap((id) => outgoing(live, id)).filter(isTaken);
    const byRule = (link: Link) => link.from.kind === "decision" && link.flow.share === undefined;
    const exits = links.filter((link) => !inside.has(link.to.id));
    const byChance = links.some((link) => link.from.kind === "decision" && !byRule(link));
    if (
      byChance ||
      exits.length === 0 ||
      !exits.every(byRule) ||
      loop.some((id) => letsGo(context, live.nodes.get(id)!))
    )
      continue;
    const [{ from }] = exits as [Link];
    const message = `A record that goes round ${inWords(context, loop)} once goes round for ever: the rules of ${titled(from)} give the same answer every time.`;
    yield warning(
      "rule-loop",
      nodePlace(context, from.id),
      message,
      "Decide by shares whether the work is done again.",
    );
  }
}

/** A loop by the names of its nodes, the first few. */
export function inWords({ live }: Context, loop: readonly string[]): string {
  const names = loop.slice(0, 3).map((id) => titled(live.nodes.get(id)!));
  return loop.length > 3 ? `${names.join(", ")} and ${loop.length - 3} more` : names.join(" and ");
}
