/**
 * Finds the nodes that a record may visit more than once, and gives each a place for its count of visits.
 *
 * What is left after nodes without a way in, or without a way out, have been taken away again and again lies on a loop
 * or between two loops: a few too many, which costs a counter and no more.
 *
 * @returns By node the place of its counter, −1 for nodes visited once at the most; and how many counters there are.
 */
export function repeating(
  nodes: number,
  flowFrom: Int32Array,
  flowTo: Int32Array,
): { readonly counter: Int32Array; readonly counters: number } {
  const left = new Uint8Array(nodes).fill(1);
  for (const [from, to] of [
    [flowFrom, flowTo],
    [flowTo, flowFrom],
  ] as const) {
    const degree = new Int32Array(nodes);
    const leading: number[][] = Array.from({ length: nodes }, () => []);
    for (let flow = 0; flow < to.length; flow++) {
      if (!left[from[flow]!] || !left[to[flow]!]) continue;
      degree[to[flow]!]!++;
      leading[from[flow]!]!.push(to[flow]!);
    }
    const free = Array.from(degree.keys()).filter((node) => left[node] && degree[node] === 0);
    for (let node = free.pop(); node !== undefined; node = free.pop()) {
      left[node] = 0;
      for (const next of leading[node]!) if (--degree[next]! === 0) free.push(next);
    }
  }
  let counters = 0;
  const counter = Int32Array.from(left, (on) => (on ? counters++ : -1));
  return { counter, counters };
}
