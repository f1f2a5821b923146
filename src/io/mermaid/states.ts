import { type MachineConfig, type State, type States, stateId, type Transition } from "../../compile/config.ts";
import { flowLabel } from "../../model/flow-label.ts";
import type { Process } from "../../model/process.ts";
import { nameOf, titleOf } from "../../model/words.ts";
import { mermaidText, mermaidTitle } from "./escape.ts";

/** The life of one record as a Mermaid state diagram: each step waits, then works; branches stand side by side. */
export function stateDiagram(process: Process, machine: MachineConfig): string {
  const diagram = new Diagram(process, machine.states);
  return `${mermaidTitle(process.name)}stateDiagram-v2\n${diagram.body(machine.states, machine.initial, "  ")}\n`;
}

class Diagram {
  private readonly process: Process;
  private readonly short = new Map<State, string>();
  private readonly byReference = new Map<string, State>();
  private readonly reached = new Set<string>();
  private readonly names: ReadonlyMap<string, string>;

  constructor(process: Process, states: States) {
    this.process = process;
    this.names = new Map([
      ...process.flows.map(({ id, to }) => [stateId(id), `on the way to ${nameOf(process, to)}`] as const),
      ...process.nodes.map((node) => [stateId(node.id), titleOf(node)] as const),
    ]);
    this.number(states);
    for (const state of this.short.keys())
      for (const { transition } of waysOut(state)) this.reached.add(transition.target);
  }

  private number(states: States): void {
    for (const state of Object.values(states)) {
      this.short.set(state, `s${this.short.size}`);
      if (state.id !== undefined) this.byReference.set(`#${state.id}`, state);
      this.number(state.states ?? {});
    }
  }

  /** The states of one level with the transitions between them, and where it begins. */
  body(states: States, initial: string | undefined, indent: string): string {
    const first = initial === undefined ? undefined : states[initial];
    return [
      ...(first ? [`${indent}[*] --> ${this.short.get(first)}`] : []),
      ...Object.entries(states).flatMap(([key, state]) => this.state(key, state, indent)),
      ...Object.values(states).flatMap((state) => this.transitions(state, states, indent)),
    ].join("\n");
  }

  private state(key: string, state: State, indent: string): readonly string[] {
    if (state.type === "final" && !this.isReached(state)) return [];
    const id = this.short.get(state);
    const named = `${indent}state "${mermaidText(this.title(key))}" as ${id}`;
    if (state.states === undefined) return [named];
    const inner = `${indent}  `;
    if (state.type !== "parallel")
      return [`${named} {`, this.body(state.states, initialOf(state), inner), `${indent}}`];
    const branches = Object.values(state.states).map((branch) =>
      this.body(branch.states ?? {}, initialOf(branch), inner),
    );
    return [`${named} {`, branches.join(`\n${inner}--\n`), `${indent}}`];
  }

  private title(key: string): string {
    const name = this.names.get(key);
    return name ?? key.replace(/^@/, "").replaceAll("-", " ");
  }

  /** Mermaid draws lines only between states of one level; what leads further out is drawn from the state around. */
  private transitions(state: State, level: States, indent: string): readonly string[] {
    const from = this.short.get(state);
    if (state.type === "final") return this.isReached(state) ? [`${indent}${from} --> [*]`] : [];
    const here = new Set(Object.values(level));
    return waysOut(state).flatMap(({ transition, event }) => {
      const to = level[transition.target] ?? this.byReference.get(transition.target);
      if (to === undefined || !here.has(to)) return [];
      const words = [event, this.flowWords(transition, event)].filter((part) => part !== "").join(", ");
      return [`${indent}${from} --> ${this.short.get(to)}${words === "" ? "" : ` : ${mermaidText(words)}`}`];
    });
  }

  private flowWords({ guard, actions }: Transition, event: string): string {
    if (guard?.type === "startsAt") return "if it starts there";
    const taken = actions?.find((action) => action.type === "take");
    const flow = this.process.flows.find(({ id }) => taken?.type === "take" && taken.params.flow === id);
    if (flow === undefined) return "";
    return event === "" ? flowLabel(flow, this.process) : (flow.label ?? "");
  }

  /** Whether anything leads to a state; what nothing leads to, such as being turned away without limits, is not drawn. */
  private isReached(state: State): boolean {
    return state.id === undefined || this.reached.has(`#${state.id}`);
  }
}

const initialOf = ({ initial }: State) => (typeof initial === "object" ? initial.target : initial);

interface WayOut {
  readonly transition: Transition;
  readonly event: string;
}

/**
 * What leads out of a state, and on which event. Mermaid draws no line from inside one state to inside another, so the
 * ways out of a step's inner states are drawn from the step.
 */
function waysOut(state: State): readonly WayOut[] {
  const own: readonly WayOut[] = [
    ...(state.always ?? []).map((transition) => ({ transition, event: "" })),
    ...Object.entries(state.on ?? {}).map(([event, transition]) => ({ transition, event: lastOf(event) })),
    ...Object.values(state.after ?? {}).map((transition) => ({ transition, event: "after a while" })),
    ...(state.onDone ? [{ transition: state.onDone, event: "all done" }] : []),
  ];
  if (state.states === undefined || state.type === "parallel") return own;
  const inner = Object.values(state.states).flatMap(waysOut);
  return [...own, ...inner.filter(({ transition }) => !Object.hasOwn(state.states ?? {}, transition.target))];
}

function lastOf(event: string): string {
  return event.slice(event.lastIndexOf(".") + 1).replaceAll("-", " ");
}
