import { AMOUNT_FORMS, amountWords, readAmount } from "../../io/table/amounts.ts";
import { COLUMNS, type ColumnId, plainWords } from "../../io/table/columns.ts";
import { KINDS_TO_CHOOSE, kindOf } from "../../io/table/kinds.ts";
import type { DistributionKind } from "../../model/distribution.ts";
import { newNode } from "../../model/edit/nodes.ts";
import { type Changes, patch, replace } from "../../model/edit.ts";
import { list } from "../../model/format.ts";
import type { NodeKind, Process, ProcessNode } from "../../model/process.ts";
import { KIND_WORDS, needsName, spreadWords, titleOf } from "../../model/words.ts";
import { type CellList, entriesNamed, entriesWords, entryWords, namesIn } from "./entries.ts";
import { nextWords, writeNext } from "./next.ts";

/** What became of a text that was typed into a cell: a process with it, or a sentence why not. */
export type Written =
  | {
      readonly ok: true;
      readonly process: Process;
      /** What did not exist and was made, as in “team “Legal””. */
      readonly made: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** One column of the process table. */
export interface Column {
  readonly id: ColumnId;
  readonly heading: string;
  /** Of the table's width, in pixels before it is stretched. */
  readonly width: number;
  /** The kinds of node that have such a thing at all. */
  readonly kinds: ReadonlySet<NodeKind>;
  /** What stands in the cell, so that writing it back changes nothing. */
  readonly text: (node: ProcessNode, process: Process) => string;
  /** What is shown instead where it says more, or where a cell cannot hold what the file says and the inspector can. */
  readonly shown?: (node: ProcessNode) => string;
  readonly write: (process: Process, node: ProcessNode, text: string) => Written;
  /** What can be chosen while typing. */
  readonly choices?: (process: Process) => readonly string[];
  /** Whether a cell names several things. */
  readonly many?: boolean;
}

const ALL: ReadonlySet<NodeKind> = new Set(Object.keys(KIND_WORDS) as NodeKind[]);
/** Kinds of distribution whose text in a cell says all that there is to say. */
const PLAIN: ReadonlySet<DistributionKind> = new Set(["constant", "uniform", "triangular"]);
const STEPS: ReadonlySet<NodeKind> = new Set(["step"]);
const TIMED: ReadonlySet<NodeKind> = new Set(["step", "wait"]);
/** Kinds whose symbol says enough without a name. */
const MAY_BE_NAMELESS: ReadonlySet<NodeKind> = new Set(["fork", "join"]);

const done = (process: Process, made: readonly string[] = []): Written => ({ ok: true, process, made });
const change = (process: Process, { id }: ProcessNode, changes: object) =>
  patch(process, "nodes", id, changes as Changes<ProcessNode>);

/** A column whose cells name one entry of a list. */
function oneOf(
  of: CellList,
  key: "department" | "team" | "stage",
  kinds = ALL,
): Pick<Column, "kinds" | "text" | "write" | "choices"> {
  return {
    kinds,
    text: (node, process) => entryWords(process, of, (node as { readonly [K in typeof key]?: string })[key]),
    write: (process, node, text) => {
      const found = entriesNamed(process, of, text.trim() === "" ? [] : [plainWords(text)]);
      const [id] = found.ids;
      // Places are for steps without a team, and a team's people for steps with one.
      const more =
        key !== "team" ? {} : id === undefined ? { people: undefined, cover: undefined } : { slots: undefined };
      return done(change(found.process, node, { [key]: id, ...more }), found.made);
    },
    choices: (process) => process[of].map(({ name }) => name),
  };
}

/** A column whose cells name several entries of a list. */
function someOf(of: CellList, key: "inputs" | "outputs" | "systems"): Omit<Column, "id" | "heading" | "width"> {
  return {
    kinds: STEPS,
    many: true,
    text: (node, process) => entriesWords(process, of, node.kind === "step" ? node[key] : []),
    write: (process, node, text) => {
      const { process: grown, ids, made } = entriesNamed(process, of, namesIn(process, of, text));
      return done(change(grown, node, { [key]: ids.length === 0 ? undefined : ids }), made);
    },
    choices: (process) => process[of].map(({ name }) => name),
  };
}

const named = (id: ColumnId, width: number) => ({ id, heading: COLUMNS[id].heading, width });

/** The columns of the process table, in the order in which they are shown. */
export const TABLE: readonly Column[] = [
  {
    ...named("name", 188),
    kinds: ALL,
    text: ({ name }) => name,
    write: (process, node, text) => {
      if (plainWords(text) !== "" || MAY_BE_NAMELESS.has(node.kind))
        return done(change(process, node, { name: plainWords(text) }));
      return { ok: false, message: needsName(node.kind) };
    },
  },
  {
    ...named("kind", 84),
    kinds: ALL,
    text: ({ kind }) => KIND_WORDS[kind],
    write: (process, node, text) => {
      const kind = kindOf(plainWords(text));
      if (kind === node.kind) return done(process);
      return kind
        ? done(replace(process, "nodes", asKind(process, node, kind)))
        : { ok: false, message: `“${plainWords(text)}” is no kind of node. Write ${list(KINDS_TO_CHOOSE, "or")}.` };
    },
    choices: () => KINDS_TO_CHOOSE,
  },
  { ...named("department", 132), ...oneOf("departments", "department") },
  { ...named("team", 132), ...oneOf("teams", "team", STEPS) },
  { ...named("inputs", 180), ...someOf("data", "inputs") },
  { ...named("outputs", 180), ...someOf("data", "outputs") },
  { ...named("systems", 132), ...someOf("systems", "systems") },
  {
    ...named("next", 188),
    kinds: ALL,
    many: true,
    text: nextWords,
    write: writeNext,
    choices: ({ nodes }) => nodes.filter(({ kind }) => kind !== "start").map(titleOf),
  },
  {
    ...named("work", 132),
    kinds: TIMED,
    text: (node) => (amountOf(node) ? (amountWords(amountOf(node)!) ?? "") : ""),
    shown: (node) => {
      if (node.kind === "step" && node.work && "by" in node.work) return "depends on the record";
      const amount = amountOf(node);
      return amount && !PLAIN.has(amount.dist) ? (spreadWords(amount)?.split(",")[0] ?? "") : "";
    },
    write: (process, node, text) => {
      const amount = text.trim() === "" ? undefined : readAmount(text);
      if (!amount && text.trim() !== "")
        return { ok: false, message: `“${text.trim()}” is no time. Write it as in ${AMOUNT_FORMS}.` };
      return done(change(process, node, { [node.kind === "wait" ? "for" : "work"]: amount }));
    },
  },
  {
    ...named("people", 72),
    kinds: STEPS,
    text: (node) => (node.kind === "step" && node.people !== undefined ? String(node.people) : ""),
    write: (process, node, text) => {
      const typed = text.trim();
      if (typed === "") return done(change(process, node, { people: undefined }));
      if (!/^[1-9]\d{0,8}$/.test(typed))
        return { ok: false, message: `“${typed}” is no number of people. Write a whole number from 1.` };
      if (node.kind === "step" && node.team === undefined)
        return { ok: false, message: "Name a team first: people are so many of it." };
      return done(change(process, node, { people: Number(typed) }));
    },
  },
];

/** Columns that are not shown, but that a pasted table may have. */
export const UNSHOWN: readonly Column[] = [
  { ...named("stage", 0), ...oneOf("stages", "stage") },
  {
    ...named("description", 0),
    kinds: ALL,
    text: ({ description = "" }) => description,
    write: (process, node, text) => done(change(process, node, { description: text.trim() || undefined })),
  },
];

/** Why a cell of a node's row cannot be filled in; undefined if it can. */
export function shut(column: Column, { kind }: ProcessNode): string | undefined {
  if (column.kinds.has(kind)) return undefined;
  const kinds = [...column.kinds].map((each) => `${KIND_WORDS[each].toLowerCase()}s`);
  return `Only ${list(kinds, "and")} have ${column.heading.toLowerCase()}.`;
}

/** Writes into one cell; a text that is there already changes nothing. */
export function written(process: Process, id: string, column: Column, text: string): Written {
  const node = process.nodes.find((each) => each.id === id);
  if (!node) return done(process);
  if (column.text(node, process) === text) return done(process);
  const reason = shut(column, node);
  return reason === undefined ? column.write(process, node, text) : { ok: false, message: reason };
}

function amountOf(node: ProcessNode) {
  if (node.kind === "wait") return node.for;
  return node.kind === "step" && node.work && !("by" in node.work) ? node.work : undefined;
}

/** A node of another kind in the place of this one: what all kinds have stays. */
function asKind(process: Process, node: ProcessNode, kind: NodeKind): ProcessNode {
  const { id, name, description, department, stage, link, x, y, extensions } = node;
  const common = Object.entries({ description, department, stage, link, x, y, extensions }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...newNode(process, kind, { name, ...Object.fromEntries(common) }), id } as ProcessNode;
}
