import type { Spread } from "../../compile/spread.ts";
import type { Engine } from "../engine.ts";

/** The distribution of the first rule that the record meets. */
export function workBy({ program, tokens }: Engine, token: number, node: number): Spread {
  const by = program.workBy[node]!;
  const base = tokens.record[token]! * tokens.carried;
  const first = by.tests.findIndex((test) => test(tokens.fields, base));
  return first < 0 ? by.otherwise : by.spreads[first]!;
}
