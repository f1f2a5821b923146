import { type AnyStateMachine, assign, setup } from "xstate";
import type { FieldValue, Rule } from "../model/rule.ts";
import { meets } from "../model/rule.ts";
import type { MachineConfig } from "./config.ts";

/** What a record brings into its life: where it starts, its fields, and the first chances. */
export interface Birth {
  readonly start: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** For each decision a number from 0 to 1; events bring new ones along in `chances`. */
  readonly chances: Readonly<Record<string, number>>;
}

/**
 * Makes the machine of a record's life ready to run with XState's own `initialTransition` and `transition`.
 *
 * Time comes in as the events `xstate.after.…` (see `afterEvent`); the delays that XState would use by itself are 0.
 *
 * @param config - From `machineOf`, or read back from JSON.
 */
export function lifeOf(config: MachineConfig): AnyStateMachine {
  const delays = Object.fromEntries(timed(config.states).map((name) => [name, () => 0]));
  const machine: unknown = setup({
    types: {} as { context: Birth; input: Birth; events: { type: string; chances?: Birth["chances"] } },
    guards: {
      startsAt: ({ context }, { start }: { start: string }) => context.start === start,
      share: ({ context }, { decision, below }: { decision: string; below: number }) =>
        (context.chances[decision] ?? Number.NaN) < below,
      rule: ({ context }, { rule }: { rule: Rule }) => meets(rule, context.fields),
    },
    actions: {
      heed: assign({ chances: ({ context, event }) => ({ ...context.chances, ...event.chances }) }),
      take: (_, _taken: { flow: string }) => {},
    },
    delays,
  }).createMachine({ ...(config as object), context: ({ input }: { input: Birth }) => input } as never);
  // XState's own machine types do not meet exactOptionalPropertyTypes.
  return machine as AnyStateMachine;
}

function timed(states: MachineConfig["states"]): string[] {
  return Object.values(states).flatMap((state) => [...Object.keys(state.after ?? {}), ...timed(state.states ?? {})]);
}
