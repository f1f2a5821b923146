import type { Engine } from "../engine.ts";

/** A token comes to where a stage can be entered: its record counts there once. */
export function enterStage({ program, tokens, tally }: Engine, token: number, node: number): void {
  const stage = program.stage[node]!;
  const at = tokens.record[token]! * tokens.stages + stage;
  if (tokens.reached[at] === 1) return;
  tokens.reached[at] = 1;
  tally.reached[Math.floor(node / program.stations) * tokens.stages + stage]!++;
}

/** A record leaves for good: the last stage, in their order, that it came to is as far as it got. */
export function leaveStages({ program, tokens, tally }: Engine, record: number, node: number): void {
  const { length } = program.stages;
  let furthest = length;
  while (furthest > 0 && tokens.reached[record * length + furthest - 1] === 0) furthest--;
  tally.furthest[node * (length + 1) + furthest]!++;
}
