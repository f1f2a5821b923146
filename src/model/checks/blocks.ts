import type { Mismatch } from "../blocks.ts";
import { blocksOf, enclosing, outgoing } from "../graph.ts";
import { type Check, type Context, error, flowPlace, nodePlace, type Place, titled, warning, within } from "./check.ts";

/** Forks and joins that do not belong together, and records that would leave in halves. */
export const checkBlocks: Check = function* (context) {
  const { live } = context;
  const { mismatches, byFork } = blocksOf(live);
  for (const mismatch of mismatches) {
    const { message, mend } = WORDS[mismatch.reason](name(context, mismatch.node), name(context, mismatch.at));
    yield error(CODES[mismatch.reason], placeOf(context, mismatch), message, mend);
  }
  for (const { fork, branches } of byFork.values()) {
    if (branches.length > 1) continue;
    const message = `Only one flow leaves the fork ${name(context, fork)}, so nothing happens side by side.`;
    yield warning(
      "one-way-fork",
      nodePlace(context, fork),
      message,
      "Add another way, or take the fork and its join away.",
    );
  }
  for (const node of live.nodes.values()) {
    if (node.kind !== "step" || !enclosing(live, node.id)) continue;
    const exits = outgoing(live, node.id).map((link) => link.flow.on);
    const why = "it is between a fork and its join, and half a record cannot leave";
    if (node.patience !== undefined && !exits.includes("gives-up")) {
      const message = `Records can give up at ${titled(node)}, but nothing says where they go; ${why}.`;
      const mend = "Lead a flow for “gives up” to the join or a node before it, or take the patience away.";
      yield error("half-leaves", within(nodePlace(context, node.id), "patience"), message, mend);
    }
    if (node.queue?.limit !== undefined && !exits.includes("full")) {
      const message = `${titled(node)} can be full, but nothing says where records go then; ${why}.`;
      const mend = "Lead a flow for “full” to the join or a node before it, or take the limit away.";
      yield error("half-leaves", within(nodePlace(context, node.id), "queue", "limit"), message, mend);
    }
  }
};

const CODES: Readonly<Record<Mismatch["reason"], string>> = {
  "no-join": "fork-without-join",
  "several-joins": "fork-with-several-joins",
  leaves: "leaves-block",
  meet: "branches-meet",
  enters: "enters-block",
  "no-fork": "join-without-fork",
};

const WORDS: Readonly<Record<Mismatch["reason"], (node: string, at: string) => { message: string; mend: string }>> = {
  "no-join": (fork) => ({
    message: `What ${fork} sends side by side never comes together again.`,
    mend: "Lead all of its ways to one join.",
  }),
  "several-joins": (fork, join) => ({
    message: `The ways out of ${fork} come to different joins, ${join} among them.`,
    mend: "Lead all of them to one join; a block inside another needs a fork and a join of its own.",
  }),
  leaves: (fork, at) => ({
    message: `A way out of ${fork} comes to ${at} before it has met the others at a join.`,
    mend: "Lead it to the join of the other ways.",
  }),
  meet: (fork, at) => ({
    message: `Two ways out of ${fork} come together at ${at}, which is no join.`,
    mend: `Lead them to a join first, and from there to ${at}.`,
  }),
  enters: (fork, at) => ({
    message: `A flow comes to ${at}, between ${fork} and its join, from outside.`,
    mend: `Lead the flow to ${fork}, or to a node after the join.`,
  }),
  "no-fork": (join) => ({
    message: `${join} waits for branches, but no fork has begun any.`,
    mend: "Put a fork where the branches begin, or take the join away.",
  }),
};

function name({ live }: Context, id: string | undefined): string {
  const node = id === undefined ? undefined : live.nodes.get(id);
  return node ? titled(node) : "";
}

/** The flow by which it goes wrong if there is one; a click on the problem selects the fork or join as well. */
function placeOf(context: Context, { node, flow }: Mismatch): Place {
  return flow === undefined ? nodePlace(context, node) : { ...flowPlace(context, flow), node };
}
