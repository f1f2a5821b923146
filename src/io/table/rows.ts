import type { Distribution } from "../../model/distribution.ts";
import { list } from "../../model/format.ts";
import type { Problem } from "../../model/problem.ts";
import type { NodeKind } from "../../model/process.ts";
import { quoted } from "../../model/read/expected.ts";
import { unreadable } from "../bytes.ts";
import { AMOUNT_FORMS, readAmount } from "./amounts.ts";
import { COLUMNS, type ColumnId, columnOf, isVisio, plainWords } from "./columns.ts";
import type { Grid, Row } from "./grid.ts";
import { KINDS_TO_CHOOSE, kindOf } from "./kinds.ts";
import { listOf, splitCell } from "./lists.ts";
import { NOWHERE, readTarget, readWay, type Way } from "./ways.ts";

/** A row with a meaning: what its cells say of one node. */
export interface Draft {
  /** As in “Row 3”. */
  readonly place: string;
  readonly id: string;
  readonly name: string;
  /** Undefined where nothing says so: a step, and what it lacks may be added. */
  readonly kind: NodeKind | undefined;
  readonly department: string;
  readonly team: string;
  readonly stage: string;
  readonly description: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly systems: readonly string[];
  /** Undefined where nothing says what follows: the row below does. */
  readonly next: readonly { readonly target: string; readonly way: Way }[] | undefined;
  readonly work: Distribution | undefined;
  readonly people: number | undefined;
  /** Cells of columns that are not known, by heading. */
  readonly rest: Readonly<Record<string, string>>;
}

/** The rows of a table with their meaning, and what is wrong with them. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

type Header = readonly (ColumnId | { readonly unknown: string } | undefined)[];

/** Gives the cells of a table their meaning, column by column. */
export function draftsOf({ header, rows, remarks }: Grid): Drafts {
  const problems: Problem[] = [...remarks];
  const known = header.cells.some((cell) => columnOf(cell) !== undefined);
  const plainList = !known && [header, ...rows].every(({ cells }) => cells.filter((cell) => cell.trim()).length === 1);
  if (!known && !plainList) return { drafts: [], problems: [noHeading(header)] };
  const columns: Header = plainList
    ? header.cells.map((cell) => (cell.trim() ? "name" : undefined))
    : headerOf(header, problems);
  const body = plainList ? [header, ...rows] : rows;
  if (!columns.includes("name") && !columns.includes("id")) {
    problems.push(
      ...unreadable("no-step-column", "No column names the steps.", "Call one of the columns “Step”.").problems,
    );
    return { drafts: [], problems };
  }
  const reader = { visio: isVisio(header.cells), problems };
  return { drafts: body.flatMap((row) => draftOf(row, columns, reader)), problems };
}

function headerOf(header: Row, problems: Problem[]): Header {
  const seen = new Set<ColumnId>();
  const strange = new Set<string>();
  return header.cells.map((cell) => {
    const heading = plainWords(cell);
    if (heading === "") return undefined;
    const column = columnOf(heading);
    if (column === undefined) {
      problems.push({
        severity: "warning",
        code: "unknown-column",
        path: "",
        message: `The column ${quoted(heading)} is not one that Throughline knows; its cells are kept aside, with their steps.`,
        mend: `The columns are ${list(
          Object.values(COLUMNS)
            .filter(({ always }) => always)
            .map((each) => each.heading),
          "and",
        )}.`,
      });
      const name = unlike(heading, strange);
      strange.add(name);
      return { unknown: name };
    }
    if (!seen.has(column)) {
      seen.add(column);
      return column;
    }
    const message = `Two columns say the same: ${quoted(heading)} is another word for ${quoted(COLUMNS[column].heading)}.`;
    problems.push({ severity: "error", code: "column-twice", path: "", message, mend: "Keep one of them." });
    return undefined;
  });
}

/** The heading, with a number behind it where another column has the same: both are kept aside. */
function unlike(heading: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? heading : `${heading} ${n}`;
    if (!taken.has(name)) return name;
  }
}

function noHeading({ place, cells }: Row): Problem {
  const given = list(
    cells
      .filter((cell) => cell.trim() !== "")
      .slice(0, 6)
      .map((cell) => quoted(plainWords(cell))),
    "and",
  );
  return {
    severity: "error",
    code: "no-headings",
    path: "",
    message: `${place} should name the columns, but ${given} ${cells.length === 1 ? "names" : "name"} none that Throughline knows.`,
    mend: "Put a row on top with headings such as Step, Department, Inputs, Outputs and Next.",
  };
}

interface Reader {
  readonly visio: boolean;
  readonly problems: Problem[];
}

function draftOf({ place, cells }: Row, columns: Header, { visio, problems }: Reader): readonly Draft[] {
  const at = (column: ColumnId) => (cells[columns.indexOf(column)] ?? "").trim();
  const wrong = (column: ColumnId, code: string, message: string, mend: string) => {
    problems.push({
      severity: "error",
      code,
      path: "",
      message: `${place}, ${COLUMNS[column].heading}: ${message}`,
      mend,
    });
    return undefined;
  };
  const rest = Object.fromEntries(
    columns.flatMap((column, i) => {
      const cell = cells[i]?.trim() ?? "";
      return typeof column === "object" && cell !== "" ? [[column.unknown, cell] as const] : [];
    }),
  );
  const over = cells.slice(columns.length).filter((cell) => cell.trim() !== "");
  if (over.length > 0) {
    const message = `${place} has more cells than there are headings: ${quoted(plainWords(over[0]!))} belongs to no column.`;
    problems.push({
      severity: "error",
      code: "cell-too-many",
      path: "",
      message,
      mend: "Give it a heading, or put what holds a comma in double quotes.",
    });
  }
  const name = plainWords(at("name"));
  const id = at("id");
  if (name === "" && id === "") {
    if (cells.every((cell) => cell.trim() === "")) return [];
    wrong("name", "no-name", "this row names no step.", "Write the step's name there, or take the row away.");
    return [];
  }
  const kindWords = plainWords(at("kind"));
  const kind = kindWords === "" ? undefined : kindOf(kindWords);
  if (kindWords !== "" && kind === undefined)
    wrong(
      "kind",
      "unknown-kind",
      `${quoted(kindWords)} is no kind of node.`,
      `Write ${list(KINDS_TO_CHOOSE, "or")}, or leave it empty for a step.`,
    );
  return [
    {
      place,
      id,
      name,
      // Visio's processes have no times, and may have several ways out.
      kind: visio && kind === "step" ? undefined : kind,
      department: plainWords(at("department")),
      team: plainWords(at("team")),
      stage: plainWords(at("stage")),
      description: at("description"),
      inputs: listOf(at("inputs")),
      outputs: listOf(at("outputs")),
      systems: listOf(at("systems")),
      next: visio ? visioNext(at("next"), at("labels"), wrong) : nextOf(at("next")),
      work: workOf(at("work"), wrong),
      people: peopleOf(at("people"), wrong),
      rest: visio || at("labels") === "" ? rest : { ...rest, [COLUMNS.labels.heading]: at("labels") },
    },
  ];
}

type Wrong = (column: ColumnId, code: string, message: string, mend: string) => undefined;

function nextOf(cell: string): Draft["next"] {
  if (cell === "") return undefined;
  return cell === NOWHERE ? [] : listOf(cell).map((item) => readTarget(item));
}

/** In Visio's table an empty cell ends the way, and labels belong to targets by their place in the list. */
function visioNext(cell: string, labels: string, wrong: Wrong): Draft["next"] {
  const targets = listOf(cell);
  const words = splitCell(labels);
  if (words.length > targets.length)
    wrong(
      "labels",
      "label-too-many",
      `there are ${words.length} labels, but ${targets.length} next steps.`,
      "Give each next step one label, with commas between.",
    );
  return targets.map((target, i) => ({ target, way: readWay(words[i] ?? "") }));
}

function workOf(cell: string, wrong: Wrong): Distribution | undefined {
  if (cell === "") return undefined;
  return readAmount(cell) ?? wrong("work", "no-time", `${quoted(cell)} is no time.`, `Write it as in ${AMOUNT_FORMS}.`);
}

function peopleOf(cell: string, wrong: Wrong): number | undefined {
  if (cell === "") return undefined;
  if (/^\d{1,9}$/.test(cell) && Number(cell) > 0) return Number(cell);
  return wrong("people", "no-count", `${quoted(cell)} is no number of people.`, "Write a whole number from 1.");
}
