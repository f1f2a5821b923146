import { listCell, listOf } from "../../io/table/lists.ts";
import { nameKey } from "../../io/table/names.ts";
import { NOWHERE, readTarget, targetWords } from "../../io/table/ways.ts";
import { decided } from "../../model/edit/bridges.ts";
import { connect, disconnect } from "../../model/edit/flows.ts";
import { freshId } from "../../model/edit/ids.ts";
import { newNode } from "../../model/edit/nodes.ts";
import { makeAddUp, wayOf, waysOut } from "../../model/edit/ways.ts";
import { add, patch } from "../../model/edit.ts";
import { graphOf, outgoing } from "../../model/graph.ts";
import type { Exit, Flow, Process, ProcessNode } from "../../model/process.ts";
import { titleOf } from "../../model/words.ts";
import type { Written } from "./columns.ts";
import { callsOf } from "./entries.ts";
import { readRule, ruleText } from "./rule-text.ts";

/** What stands in the column Next: what the flows of a node lead to, with what is written on them and their rules. */
export function nextWords(node: ProcessNode, process: Process): string {
  const calls = callsOf(process.nodes, titleOf);
  return listCell(
    outgoing(graphOf(process), node.id).map(({ flow, to }) => {
      const rule = flow.when && { rule: ruleText(flow.when, process) };
      return targetWords(calls.get(to.id) ?? to.id, { ...flow, ...rule });
    }),
  );
}

/** One entry of the cell: where it leads, and what it says of the way there; nothing if there are no brackets. */
interface Wish {
  readonly to: string;
  readonly on: Exit;
  readonly says: Pick<Flow, "label" | "share" | "otherwise" | "when"> | undefined;
}

/**
 * Leads a node's flows to what a cell names, in its order, which is that in which rules are tried. A flow that still
 * leads where it did keeps its delay; where the cell has brackets for it, they say all of its label, share and rule,
 * and where it has none, these stay too. Names that nothing goes by become new steps. Several ways on from a step go
 * through a decision, which is made if there is none.
 */
export function writeNext(process: Process, node: ProcessNode, text: string): Written {
  if (node.kind === "end" && text.trim() !== "") return { ok: false, message: "Nothing comes after an end." };
  const { grown, wishes, made, wrong } = wished(process, node, text);
  if (wrong !== undefined) return { ok: false, message: wrong };
  const onward = wishes.filter(({ on }) => on === "done");
  const single = node.kind !== "decision" && node.kind !== "fork";
  if (!single || onward.length < 2) return { ok: true, process: led(grown, node, wishes), made };
  const apart = decided(grown, node.id);
  const decision = apart.nodes[apart.nodes.findIndex(({ id }) => id === node.id) + 1]!;
  const exits = wishes.filter((wish) => !onward.includes(wish));
  const before = led(apart, node, [...exits, { to: decision.id, on: "done", says: undefined }]);
  return { ok: true, process: led(before, decision, onward), made: [...made, `decision “${decision.name}”`] };
}

function wished(process: Process, node: ProcessNode, text: string) {
  let grown = process;
  const wishes: Wish[] = [];
  const made: string[] = [];
  const refused = (wrong: string) => ({ grown, wishes, made, wrong });
  for (const item of text.trim() === NOWHERE ? [] : listOf(text)) {
    const { target, way } = readTarget(item, true);
    const known =
      grown.nodes.find((each) => nameKey(titleOf(each)) === nameKey(target)) ??
      grown.nodes.find(({ id }) => id === target);
    const next =
      known ?? newNode(grown, "step", { name: target, ...(node.department && { department: node.department }) });
    if (next.kind === "start") return refused(`“${target}” is a start, and nothing leads to a start.`);
    if (!known) {
      grown = add(grown, "nodes", next);
      made.push(`step “${target}”`);
    }
    const { on = "done", rule, ...marks } = way;
    const read = rule === undefined ? undefined : readRule(rule, process);
    if (read && !read.ok) return refused(read.message);
    const says = target === item ? undefined : { ...marks, ...(read && { when: read.rule }) };
    wishes.push({ to: next.id, on, says });
  }
  return { grown, wishes, made, wrong: undefined };
}

/** The process with exactly these ways out of a node, in this order. */
function led(process: Process, node: ProcessNode, wishes: readonly Wish[]): Process {
  const before = waysOut(process, node.id);
  const paired = pairs(before, wishes);
  const gone = before.filter((flow) => !paired.some(({ known }) => known === flow)).map(({ id }) => id);
  const cleared = node.kind === "decision" ? disconnect(process, gone) : without(process, gone);
  const ids: string[] = [];
  const connected = paired.reduce((now, { known, wish }) => {
    const grown = known ? now : joined(now, node.id, wish);
    ids.push(known?.id ?? grown.flows.at(-1)!.id);
    return grown;
  }, cleared);
  // Connecting scales shares: what is typed is written over that.
  const marked = paired.reduce(
    (now, { wish: { says } }, i) => (says ? patch(now, "flows", ids[i]!, { ...NOTHING_SAID, ...says }) : now),
    connected,
  );
  const after = inOrder(marked, node.id, ids);
  // Shares that somebody typed are theirs: what does not add up is told as a problem, with a mend.
  const typed = wishes.some(({ says }) => says?.share !== undefined);
  return node.kind === "decision" && !typed ? evenedOut(after, node.id) : after;
}

const NOTHING_SAID = { label: undefined, share: undefined, when: undefined, otherwise: undefined };

/** Each entry of the cell with the flow that it is about, if there is one yet. What is named twice without a word is meant once. */
function pairs(flows: readonly Flow[], wishes: readonly Wish[]) {
  const found: { readonly wish: Wish; readonly known: Flow | undefined }[] = [];
  for (const wish of wishes) {
    const same = ({ to, on = "done" }: Pick<Flow, "to" | "on">) => to === wish.to && on === wish.on;
    const known = flows.find((flow) => same(flow) && !found.some((each) => each.known === flow));
    if (known || wish.says || !found.some((each) => same(each.wish))) found.push({ wish, known });
  }
  return found;
}

/** With a new flow, the last in the list, even where another leads to the same place. */
function joined(process: Process, from: string, { to, on }: Wish): Process {
  const grown = connect(process, from, to, on);
  if (grown !== process) return grown;
  const flow: Flow = { id: freshId(process, `${from}-${to}`), from, to };
  return add(process, "flows", on === "done" ? flow : { ...flow, on });
}

/** The flows out of a node in this order, in the places that they have in the file. */
function inOrder(process: Process, from: string, ids: readonly string[]): Process {
  const known = new Map(process.flows.map((flow) => [flow.id, flow]));
  let next = 0;
  const flows = process.flows.map((flow) => (flow.from === from ? known.get(ids[next++] ?? "")! : flow));
  return flows.every((flow, i) => flow === process.flows[i]) ? process : { ...process, flows };
}

/** Shares that add up where a decision is left to chance; where it has rules, the one way without a rule is the otherwise. */
function evenedOut(process: Process, id: string): Process {
  const ways = waysOut(process, id);
  if (ways.length === 0) return process;
  if (wayOf(ways) === "chance") return makeAddUp(process, id);
  const bare = ways.filter(({ when, otherwise }) => when === undefined && !otherwise);
  const only = bare.length === 1 && !ways.some(({ otherwise }) => otherwise);
  return bare.reduce(
    (now, flow) => patch(now, "flows", flow.id, { share: undefined, ...(only ? { otherwise: true as const } : {}) }),
    process,
  );
}

function without(process: Process, ids: readonly string[]): Process {
  return ids.length === 0 ? process : { ...process, flows: process.flows.filter(({ id }) => !ids.includes(id)) };
}
