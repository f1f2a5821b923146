import { MARK } from "../../compile/program.ts";
import type { Engine } from "../engine.ts";
import { recordKeys } from "../random.ts";
import { sample } from "../sample.ts";
import { RunLimit } from "../stop.ts";
import { beginSpans } from "./span.ts";

/** More records than this at once do not fit into memory. */
const INSIDE = 5_000_000;

const key = new Int32Array(2);

/**
 * A record arrives at a start, with its luck and its fields.
 *
 * @param source - The place of the start among the sources.
 * @param number - Which record of that start it is, from 0.
 * @returns The token that stands for it.
 * @throws RunLimit where there is no more room.
 */
export function bear(engine: Engine, source: number, number: number): number {
  const { tokens, program, tally, queues, now } = engine;
  const { node, key: start } = program.sources[source]!;
  const token = tokens.take();
  tokens.record[token] = token;
  tokens.parent[token] = -1;
  tokens.born[token] = now;
  tokens.number[token] = tally.arrived++;
  recordKeys(key, engine.run, start, number);
  tokens.high[token] = key[0]!;
  tokens.low[token] = key[1]!;
  const counts = token * program.counters;
  if (program.counters > 0) tokens.visits.fill(0, counts, counts + program.counters);
  if (tokens.carried > 0) drawFields(engine, token, source);
  if (tokens.spans > 0) {
    tokens.marks.fill(Number.NaN, token * tokens.spans, (token + 1) * tokens.spans);
    if (program.marks[node]! & MARK.from) beginSpans(engine, token, node);
  }
  tally.visits[node]!++;
  if (++tokens.records > INSIDE)
    throw new RunLimit(program.nodes[queues.mostCrowded()]!.id, `more than ${INSIDE} records are inside at once`);
  return token;
}

function drawFields(engine: Engine, token: number, source: number): void {
  const { tokens, program, random, sites } = engine;
  const { set } = program.sources[source]!;
  for (let i = 0; i < set.length; i++) {
    const spread = program.samples[i];
    let value = set[i]!;
    if (Number.isNaN(value) && spread !== undefined) {
      engine.open(token, sites.field[i]!, 0);
      value = sample(spread, random);
    }
    tokens.fields[token * set.length + i] = value;
  }
}
