import type { Links } from "../flows.ts";
import type { Layers } from "../layers.ts";

/**
 * Gives every node a row in its lane: what follows something in the same lane stays on its row, the longest way on
 * first, so that a lane's main run is a straight line; what branches off goes to the nearest free row beside it.
 *
 * @param lane - By node, its lane.
 * @returns By node, its row; 0 is the lane's main one, negative ones lie above it.
 */
export function rows(
  lane: readonly number[],
  links: Links,
  { column, back }: Pick<Layers, "column" | "back">,
): Int32Array {
  const count = lane.length;
  const row = new Int32Array(count);
  const ahead = wayAhead(count, links, { column, back });
  const taken = new Set<string>();
  const key = (node: number, at: number) => `${lane[node]} ${column[node]} ${at}`;
  const order = Array.from({ length: count }, (_, i) => i);
  order.sort((a, b) => column[a]! - column[b]! || ahead[b]! - ahead[a]! || a - b);
  for (const node of order) {
    const before = links.in[node]!.filter((flow) => !back[flow] && lane[links.from[flow]!] === lane[node]);
    before.sort(
      (a, b) => column[links.from[b]!]! - column[links.from[a]!]! || ahead[links.from[b]!]! - ahead[links.from[a]!]!,
    );
    const wish = before.length > 0 ? row[links.from[before[0]!]!]! : 0;
    let at = wish;
    for (let step = 1; taken.has(key(node, at)); step++) at = wish + (step % 2 === 1 ? (step + 1) / 2 : -step / 2);
    taken.add(key(node, at));
    row[node] = at;
  }
  return row;
}

/** By node, how many columns the longest way on from it has. */
function wayAhead(count: number, { to, out }: Links, { column, back }: Pick<Layers, "column" | "back">): Int32Array {
  const ahead = new Int32Array(count);
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => column[b]! - column[a]! || b - a);
  for (const node of order) {
    for (const flow of out[node]!) if (!back[flow]) ahead[node] = Math.max(ahead[node]!, ahead[to[flow]!]! + 1);
  }
  return ahead;
}
