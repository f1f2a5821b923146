import type { Engine } from "../engine.ts";

/** A token comes to where spans begin. */
export function beginSpans({ program, tokens, now }: Engine, token: number, node: number): void {
  const base = tokens.record[token]! * tokens.spans;
  for (const [i, span] of program.spans.entries()) if (span.from === node) tokens.marks[base + i] = now;
}

/** A token comes to where spans end: those of which it has come to the beginning are measured, once. */
export function endSpans({ program, tally, tokens, now }: Engine, token: number, node: number): void {
  const base = tokens.record[token]! * tokens.spans;
  for (const [i, span] of program.spans.entries()) {
    const since = tokens.marks[base + i]!;
    if (span.to !== node || Number.isNaN(since)) continue;
    tally.countSpan(i, now - since, span.within);
    tokens.marks[base + i] = Number.NaN;
  }
}
