import { outgoing } from "./graph.ts";
import type { Link, Links } from "./links.ts";

/**
 * The loops of a process: the largest groups of nodes in which every node leads to every other, and single nodes
 * that lead to themselves. Each group lists its nodes in the order of the file.
 *
 * Tarjan's strongly connected components (1972), with a stack of its own instead of recursion.
 *
 * @param along - Which flows count; all if left out.
 */
export function loops(graph: Links, along: (link: Link) => boolean = () => true): readonly (readonly string[])[] {
  const order = new Map([...graph.nodes.keys()].map((id, i) => [id, i]));
  const place = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: string[][] = [];

  const enter = (id: string) => {
    place.set(id, place.size);
    low.set(id, place.get(id)!);
    open.push(id);
    isOpen.add(id);
    return { id, links: outgoing(graph, id).filter(along), next: 0 };
  };
  const lower = (id: string, to: number) => low.set(id, Math.min(low.get(id)!, to));

  for (const root of graph.nodes.keys()) {
    if (place.has(root)) continue;
    const path = [enter(root)];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const to = at.links[at.next++]?.to.id;
      if (to !== undefined) {
        if (!place.has(to)) path.push(enter(to));
        else if (isOpen.has(to)) lower(at.id, place.get(to)!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) lower(parent.id, low.get(at.id)!);
      if (low.get(at.id) !== place.get(at.id)) continue;
      const group = open.splice(open.lastIndexOf(at.id));
      for (const id of group) isOpen.delete(id);
      if (group.length > 1 || at.links.some((link) => link.to.id === at.id)) {
        found.push(group.sort((a, b) => order.get(a)! - order.get(b)!));
      }
    }
  }
  return found.sort((a, b) => order.get(a[0]!)! - order.get(b[0]!)!);
}
