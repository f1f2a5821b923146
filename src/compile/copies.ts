import type { Program } from "./program.ts";

/**
 * The same program several times over, for records that are counted apart: those that arrive before and after the end
 * of the warm-up, or those of each value of a field. A record lives its whole life in one copy. All copies wait in the
 * same lines for the same people and draw by the same keys, so the history is the same to the last event; only what is
 * counted by node, flow or span falls apart into one share for each copy. So nothing is tested for where records run.
 *
 * @param copies - At least 1. Node `i` of copy `c` stands at `i + c × stations`, and flows and spans likewise.
 */
export function inCopies(program: Program, copies: number): Program {
  const { stations, flows, ways, firstWay, spans } = program;
  if (stations !== program.nodes.length) throw new RangeError("a program in copies cannot be copied again");
  if (!(copies >= 1)) throw new RangeError(`at least one copy, not ${copies}`);
  const numbers = <T extends Int32Array | Float64Array | Uint8Array>(table: T, shift = 0): T => {
    const all = new (table.constructor as new (length: number) => T)(table.length * copies);
    for (let i = 0; i < all.length; i++) {
      const value = table[i % table.length]!;
      all[i] = value < 0 ? value : value + Math.floor(i / table.length) * shift;
    }
    return all;
  };
  const list = <T>(table: readonly T[]): readonly T[] => Array.from({ length: copies }, () => table).flat();
  return {
    name: program.name,
    nodes: list(program.nodes),
    stations,
    kind: numbers(program.kind),
    key: numbers(program.key),
    counter: numbers(program.counter),
    counters: program.counters,
    next: numbers(program.next, flows.length),
    givesUp: numbers(program.givesUp, flows.length),
    full: numbers(program.full, flows.length),
    firstWay: numbers(firstWay, ways.length),
    endWay: numbers(program.endWay, ways.length),
    ways: numbers(ways, flows.length),
    below: numbers(program.below),
    tests: list(program.tests),
    byChance: numbers(program.byChance),
    pool: numbers(program.pool),
    people: numbers(program.people),
    work: list(program.work),
    workBy: list(program.workBy),
    patience: list(program.patience),
    limit: numbers(program.limit),
    target: numbers(program.target),
    tasks: list(program.tasks),
    pause: list(program.pause),
    pauseOpening: list(program.pauseOpening),
    value: numbers(program.value),
    stage: numbers(program.stage),
    stages: program.stages,
    flows: list(flows),
    flowKey: numbers(program.flowKey),
    flowFrom: numbers(program.flowFrom, stations),
    flowTo: numbers(program.flowTo, stations),
    flowDelay: list(program.flowDelay),
    // Lines belong to the first copy: whoever waits there knows itself which copy it is in.
    pools: program.pools,
    dependents: program.dependents,
    covered: program.covered,
    sources: program.sources,
    spans: list(spans).map((span, i) => {
      const shift = Math.floor(i / spans.length) * stations;
      return { ...span, from: span.from + shift, to: span.to + shift };
    }),
    marks: numbers(program.marks),
    priced: program.priced,
    price: numbers(program.price),
    rate: program.rate,
    carried: program.carried,
    carriedKey: program.carriedKey,
    samples: program.samples,
  };
}
