import type { Association, Associations, Drawing, Rect, Thing } from "../../model/geometry.ts";
import { graphOf, outgoing, reachableFrom } from "../../model/graph.ts";
import type { Process, Step } from "../../model/process.ts";
import { thingSize } from "../../model/shape.ts";
import { lineBetween } from "./lines.ts";
import { Places } from "./places.ts";

/** What to draw beside steps. */
export interface AssociationOptions {
  readonly data?: boolean;
  readonly systems?: boolean;
}

/** Steps further apart than this, in pixels, get a shape each: lines across half a drawing cannot be followed. */
const FAR: Readonly<Record<Thing["kind"], number>> = { data: 640, system: 480 };

/** One shape to be: what it stands for, and the steps it is tied to, the one it stands beside first. */
interface Wanted {
  readonly kind: Thing["kind"];
  readonly of: string;
  readonly name: string;
  readonly outside: boolean;
  readonly ties: readonly (readonly [node: string, role: Association["role"]])[];
}

/**
 * Places documents beside who makes them (or, from outside, who needs them first) and systems amid their users, in
 * free room: over no node, label or other shape, and over flows only where there is nothing else. What is used in
 * several far places is drawn once in each. With the shapes come the lines to the steps. Nothing of the drawing moves.
 *
 * @param drawing - Of this same process.
 */
export function associations(
  process: Process,
  drawing: Drawing,
  { data = false, systems = false }: AssociationOptions,
): Associations {
  const steps = process.nodes.filter((node): node is Step => node.kind === "step");
  const wanted = [
    ...(data ? documents(process, steps, drawing) : []),
    ...(systems ? cylinders(process, steps, drawing) : []),
  ];
  const places = new Places(process, drawing);
  const made = new Map<string, number>();
  const things = wanted.map(({ kind, of, name, outside, ties }): Thing => {
    const count = made.get(of) ?? 0;
    made.set(of, count + 1);
    const users = ties.map(([node]) => drawing.nodes[node]!);
    // A document hangs on the first of its steps, a system on all of them alike.
    const rect = places.take(thingSize(name), kind === "data" ? users.slice(0, 1) : users, users);
    return { key: count === 0 ? of : `${of} ${count + 1}`, kind, of, rect, outside };
  });
  const boxes = [...Object.values(drawing.nodes), ...things.map(({ rect }) => rect)];
  const lines = wanted.flatMap(({ ties }, i) =>
    ties.map(([node, role]): Association => {
      const { key, rect } = things[i]!;
      const [from, to] = role === "makes" ? [drawing.nodes[node]!, rect] : [rect, drawing.nodes[node]!];
      return { thing: key, node, role, line: lineBetween(from, to, boxes) };
    }),
  );
  return { things, lines };
}

/** One document for each group of steps that are near to each other, the first around who makes it. */
function documents(process: Process, steps: readonly Step[], drawing: Drawing): readonly Wanted[] {
  const graph = graphOf(process);
  return process.data.flatMap(({ id, name }): Wanted[] => {
    const makers = steps.filter(({ outputs }) => outputs?.includes(id));
    const users = steps.filter(({ inputs }) => inputs?.includes(id));
    if (makers.length + users.length === 0) return [];
    const reached = new Set(
      makers.flatMap((maker) => [
        ...reachableFrom(
          graph,
          outgoing(graph, maker.id).map(({ to }) => to.id),
        ),
      ]),
    );
    const ties = [
      ...makers.map((maker) => [maker.id, "makes"] as const),
      ...users.map((user) => [user.id, "needs"] as const),
    ];
    return groups(ties, drawing, FAR.data).map((group) => ({
      kind: "data",
      of: id,
      name,
      outside: group.some(([node, role]) => role === "needs" && !reached.has(node)),
      ties: group,
    }));
  });
}

/** One cylinder for each group of users that are near to each other. */
function cylinders(process: Process, steps: readonly Step[], drawing: Drawing): readonly Wanted[] {
  return process.systems.flatMap(({ id, name }) => {
    const along = ({ x, y }: Rect) => (drawing.direction === "right" ? x : y);
    const users = steps
      .filter(({ systems }) => systems?.includes(id))
      .sort((a, b) => along(drawing.nodes[a.id]!) - along(drawing.nodes[b.id]!));
    const ties = users.map((step) => [step.id, "uses"] as const);
    return groups(ties, drawing, FAR.system).map(
      (group): Wanted => ({ kind: "system", of: id, name, outside: false, ties: group }),
    );
  });
}

/** Steps in their order, each with those before it if it is near to the first of them. */
function groups(ties: Wanted["ties"], { nodes }: Drawing, far: number): readonly Wanted["ties"][] {
  const found: Wanted["ties"][number][][] = [];
  for (const tie of ties) {
    const group = found.find(([first]) => distance(nodes[first![0]]!, nodes[tie[0]]!) <= far);
    if (group) group.push(tie);
    else found.push([tie]);
  }
  return found;
}

function distance(a: Rect, b: Rect): number {
  return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
}
