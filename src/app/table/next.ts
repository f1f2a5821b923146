import { listCell, listOf } from "../../io/table/lists.ts";
import { nameKey } from "../../io/table/names.ts";
import { readTarget, targetWords, type Way } from "../../io/table/ways.ts";
import { decisionAfter } from "../../model/edit/bridges.ts";
import { connect, disconnect } from "../../model/edit/flows.ts";
import { newNode } from "../../model/edit/nodes.ts";
import { makeAddUp, wayOf, waysOut } from "../../model/edit/ways.ts";
import { add, patch } from "../../model/edit.ts";
import { graphOf, outgoing } from "../../model/graph.ts";
import type { Flow, Process, ProcessNode } from "../../model/process.ts";
import { titleOf } from "../../model/words.ts";
import type { Written } from "./columns.ts";

/** What stands in the column Next: what the flows of a node lead to, with what is written on them. */
export function nextWords(node: ProcessNode, process: Process): string {
  return listCell(outgoing(graphOf(process), node.id).map(({ flow, to }) => targetWords(callOf(to, process), flow)));
}

/** What other rows call a node: its name, or its id where another goes by the same name. */
function callOf(node: ProcessNode, { nodes }: Process): string {
  const key = nameKey(titleOf(node));
  return nodes.some((other) => other !== node && nameKey(titleOf(other)) === key) ? node.id : titleOf(node);
}

interface Wish {
  readonly to: string;
  readonly way: Way;
}

/**
 * Leads a node's flows to what a cell names. What they led to before and still do keeps its rule, delay and label
 * unless the cell says otherwise; names that nothing goes by become new steps. Several ways on from a step go through
 * a decision, which is made if there is none.
 */
export function writeNext(process: Process, node: ProcessNode, text: string): Written {
  if (node.kind === "end" && text.trim() !== "") return { ok: false, message: "Nothing comes after an end." };
  const { grown, wishes, made, wrong } = wished(process, node, text);
  if (wrong !== undefined) return { ok: false, message: wrong };
  const onward = wishes.filter(({ way }) => (way.on ?? "done") === "done");
  const single = node.kind !== "decision" && node.kind !== "fork";
  if (!single || onward.length < 2) return { ok: true, process: led(grown, node, wishes), made };
  const decision = decisionAfter(grown, node.id);
  const at = grown.nodes.findIndex(({ id }) => id === node.id) + 1;
  const exits = wishes.filter((wish) => !onward.includes(wish));
  const before = led(add(grown, "nodes", decision, at), node, [...exits, { to: decision.id, way: {} }]);
  return { ok: true, process: led(before, decision, onward), made: [...made, `decision “${decision.name}”`] };
}

function wished(process: Process, node: ProcessNode, text: string) {
  let grown = process;
  const wishes: Wish[] = [];
  const made: string[] = [];
  for (const item of text.trim() === "–" ? [] : listOf(text)) {
    const { target, way } = readTarget(item);
    const known =
      grown.nodes.find((each) => nameKey(titleOf(each)) === nameKey(target)) ??
      grown.nodes.find(({ id }) => id === target);
    const next =
      known ?? newNode(grown, "step", { name: target, ...(node.department && { department: node.department }) });
    if (next.kind === "start") {
      return { grown, wishes, made, wrong: `“${target}” is a start, and nothing leads to a start.` };
    }
    if (!known) {
      grown = add(grown, "nodes", next);
      made.push(`step “${target}”`);
    }
    if (!wishes.some(({ to, way: { on } }) => to === next.id && on === way.on)) wishes.push({ to: next.id, way });
  }
  return { grown, wishes, made, wrong: undefined };
}

const exitOf = ({ on = "done" }: { readonly on?: Flow["on"] }) => on;

/** The process with exactly these ways out of a node. */
function led(process: Process, { id, kind }: ProcessNode, wishes: readonly Wish[]): Process {
  const before = waysOut(process, id);
  const kept = (flow: Flow) => wishes.find(({ to, way }) => to === flow.to && exitOf(way) === exitOf(flow));
  const gone = before.filter((flow) => !kept(flow)).map((flow) => flow.id);
  const connected = wishes.reduce(
    (now, { to, way }) => connect(now, id, to, exitOf(way)),
    kind === "decision" ? disconnect(process, gone) : without(process, gone),
  );
  const marked = wishes.reduce((now, { to, way }) => {
    const flow = now.flows.find((each) => each.from === id && each.to === to && exitOf(each) === exitOf(way));
    return flow && Object.keys(way).length > 0 ? patch(now, "flows", flow.id, marksOf(way)) : now;
  }, connected);
  const after = waysOut(marked, id);
  // Shares that somebody typed are theirs: what does not add up is told as a problem, with a mend.
  const typed = wishes.some(({ way }) => way.share !== undefined);
  return kind === "decision" && after.length > 0 && !typed && wayOf(after) === "chance"
    ? makeAddUp(marked, id)
    : marked;
}

function marksOf({ label, share, otherwise }: Way) {
  return {
    ...(label === undefined ? {} : { label }),
    ...(share === undefined ? {} : { share, when: undefined, otherwise: undefined }),
    ...(otherwise ? { otherwise: true as const, share: undefined, when: undefined } : {}),
  };
}

function without(process: Process, ids: readonly string[]): Process {
  return ids.length === 0 ? process : { ...process, flows: process.flows.filter(({ id }) => !ids.includes(id)) };
}
