import type { Engine } from "../engine.ts";

/** A record chooses its way by chance, by rules, or by neither; returns the flow. */
export function decide(engine: Engine, token: number, node: number): number {
  const { program, tokens } = engine;
  const visit = engine.countVisit(token, node);
  const last = program.endWay[node]! - 1;
  let way = program.firstWay[node]!;
  if (program.byChance[node] === 1) {
    engine.open(token, engine.sites.chance[node]!, visit);
    const chance = engine.random.share();
    while (way < last && chance >= program.below[way]!) way++;
  } else {
    const base = tokens.record[token]! * tokens.carried;
    while (way < last && program.tests[way]?.(tokens.fields, base) !== true) way++;
  }
  return program.ways[way]!;
}
