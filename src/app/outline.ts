import { departmentColour } from "../io/svg/look.ts";
import { flowOrder } from "../model/flow-order.ts";
import { NO_DEPARTMENT } from "../model/geometry.ts";
import type { NodeKind, Process } from "../model/process.ts";
import { titleOf } from "../model/words.ts";

/** One row of the outline: a department, or a node in it. */
export type OutlineRow = {
  /** Of the department, `NO_DEPARTMENT` for what belongs to none; or of the node. */
  readonly id: string;
  readonly name: string;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly place: number;
  readonly of: number;
} & (
  | {
      readonly kind: "department";
      /** As #rrggbb. */
      readonly colour: string;
      /** How many nodes it has, or how many of them are looked for. */
      readonly count: number;
      readonly open: boolean;
    }
  | { readonly kind: "node"; readonly shape: NodeKind; readonly department: string }
);

/**
 * The rows of the outline: the departments in the order of their lanes, and in each its nodes in the order of the flow.
 *
 * @param closed - Departments whose nodes are left out.
 * @param wanted - A part of a name: then only nodes with it are listed, and departments that have such nodes or the name itself.
 */
export function outlineRows(process: Process, closed: ReadonlySet<string>, wanted = ""): readonly OutlineRow[] {
  const text = wanted.trim().toLowerCase();
  const fits = (name: string) => name.toLowerCase().includes(text);
  const groups = groupsOf(process)
    .map((group) => ({ ...group, nodes: fits(group.name) ? group.nodes : group.nodes.filter((n) => fits(titleOf(n))) }))
    .filter(({ name, nodes }) => nodes.length > 0 || fits(name));
  return groups.flatMap(({ id, name, colour, nodes }, i): OutlineRow[] => {
    const open = text !== "" || !closed.has(id);
    const head = { id, name, kind: "department", colour, count: nodes.length, open, place: i + 1, of: groups.length };
    const rows = nodes.map((node, n) => ({
      id: node.id,
      name: titleOf(node),
      kind: "node",
      shape: node.kind,
      department: id,
      place: n + 1,
      of: nodes.length,
    }));
    return [head, ...(open ? rows : [])] as OutlineRow[];
  });
}

function groupsOf(process: Process) {
  const { departments, nodes } = process;
  const known = new Map(nodes.map((node) => [node.id, node]));
  const ordered = flowOrder(process).flatMap((id) => known.get(id) ?? []);
  const names = new Set(departments.map(({ id }) => id));
  const homeless = ordered.filter(({ department }) => department === undefined || !names.has(department));
  const all = departments.map(({ id, name, color }, i) => ({
    id,
    name,
    colour: departmentColour(color, i),
    nodes: ordered.filter(({ department }) => department === id),
  }));
  const none = { id: NO_DEPARTMENT, name: "No department", colour: "#8390a2", nodes: homeless };
  return homeless.length > 0 ? [...all, none] : all;
}

/** What a key of a tree asks for. */
export type TreeMove =
  | { readonly kind: "go"; readonly to: number }
  | { readonly kind: "open" | "close"; readonly department: string };

/**
 * What an arrow key, Home or End asks of the outline, as trees are used by keyboard: Right opens a department or goes
 * into it, Left closes it or goes to it from one of its nodes.
 *
 * @param at - The row that is active, by its place in `rows`.
 * @returns `undefined` where the key does nothing.
 */
export function treeMove(rows: readonly OutlineRow[], at: number, key: string): TreeMove | undefined {
  const row = rows[at];
  const last = rows.length - 1;
  const go = (to: number): TreeMove => ({ kind: "go", to: Math.min(Math.max(0, to), last) });
  if (last < 0) return undefined;
  if (key === "ArrowDown") return go(at + 1);
  if (key === "ArrowUp") return go(at - 1);
  if (key === "Home") return go(0);
  if (key === "End") return go(last);
  if (key === "PageDown") return go(at + PAGE);
  if (key === "PageUp") return go(at - PAGE);
  if (!row) return undefined;
  if (key === "ArrowRight" && row.kind === "department")
    return row.open ? (row.count > 0 ? go(at + 1) : undefined) : { kind: "open", department: row.id };
  if (key === "ArrowLeft" && row.kind === "department")
    return row.open ? { kind: "close", department: row.id } : undefined;
  if (key === "ArrowLeft" && row.kind === "node")
    return go(rows.findLastIndex(({ kind }, i) => i < at && kind === "department"));
  return undefined;
}

/** How many rows Page Up and Page Down go. */
const PAGE = 12;

/** The next row after `at`, going round, whose name begins with what was typed; with several letters, `at` itself may be it. */
export function rowTyped(rows: readonly OutlineRow[], at: number, typed: string): number | undefined {
  const text = typed.toLowerCase();
  const from = typed.length > 1 ? at : at + 1;
  const found = rows.findIndex((_, i) => rows[(from + i) % rows.length]?.name.toLowerCase().startsWith(text));
  return found < 0 ? undefined : (from + found) % rows.length;
}
