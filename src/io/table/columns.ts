/** What a column holds. */
export type ColumnId =
  | "name"
  | "kind"
  | "department"
  | "team"
  | "inputs"
  | "outputs"
  | "systems"
  | "next"
  | "labels"
  | "work"
  | "people"
  | "stage"
  | "description"
  | "id";

/** A column as it is written, and what else people call it. */
interface Column {
  readonly heading: string;
  /** In small letters, without spaces around. */
  readonly also: readonly string[];
  /** Whether it is written even where every cell of it is empty. */
  readonly always: boolean;
}

/** Our columns, in the order in which they are written. */
export const COLUMNS: Readonly<Record<ColumnId, Column>> = {
  name: {
    heading: "Step",
    also: ["process step", "process step description", "steps", "activity", "task", "name", "node", "step name"],
    always: true,
  },
  kind: { heading: "Kind", also: ["shape type", "type", "shape"], always: true },
  department: { heading: "Department", also: ["function", "lane", "swimlane", "unit"], always: true },
  team: { heading: "Team", also: ["role", "who", "owner", "responsible", "performer", "actor"], always: true },
  inputs: { heading: "Inputs", also: ["input", "data in", "needs", "input data"], always: true },
  outputs: { heading: "Outputs", also: ["output", "data out", "makes", "output data", "results"], always: true },
  systems: { heading: "Systems", also: ["system", "tool", "tools", "application", "applications"], always: true },
  next: {
    heading: "Next",
    also: ["next step id", "next step", "next steps", "then", "leads to", "followed by"],
    always: true,
  },
  labels: { heading: "Connector Label", also: ["connector labels"], always: false },
  work: { heading: "Work", also: ["duration", "time", "work time", "effort", "takes"], always: true },
  people: { heading: "People", also: ["persons", "number of people"], always: true },
  stage: { heading: "Stage", also: ["phase", "stages"], always: false },
  description: { heading: "Description", also: ["comment", "comments", "notes", "details"], always: false },
  id: { heading: "Id", also: ["process step id", "step id", "key"], always: true },
};

/** Every column. */
export const COLUMN_IDS = Object.keys(COLUMNS) as readonly ColumnId[];

const byHeading = new Map(
  COLUMN_IDS.flatMap((id) => [COLUMNS[id].heading.toLowerCase(), ...COLUMNS[id].also].map((words) => [words, id])),
);

/** The column that a heading names, whatever its letters' size; undefined if it names none. */
export function columnOf(heading: string): ColumnId | undefined {
  return byHeading.get(plainWords(heading).toLowerCase());
}

/** The headings that Visio's Data Visualizer knows, by what we keep there. */
export const VISIO_HEADINGS = {
  id: "Process Step ID",
  name: "Process Step Description",
  next: "Next Step ID",
  labels: "Connector Label",
  kind: "Shape Type",
  department: "Function",
  stage: "Phase",
} as const satisfies Partial<Record<ColumnId, string>>;

/** Whether a heading row is that of Visio's Data Visualizer. */
export function isVisio(header: readonly string[]): boolean {
  const given = new Set(header.map((heading) => plainWords(heading).toLowerCase()));
  return given.has("process step id") && given.has("next step id");
}

/** A text on one line, with single spaces: what names are in a table. */
export function plainWords(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
