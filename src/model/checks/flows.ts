import { EXITS, type Exit, type Flow, type ProcessNode, type Step } from "../process.ts";
import { type Check, type Context, capital, error, flowPlace, flowTitle, nodePlace, titled, warning } from "./check.ts";

/** Where flows may begin and end, and what may be written on them. */
export const checkFlows: Check = function* (context) {
  const { process, graph } = context;
  for (const flow of process.flows) {
    const from = graph.nodes.get(flow.from);
    const to = graph.nodes.get(flow.to);
    if (from?.kind === "end") {
      const message = `A flow leaves ${titled(from)}, which is an end: nobody goes on from there.`;
      yield error(
        "flow-out-of-end",
        flowPlace(context, flow.id, "from"),
        message,
        "Take the flow away, or make the end a step.",
      );
    }
    if (to?.kind === "start") {
      const message = `A flow leads into ${titled(to)}, which is a start: records only come out of it.`;
      yield error(
        "flow-into-start",
        flowPlace(context, flow.id, "to"),
        message,
        "Lead the flow to the node after the start.",
      );
    }
    if (!from) continue;
    if (from.kind !== "decision") yield* idle(context, flow, from);
    if (from.kind !== "step" && flow.on !== undefined && flow.on !== "done") {
      const message = `${capital(flowTitle(context, flow))} says that it leaves by “${flow.on}”, but only steps have such an exit.`;
      yield error("exit-of-no-step", flowPlace(context, flow.id, "on"), message, "Take “on” off the flow.");
    }
    if (from.kind === "step") yield* unused(context, flow, from);
  }
  for (const node of graph.nodes.values()) yield* doubled(context, node);
};

const MARKS = ["share", "when", "otherwise"] as const;

function* idle(context: Context, flow: Flow, from: ProcessNode) {
  for (const mark of MARKS) {
    if (flow[mark] === undefined || flow[mark] === false) continue;
    const message = `${capital(flowTitle(context, flow))} has “${mark}”, which does nothing there: ${titled(from)} is no decision.`;
    yield warning(
      "no-effect",
      flowPlace(context, flow.id, mark),
      message,
      "Take it off the flow, or put a decision before it.",
    );
  }
}

/** What each early exit of a step needs in order to be taken. */
const NEEDS: Readonly<Record<Exclude<Exit, "done">, { has: (step: Step) => boolean; what: string; mend: string }>> = {
  "gives-up": {
    has: (step) => step.patience !== undefined,
    what: "no record gives up there, because the step has no patience",
    mend: "Give the step a patience, or take the flow away.",
  },
  full: {
    has: (step) => step.queue?.limit !== undefined,
    what: "the step is never full, because its queue has no limit",
    mend: "Give the queue a limit, or take the flow away.",
  },
};

function* unused(context: Context, flow: Flow, step: Step) {
  if (flow.on === undefined || flow.on === "done" || NEEDS[flow.on].has(step)) return;
  const { what, mend } = NEEDS[flow.on];
  yield warning(
    "unused-exit",
    flowPlace(context, flow.id, "on"),
    `No record takes the flow “${flow.on}” out of ${titled(step)}: ${what}.`,
    mend,
  );
}

/** Kinds that exactly one flow leaves, by each exit. */
const ONE_WAY: Readonly<Record<ProcessNode["kind"], boolean>> = {
  start: true,
  step: true,
  decision: false,
  fork: false,
  join: true,
  wait: true,
  end: false,
};

function* doubled(context: Context, node: ProcessNode) {
  if (!ONE_WAY[node.kind]) return;
  const flows = context.flowsFrom.get(node.id) ?? [];
  for (const exit of EXITS) {
    const same = flows.filter((flow) => (flow.on ?? "done") === exit);
    if (same.length < 2 || (exit !== "done" && node.kind !== "step")) continue;
    const which = exit === "done" ? "" : ` by “${exit}”`;
    const message = `${same.length} flows leave ${titled(node)}${which}, and nothing says which one a record takes.`;
    yield error(
      "several-ways-on",
      nodePlace(context, node.id),
      message,
      "Put a decision after it (one way is taken) or a fork (all are).",
    );
  }
}
