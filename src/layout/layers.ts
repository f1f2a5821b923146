import type { Links } from "./flows.ts";

/** The columns of a drawing, left to right. */
export interface Layers {
  /** By node, its column, from 0. */
  readonly column: Int32Array;
  /** By flow, whether it leads back to where it came from: drawn right to left. */
  readonly back: Uint8Array;
}

/**
 * Puts nodes into columns so that flows lead to the right, but for those that close a loop.
 *
 * A loop is broken where a reader would break it: at the flow that leads back to something already met on the way from
 * a start (depth first, in the order of the file). Columns are longest paths, then everything with room to its right
 * moves towards what it leads to, so that flows are short.
 *
 * @param count - How many nodes there are.
 */
export function layers(count: number, links: Links): Layers {
  const back = backFlows(count, links);
  const order = topological(count, links, back);
  const column = new Int32Array(count);
  for (const node of order) {
    for (const flow of links.in[node]!) {
      if (!back[flow]) column[node] = Math.max(column[node]!, column[links.from[flow]!]! + 1);
    }
  }
  tighten(order, links, back, column);
  return { column, back };
}

function backFlows(count: number, { from, to, out, in: into }: Links): Uint8Array {
  const back = new Uint8Array(from.length);
  const state = new Uint8Array(count);
  const visit = (root: number) => {
    const stack: [node: number, next: number][] = [[root, 0]];
    state[root] = 1;
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const flow = out[top[0]]![top[1]++];
      if (flow === undefined) {
        state[top[0]] = 2;
        stack.pop();
      } else if (state[to[flow]!] === 1) back[flow] = 1;
      else if (state[to[flow]!] === 0) {
        state[to[flow]!] = 1;
        stack.push([to[flow]!, 0]);
      }
    }
  };
  const sources = [...Array(count).keys()].filter((node) => into[node]!.every((flow) => from[flow] === to[flow]));
  for (const node of sources) if (state[node] === 0) visit(node);
  for (let node = 0; node < count; node++) if (state[node] === 0) visit(node);
  return back;
}

function topological(count: number, { to, out, in: into }: Links, back: Uint8Array): readonly number[] {
  const waiting = Int32Array.from(into, (flows) => flows.filter((flow) => !back[flow]).length);
  const order = [...Array(count).keys()].filter((node) => waiting[node] === 0);
  for (let i = 0; i < order.length; i++) {
    for (const flow of out[order[i]!]!) {
      if (!back[flow] && --waiting[to[flow]!]! === 0) order.push(to[flow]!);
    }
  }
  return order;
}

function tighten(order: readonly number[], { to, out, in: into }: Links, back: Uint8Array, column: Int32Array) {
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i]!;
    const onward = out[node]!.filter((flow) => !back[flow]);
    const arriving = into[node]!.filter((flow) => !back[flow]).length;
    if (onward.length <= arriving) continue;
    const nearest = onward.reduce((least, flow) => Math.min(least, column[to[flow]!]!), Number.POSITIVE_INFINITY);
    column[node] = nearest - 1;
  }
}
