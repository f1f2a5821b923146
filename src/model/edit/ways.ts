import { moveTo, patch } from "../edit.ts";
import type { Flow, Process } from "../process.ts";
import type { Rule } from "../rule.ts";

/** How a decision decides: by shares of all records, or by rules on what a record carries. */
export type Way = "chance" | "rule";

/** Shares are kept to so many parts of the whole: a hundredth of a percent. */
const PARTS = 10_000;

/** The flows out of a node, in the order in which rules are tried. */
export function waysOut(process: Process, node: string): readonly Flow[] {
  return process.flows.filter(({ from }) => from === node);
}

/** How the flows out of a decision are chosen; by chance if nothing speaks for rules. */
export function wayOf(flows: readonly Flow[]): Way {
  return flows.some(({ when, otherwise }) => when !== undefined || otherwise) ? "rule" : "chance";
}

/** What the shares of these flows add up to; a flow without one counts as 0. */
export function sumOfShares(flows: readonly Flow[]): number {
  return flows.reduce((sum, { share }) => sum + (share ?? 0), 0);
}

/** Whether shares add up to 1, but for what rounding leaves. */
export function addsUp(flows: readonly Flow[]): boolean {
  return Math.abs(sumOfShares(flows) - 1) < 1e-6;
}

/** Scales the shares out of a decision so that they add up to 1; where all are 0, each takes an equal part. */
export function makeAddUp(process: Process, node: string): Process {
  const flows = waysOut(process, node);
  const sum = sumOfShares(flows);
  const exact = flows.map(({ share = 0 }) => (sum > 0 ? share / sum : 1 / flows.length) * PARTS);
  return withShares(process, flows, largestRemainders(exact));
}

/** Whole parts as near as can be to the exact ones and with the same sum: what rounding leaves goes to the largest rests. */
function largestRemainders(exact: readonly number[]): readonly number[] {
  const whole = exact.map(Math.floor);
  let left = PARTS - whole.reduce((sum, part) => sum + part, 0);
  const byRest = exact.map((part, i) => ({ i, rest: part - Math.floor(part) })).toSorted((a, b) => b.rest - a.rest);
  for (const { i } of byRest) {
    if (left <= 0) break;
    whole[i] = (whole[i] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}

function withShares(process: Process, flows: readonly Flow[], parts: readonly number[]): Process {
  return flows.reduce(
    (before, { id }, i) =>
      patch(before, "flows", id, { share: (parts[i] ?? 0) / PARTS, when: undefined, otherwise: undefined }),
    process,
  );
}

/** Lets a decision decide by chance: its rules go, and the shares it has, or equal ones, add up to 1. */
export function byChance(process: Process, node: string): Process {
  return makeAddUp(process, node);
}

/**
 * Lets a decision decide by rule: its shares go, the last flow becomes the otherwise, and the others start with the
 * rule given.
 */
export function byRule(process: Process, node: string, first: Rule): Process {
  const flows = waysOut(process, node);
  return flows.reduce(
    (before, { id }, i) =>
      patch(before, "flows", id, {
        share: undefined,
        when: i < flows.length - 1 ? first : undefined,
        otherwise: i < flows.length - 1 ? undefined : true,
      }),
    process,
  );
}

/** Makes one flow out of a decision the otherwise. The one that was gets the rule of the new one. */
export function makeOtherwise(process: Process, flow: Flow): Process {
  const before = waysOut(process, flow.from).filter(({ otherwise, id }) => otherwise && id !== flow.id);
  const freed = before.reduce(
    (result, { id }) => patch(result, "flows", id, { otherwise: undefined, when: flow.when }),
    process,
  );
  return patch(freed, "flows", flow.id, { otherwise: true, when: undefined, share: undefined });
}

/** Tries a flow's rule sooner (−1) or later (+1) than its neighbour's. */
export function moveWay(process: Process, flow: Flow, by: -1 | 1): Process {
  const sisters = waysOut(process, flow.from);
  const neighbour = sisters[sisters.findIndex(({ id }) => id === flow.id) + by];
  if (!neighbour) return process;
  return moveTo(
    process,
    "flows",
    flow.id,
    process.flows.findIndex(({ id }) => id === neighbour.id),
  );
}
