import { exact, percent } from "../format.ts";
import type { Flow, NodeOf } from "../process.ts";
import { type Check, type Context, capital, error, flowPlace, flowTitle, nodePlace, titled, warning } from "./check.ts";

/** How far shares may be from 1 in sum: what rounding in a file does, and no more. */
const TOLERANCE = 1e-6;

/** Decisions whose flows do not say, all together, which way a record goes. */
export const checkDecisions: Check = function* (context) {
  for (const node of context.graph.nodes.values()) {
    if (node.kind !== "decision") continue;
    const flows = context.flowsFrom.get(node.id) ?? [];
    // A decision without flows is a dead end, which another check says.
    if (flows.length === 0) continue;
    if (flows.length === 1) {
      const message = `Only one flow leaves the decision ${titled(node)}, so there is nothing to decide.`;
      yield warning(
        "one-way-decision",
        nodePlace(context, node.id),
        message,
        "Add another way, or take the decision away.",
      );
    }
    yield* checkWays(context, node, flows);
  }
};

const isRule = (flow: Flow) => flow.when !== undefined || flow.otherwise === true;

function* checkWays(context: Context, node: NodeOf<"decision">, flows: readonly Flow[]) {
  const at = nodePlace(context, node.id);
  const byShare = flows.some((flow) => flow.share !== undefined);
  const byRule = flows.some(isRule);
  if (!byShare && !byRule) {
    const message = `Nothing says how ${titled(node)} is decided.`;
    yield error("undecided", at, message, "Give each flow out of it a share, or rules and one otherwise.");
  } else if (byShare && byRule) {
    const message = `${titled(node)} is decided by shares and by rules at once.`;
    yield error("mixed-decision", at, message, "Take the shares off its flows, or the rules.");
  } else if (byShare) yield* checkShares(context, node, flows);
  else yield* checkRules(context, node, flows);
}

function* checkShares(context: Context, node: NodeOf<"decision">, flows: readonly Flow[]) {
  const missing = flows.filter((flow) => flow.share === undefined);
  const outside = flows.filter(({ share = 0 }) => !(share >= 0 && share <= 1));
  for (const flow of missing) {
    const message = `${capital(flowTitle(context, flow))} has no share, but others out of that decision have one.`;
    yield error("missing-share", flowPlace(context, flow.id), message, "Give it a share, 0 if it is never taken.");
  }
  for (const flow of outside) {
    const message = `${capital(flowTitle(context, flow))} has the share ${exact(flow.share ?? 0)}.`;
    yield error("share-out-of-range", flowPlace(context, flow.id, "share"), message, "Write a share from 0 to 1.");
  }
  if (missing.length > 0 || outside.length > 0) return;
  const sum = flows.reduce((before, flow) => before + flow.share!, 0);
  if (Math.abs(sum - 1) <= TOLERANCE) return;
  const message = `The shares out of ${titled(node)} add up to ${percent(sum)}, not to 100 %.`;
  yield error("shares-do-not-add-up", nodePlace(context, node.id), message, "Change them so that they do.");
}

function* checkRules(context: Context, node: NodeOf<"decision">, flows: readonly Flow[]) {
  const at = nodePlace(context, node.id);
  for (const flow of flows) {
    if (!isRule(flow)) {
      const message = `${capital(flowTitle(context, flow))} has no rule, but others out of that decision have one.`;
      yield error("missing-rule", flowPlace(context, flow.id), message, "Give it a rule, or make it the otherwise.");
    } else if (flow.when !== undefined && flow.otherwise === true) {
      const message = `${capital(flowTitle(context, flow))} has a rule and is the otherwise as well.`;
      yield error("rule-and-otherwise", flowPlace(context, flow.id), message, "Take one of the two off it.");
    }
  }
  const otherwise = flows.filter((flow) => flow.otherwise === true);
  if (otherwise.length === 0) {
    const message = `${titled(node)} does not say where records go that meet none of its rules.`;
    yield error("no-otherwise", at, message, "Make one of its flows the otherwise.");
  } else if (otherwise.length > 1) {
    const message = `${titled(node)} has ${otherwise.length} flows that are its otherwise.`;
    yield error("several-otherwise", at, message, "Keep one of them.");
  }
}
