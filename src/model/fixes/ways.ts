import { bypassed, decided } from "../edit/bridges.ts";
import { connect, erase } from "../edit/flows.ts";
import { newNode } from "../edit/nodes.ts";
import { byChance, makeAddUp, makeOtherwise, sumOfShares, waysOut } from "../edit/ways.ts";
import { add, patch } from "../edit.ts";
import { graphOf, outgoing, reachable } from "../graph.ts";
import type { Problem } from "../problem.ts";
import type { Flow, Process } from "../process.ts";
import { nameOf, titleOf } from "../words.ts";
import { type Fix, forFlow, forNode, keysOf, type Mender, takeAway } from "./fix.ts";

/** Nodes that records come to and get no further from. */
function deadEnds(process: Process): readonly string[] {
  const graph = graphOf(process);
  const live = reachable(graph);
  return process.nodes.flatMap(({ id, kind }) => {
    const leads = outgoing(graph, id).some(({ flow }) => (flow.on ?? "done") === "done");
    return kind !== "end" && live.has(id) && !leads ? [id] : [];
  });
}

/** Leads whatever gets no further to a new end. */
function endAfter(process: Process, ids: readonly string[]): Process {
  const department = process.nodes.find(({ id }) => id === ids.at(-1))?.department;
  const end = newNode(process, "end", department === undefined ? {} : { department });
  return ids.reduce((before, id) => connect(before, id, end.id), add(process, "nodes", end));
}

const noStart: Mender = (_, { nodes, flows }) => ({
  name: "Add a start",
  edit: (process) => {
    const start = newNode(process, "start");
    const first = nodes.find(({ id, kind }) => kind !== "end" && !flows.some(({ to }) => to === id));
    const grown = add(process, "nodes", start, 0);
    return first ? connect(grown, start.id, first.id) : grown;
  },
});

const unreachable: Mender = ({ node }, process) => {
  const open = deadEnds(process);
  const [from] = open;
  const lost = process.nodes.find(({ id }) => id === node);
  if (!lost || lost.kind === "start" || from === undefined || open.length > 1 || from === node) return undefined;
  if (process.flows.some(({ to }) => to === node)) return undefined;
  return { name: `Lead “${nameOf(process, from)}” to it`, edit: (now) => connect(now, from, lost.id) };
};

const missingShare: Mender = ({ flow }, process) =>
  withFlow(flow, process, ({ id, from }) => ({
    name: "Give it what is left",
    edit: (now) => {
      const ways = waysOut(now, from);
      const missing = ways.filter(({ share }) => share === undefined);
      const left = Math.max(0, 1 - sumOfShares(ways)) / missing.length;
      return patch(now, "flows", id, { share: Number(left.toFixed(12)) });
    },
  }));

const missingRule: Mender = ({ flow }, process) =>
  withFlow(flow, process, (found) =>
    waysOut(process, found.from).some(({ otherwise }) => otherwise)
      ? undefined
      : { name: "Make it the otherwise", edit: (now) => makeOtherwise(now, found) },
  );

const noOtherwise: Mender = ({ node }, process) => {
  const ways = node === undefined ? [] : waysOut(process, node);
  const last = ways.find(({ when }) => when === undefined) ?? ways.at(-1);
  return (
    last && {
      name: `Make “${last.label || nameOf(process, last.to)}” the otherwise`,
      edit: (now) => makeOtherwise(now, last),
    }
  );
};

const intoStart: Mender = ({ flow }, process) =>
  withFlow(flow, process, (found) => {
    const onward = waysOut(process, found.to);
    const [next] = onward;
    return next && onward.length === 1 && next.to !== found.from && next.to !== found.to
      ? {
          name: `Lead it to “${nameOf(process, next.to)}”`,
          edit: (now) => patch(now, "flows", found.id, { to: next.to }),
        }
      : { name: "Take the flow away", edit: (now) => erase(now, { flows: [found.id] }) };
  });

const severalWays: Mender = ({ node }, process) => {
  const found = process.nodes.find(({ id }) => id === node);
  const ways = found ? waysOut(process, found.id).filter(({ on = "done" }) => on === "done") : [];
  return found && ways.length > 1
    ? { name: `Decide after “${titleOf(found)}”`, edit: (now) => decided(now, found.id) }
    : undefined;
};

function withFlow(id: string | undefined, process: Process, fix: (flow: Flow) => Fix | undefined): Fix | undefined {
  const flow = process.flows.find((each) => each.id === id);
  return flow && fix(flow);
}

const inBounds = (process: Process, { path }: Problem): Process => {
  const [list, index] = keysOf(path);
  const flow = list === "flows" ? process.flows[Number(index)] : undefined;
  if (!flow) return process;
  const share = Math.min(1, Math.max(0, flow.share ?? 0));
  return makeAddUp(patch(process, "flows", flow.id, { share }), flow.from);
};

const takeFlowAway = forFlow("Take the flow away", (process, id) => erase(process, { flows: [id] }));

/** Mends for problems of how records find their way, by the problem's code. */
export const WAY_FIXES: Readonly<Record<string, Mender>> = {
  "no-start": noStart,
  "no-end": () => ({ name: "Add an end", edit: (process) => endAfter(process, deadEnds(process)) }),
  "dead-end": forNode("Add an end after it", (process, id) => endAfter(process, [id])),
  unreachable,
  "one-way-decision": forNode("Take the decision away", bypassed),
  undecided: forNode("Decide by equal shares", byChance),
  "mixed-decision": forNode("Decide by shares", byChance),
  "missing-share": missingShare,
  "share-out-of-range": (problem) =>
    problem.flow === undefined
      ? undefined
      : { name: "Bring it between 0 and 100 %", edit: (process) => inBounds(process, problem) },
  "shares-do-not-add-up": forNode("Make the shares add up", makeAddUp),
  "missing-rule": missingRule,
  "rule-and-otherwise": forFlow("Keep it as the otherwise", (process, id) =>
    patch(process, "flows", id, { when: undefined }),
  ),
  "no-otherwise": noOtherwise,
  "flow-out-of-end": takeFlowAway,
  "flow-into-start": intoStart,
  "exit-of-no-step": takeAway("Take the exit off the flow"),
  "unused-exit": takeFlowAway,
  "several-ways-on": severalWays,
};
