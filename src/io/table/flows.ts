import type { Problem } from "../../model/problem.ts";
import type { Flow, ProcessNode } from "../../model/process.ts";
import { quoted } from "../../model/read/expected.ts";
import { COLUMNS } from "./columns.ts";
import { type Ids, nameKey } from "./names.ts";
import type { Draft } from "./rows.ts";
import type { Way } from "./ways.ts";

/** A row and the node made of it. */
export interface Made {
  readonly draft: Draft;
  readonly node: ProcessNode;
}

type Loose = Omit<Flow, "id">;

/**
 * The flows that the rows of a table say, or mean by their order: where a row says nothing of what follows, the row
 * below does, unless it is an end.
 */
export function flowsOf(made: readonly Made[], ids: Ids, problems: Problem[]): readonly Flow[] {
  const find = finder(made, problems);
  const flows: Loose[] = made.flatMap(({ draft, node }, i) => {
    const below = made[i + 1]?.node.id;
    if (draft.next === undefined)
      return node.kind === "end" || below === undefined ? [] : [{ from: node.id, to: below }];
    return draft.next.flatMap(({ target, way }): Loose[] => {
      const to = find(target, draft);
      return to === undefined ? [] : [{ from: node.id, to, ...inOrder(way) }];
    });
  });
  return flows.map(({ from, to, ...way }) => ({ id: ids.like(`${from}-${to}`), from, to, ...way }));
}

/** The keys of a way in the order of the file. */
function inOrder({ label, share, otherwise, on }: Way): Partial<Flow> {
  return {
    ...(label === undefined ? {} : { label }),
    ...(share === undefined ? {} : { share }),
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(on === undefined ? {} : { on }),
  };
}

/** Finds the node that a text means: by its id, else by its name. */
function finder(made: readonly Made[], problems: Problem[]) {
  const ids = new Map(made.filter(({ draft }) => draft.id !== "").map(({ draft, node }) => [draft.id, node.id]));
  const names = new Map<string, Made[]>();
  for (const each of made) {
    const key = nameKey(each.draft.name);
    const same = names.get(key);
    if (same) same.push(each);
    else names.set(key, [each]);
  }
  const wrong = ({ place }: Draft, code: string, message: string, mend: string) => {
    problems.push({
      severity: "error",
      code,
      path: "",
      message: `${place}, ${COLUMNS.next.heading}: ${message}`,
      mend,
    });
    return undefined;
  };
  return (target: string, from: Draft): string | undefined => {
    const named = names.get(nameKey(target)) ?? [];
    const known = ids.get(target) ?? (named.length === 1 ? named[0]!.node.id : undefined);
    if (known !== undefined) return known;
    if (named.length === 0)
      return wrong(
        from,
        "no-such-step",
        `no row is called ${quoted(target)}.`,
        "Write the name or the id of another row, or add a row of that name.",
      );
    const places = named.map(({ draft }) => draft.place.toLowerCase()).join(" and ");
    return wrong(
      from,
      "two-such-steps",
      `${quoted(target)} may be ${places}.`,
      "Give these rows ids, and write the id.",
    );
  };
}
