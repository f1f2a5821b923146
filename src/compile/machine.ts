import type { Distribution } from "../model/distribution.ts";
import { blockOf, enclosing, type Graph, graphOf, outgoing } from "../model/graph.ts";
import type { Exit, Flow, NodeKind, NodeOf, Process, ProcessNode } from "../model/process.ts";
import {
  type Action,
  ARRIVING,
  eventType,
  GAVE_UP,
  JOINED,
  type MachineConfig,
  type State,
  type States,
  stateId,
  type Transition,
  TURNED_AWAY,
} from "./config.ts";

const HEED: Action = { type: "heed" };

/**
 * Turns a process into the life of one record, as an XState v5 machine.
 *
 * State ids are node ids (flow ids for flows that take time). A step waits, then works, and leaves by `done`,
 * `gives-up` or `full`; a decision leaves at once by the first way whose guard holds; a fork is a parallel state, its
 * join the `onDone`; a wait leaves after a delay; an end is final. Chance and time come in with events: nothing is
 * drawn inside.
 *
 * @param process - A process without errors (see `validate`); for any other the result is undefined, or it throws.
 */
export function machineOf(process: Process): MachineConfig {
  const house = new House(process);
  const starts = process.nodes.filter((node) => node.kind === "start");
  const last = starts.length - 1;
  return {
    id: "@life",
    initial: ARRIVING,
    states: {
      [ARRIVING]: {
        always: starts.map(({ id }, i) => ({
          target: reference(stateId(id)),
          ...(i < last ? { guard: { type: "startsAt" as const, params: { start: id } } } : {}),
        })),
      },
      ...house.states(undefined),
      [TURNED_AWAY]: { id: TURNED_AWAY, type: "final", output: { outcome: "turned-away" } },
      [GAVE_UP]: { id: GAVE_UP, type: "final", output: { outcome: "gave-up" } },
    },
    meta: {
      process: process.name,
      teams: process.teams,
      systems: process.systems,
      fields: process.fields,
      calendars: process.calendars,
      targets: process.targets,
      stages: process.stages.map(({ id }) => id),
      ...(process.simulation?.start === undefined ? {} : { start: process.simulation.start }),
    },
  };
}

const reference = (id: string) => `#${id}`;

/** Sorts nodes into rooms: the branches of forks, and what is outside of all forks. */
class House {
  readonly graph: Graph;
  private readonly tenants = new Map<string | undefined, ProcessNode[]>();

  constructor(process: Process) {
    this.graph = graphOf(process);
    for (const node of process.nodes) {
      const room = this.room(node.id);
      this.tenants.set(room, [...(this.tenants.get(room) ?? []), node]);
    }
  }

  /** The flow that opens the innermost branch a node lies in; undefined outside of all forks. */
  private room(id: string): string | undefined {
    const inside = enclosing(this.graph, id);
    return inside?.block.branches[inside.branch]?.link.flow.id;
  }

  /** The states of a branch, or of what is outside of all forks: its nodes, and its flows that take time. */
  states(room: string | undefined): States {
    const states: Record<string, State> = {};
    for (const node of this.tenants.get(room) ?? []) {
      states[stateId(node.id)] = this.state(node);
      if (node.kind === "fork") continue;
      for (const flow of this.flows(node)) Object.assign(states, this.onTheWay(flow));
    }
    return states;
  }

  flows(node: ProcessNode): readonly Flow[] {
    return outgoing(this.graph, node.id).map(({ flow }) => flow);
  }

  join(fork: ProcessNode): string {
    const block = blockOf(this.graph, fork.id);
    if (block === undefined) throw new Error(`fork ${fork.id} has no join, which validation refuses`);
    return block.join;
  }

  /** Where a record goes by a flow: to the flow's own state if it takes time, to a branch's end if that is where it leads. */
  to(flow: Flow): string {
    return flow.delay === undefined ? this.arrival(flow) : reference(stateId(flow.id));
  }

  way(flow: Flow, guard?: Transition["guard"]): Transition {
    return {
      target: this.to(flow),
      ...(guard === undefined ? {} : { guard }),
      actions: [{ type: "take", params: { flow: flow.id } }],
    };
  }

  /** By the one flow out of a node that just passes records on. */
  onward(node: ProcessNode): Transition {
    const [flow] = this.flows(node);
    if (flow === undefined) throw new Error(`node ${node.id} leads nowhere, which validation refuses`);
    return this.way(flow);
  }

  private arrival(flow: Flow): string {
    if (this.graph.nodes.get(flow.to)?.kind !== "join") return reference(stateId(flow.to));
    const branch = this.graph.nodes.get(flow.from)?.kind === "fork" ? flow.id : this.room(flow.from);
    if (branch === undefined) throw new Error(`flow ${flow.id} joins what no fork split, which validation refuses`);
    return reference(joinedId(branch));
  }

  private onTheWay(flow: Flow): States {
    if (flow.delay === undefined) return {};
    const id = stateId(flow.id);
    const after = { [id]: { target: this.arrival(flow), actions: [HEED] } };
    return { [id]: { id, after, meta: { flow: flow.id, delay: flow.delay as Distribution } } };
  }

  private state(node: ProcessNode): State {
    // Where a node is drawn is no part of what it means.
    const { x: _, y: __, ...unplaced } = node;
    const meta = { node: unplaced as ProcessNode };
    return { id: stateId(node.id), ...(STATES[node.kind] as Behaviour<NodeKind>)(node, this), meta };
  }

  /** One branch of a fork: it starts with the fork's flow and ends where the join waits for the others. */
  branch(flow: Flow): State {
    // An initial state is named by its key, not by reference: that of a node or flow is its state id.
    const key = this.graph.nodes.get(flow.to)?.kind === "join" ? JOINED : stateId(flow.to);
    const target = flow.delay === undefined ? key : stateId(flow.id);
    return {
      initial: { target, actions: [{ type: "take", params: { flow: flow.id } }] },
      states: {
        ...this.onTheWay(flow),
        ...this.states(flow.id),
        [JOINED]: { id: joinedId(flow.id), type: "final" },
      },
    };
  }
}

const joinedId = (branch: string) => `${JOINED}-${stateId(branch)}`;

type Behaviour<K extends NodeKind> = (node: NodeOf<K>, house: House) => State;

const STATES: { readonly [K in NodeKind]: Behaviour<K> } = {
  start: (node, house) => ({ always: [house.onward(node)] }),

  step: (node, house) => {
    const flows = house.flows(node);
    const by = (exit: Exit, otherwise: string): Transition => {
      const flow = flows.find(({ on = "done" }) => on === exit);
      const way: Transition = flow === undefined ? { target: reference(otherwise) } : house.way(flow);
      return { ...way, actions: [HEED, ...(way.actions ?? [])] };
    };
    return {
      initial: "waiting",
      states: {
        waiting: {
          on: {
            [eventType(node.id, "begin")]: { target: "working" },
            ...(node.patience === undefined ? {} : { [eventType(node.id, "gives-up")]: by("gives-up", GAVE_UP) }),
            ...(node.queue?.limit === undefined ? {} : { [eventType(node.id, "full")]: by("full", TURNED_AWAY) }),
          },
        },
        working: { on: { [eventType(node.id, "done")]: by("done", GAVE_UP) } },
      },
    };
  },

  decision: (node, house) => {
    const flows = house.flows(node);
    const otherwise = flows.find((flow) => flow.otherwise === true);
    // The last way has no guard: shares that add up to 0.9999999 must not leave a record standing.
    const ordered = otherwise === undefined ? flows : [...flows.filter((flow) => flow !== otherwise), otherwise];
    let below = 0;
    return {
      always: ordered.map((flow, i) => {
        below += flow.share ?? 0;
        if (i === ordered.length - 1) return house.way(flow);
        if (flow.when !== undefined) return house.way(flow, { type: "rule", params: { rule: flow.when } });
        return house.way(flow, { type: "share", params: { decision: node.id, below } });
      }),
    };
  },

  fork: (node, house) => ({
    type: "parallel",
    states: Object.fromEntries(house.flows(node).map((flow) => [stateId(flow.id), house.branch(flow)])),
    onDone: { target: reference(stateId(house.join(node))) },
  }),

  join: (node, house) => ({ always: [house.onward(node)] }),

  wait: (node, house) => {
    const way = house.onward(node);
    return { after: { [stateId(node.id)]: { ...way, actions: [HEED, ...(way.actions ?? [])] } } };
  },

  end: (node) => ({ type: "final", output: { end: node.id, outcome: node.outcome ?? "neutral" } }),
};
