import type { Links } from "./flows.ts";

/** The columns of a drawing, left to right. */
export interface Layers {
  /** By node, its column, from 0. */
  readonly column: Int32Array;
  /** By flow, whether it leads back to where it came from: drawn right to left. */
  readonly back: Uint8Array;
  /** By node, its stage (-1 for none), if stages have columns of their own; all -1 if the flow runs to and fro between them. */
  readonly stage: Int32Array;
}

/**
 * Puts nodes into columns so that flows lead to the right, but for those that close a loop.
 *
 * A loop is broken where a reader would break it: at the flow that leads back to an earlier stage, or else to something
 * already met on the way from a start (depth first, in the order of the file). Columns are longest paths, then
 * everything with room to its right moves towards what it leads to, so that flows are short. Stages come one after the
 * other, each in columns of its own, unless that would turn round a flow that closes no loop.
 *
 * @param count - How many nodes there are.
 * @param stages - By node, its stage, -1 for none; several to try, best first.
 */
export function layers(count: number, links: Links, stages: readonly Int32Array[] = []): Layers {
  for (const stage of stages) {
    const back = backFlows(count, links, returning(count, links, stage));
    const order = topological(count, links, back);
    if (inOrder(order, links, back, stage)) return columns(count, order, links, back, stage);
  }
  const back = backFlows(count, links, new Uint8Array(links.from.length));
  return columns(count, topological(count, links, back), links, back, new Int32Array(count).fill(-1));
}

/** Longest paths, stage after stage. */
function columns(count: number, order: readonly number[], links: Links, back: Uint8Array, stage: Int32Array): Layers {
  const column = new Int32Array(count);
  const last = stage.reduce((a, b) => Math.max(a, b), -1);
  const first = new Int32Array(last + 2);
  for (let each = 0; each <= last + 1; each++) {
    for (const node of order) {
      column[node] = stage[node]! >= 0 && stage[node]! <= each ? first[stage[node]!]! : 0;
      for (const flow of links.in[node]!) {
        if (!back[flow]) column[node] = Math.max(column[node]!, column[links.from[flow]!]! + 1);
      }
    }
    if (each > last) break;
    first[each + 1] = order.reduce(
      (most, node) => (stage[node] === each ? Math.max(most, column[node]! + 1) : most),
      first[each]!,
    );
  }
  tighten(order, links, back, column, (node) =>
    stage[node]! >= 0 && stage[node]! < last ? first[stage[node]! + 1]! - 1 : Number.POSITIVE_INFINITY,
  );
  return { column, back, stage };
}

/** The flows that lead to an earlier stage and close a loop. */
function returning(count: number, { from, to, out }: Links, stage: Int32Array): Uint8Array {
  return Uint8Array.from(from, (start, flow) => {
    const end = to[flow]!;
    if (stage[end]! < 0 || stage[end]! >= stage[start]!) return 0;
    const met = new Uint8Array(count);
    const stack = [end];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node === start) return 1;
      if (met[node]) continue;
      met[node] = 1;
      for (const next of out[node]!) stack.push(to[next]!);
    }
    return 0;
  });
}

/** Whether no way leads from a stage to an earlier one, but for flows that lead back. */
function inOrder(order: readonly number[], links: Links, back: Uint8Array, stage: Int32Array): boolean {
  const reached = new Int32Array(stage.length).fill(-1);
  return order.every((node) => {
    for (const flow of links.in[node]!) {
      if (!back[flow]) reached[node] = Math.max(reached[node]!, reached[links.from[flow]!]!);
    }
    if (stage[node]! < 0) return true;
    const follows = stage[node]! >= reached[node]!;
    reached[node] = stage[node]!;
    return follows;
  });
}

/** @param known - By flow, whether it is known to lead back; the others are looked at. */
function backFlows(count: number, { from, to, out, in: into }: Links, known: Uint8Array): Uint8Array {
  const back = known.slice();
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
      } else if (back[flow]) continue;
      else if (state[to[flow]!] === 1) back[flow] = 1;
      else if (state[to[flow]!] === 0) {
        state[to[flow]!] = 1;
        stack.push([to[flow]!, 0]);
      }
    }
  };
  const sources = [...Array(count).keys()].filter((node) =>
    into[node]!.every((flow) => from[flow] === to[flow] || known[flow]),
  );
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

function tighten(
  order: readonly number[],
  { to, out, in: into }: Links,
  back: Uint8Array,
  column: Int32Array,
  most: (node: number) => number,
) {
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i]!;
    const onward = out[node]!.filter((flow) => !back[flow]);
    const arriving = into[node]!.filter((flow) => !back[flow]).length;
    if (onward.length <= arriving) continue;
    const nearest = onward.reduce((least, flow) => Math.min(least, column[to[flow]!]!), Number.POSITIVE_INFINITY);
    column[node] = Math.min(nearest - 1, most(node));
  }
}
