import { MARK } from "../../compile/program.ts";
import type { Engine } from "../engine.ts";
import { recordKeys } from "../random.ts";
import type { Run } from "../run.ts";
import { sample } from "../sample.ts";
import { STATE } from "../tokens.ts";
import { overcrowded } from "../watch.ts";
import { beginSpans } from "./span.ts";
import { enterStage } from "./stage.ts";

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
  const { tokens, program, tally, groups, limits, now } = engine;
  const { node: first, key: start } = program.sources[source]!;
  if (tokens.records >= limits.inside || tokens.used * tokens.bytes > limits.bytes) throw overcrowded(engine);
  const token = tokens.take();
  tokens.state[token] = STATE.moving;
  tokens.record[token] = token;
  tokens.parent[token] = -1;
  tokens.born[token] = now;
  tokens.number[token] = tally.arrived++;
  recordKeys(key, engine.key, start, number);
  tokens.high[token] = key[0]!;
  tokens.low[token] = key[1]!;
  const counts = token * program.counters;
  if (program.counters > 0) tokens.visits.fill(0, counts, counts + program.counters);
  if (tokens.carried > 0) drawFields(engine, source, key, tokens.fields, token * tokens.carried);
  const copy = groups === undefined ? 0 : groups.copyOf(now, tokens.fields, token * tokens.carried);
  const node = first + copy * program.stations;
  tokens.home[token] = node;
  tokens.lifetimes -= now;
  if (program.priced) tokens.spent[token] = 0;
  if (tokens.stages > 0) {
    tokens.reached.fill(0, token * tokens.stages, (token + 1) * tokens.stages);
    if (program.marks[node]! & MARK.stage) enterStage(engine, token, node);
  }
  if (tokens.spans > 0) {
    tokens.marks.fill(Number.NaN, token * tokens.spans, (token + 1) * tokens.spans);
    if (program.marks[node]! & MARK.from) beginSpans(engine, token, node);
  }
  tally.visits[node]!++;
  tokens.records++;
  return token;
}

/**
 * Draws the fields of a record.
 *
 * @param key - Of the record.
 * @param into - Gets them, from place `base` on.
 */
function drawFields(
  { program, random, sites }: Run,
  source: number,
  key: Int32Array,
  into: Float64Array,
  base: number,
): void {
  const { set } = program.sources[source]!;
  for (let i = 0; i < set.length; i++) {
    const spread = program.samples[i];
    let value = set[i]!;
    if (Number.isNaN(value) && spread !== undefined) {
      random.open(key[0]!, key[1]!, sites.field[i]!, 0);
      value = sample(spread, random);
    }
    into[base + i] = value;
  }
}
