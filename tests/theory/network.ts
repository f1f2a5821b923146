import type { Distribution } from "../../src/model/distribution.ts";
import type { Flow, Process, ProcessNode } from "../../src/model/process.ts";
import { decision, end, flow, processOf, start, step } from "../builders.ts";

/** A distribution in the words of the theory file; its times are in minutes. */
export interface TheoryTime {
  readonly dist: string;
  readonly mean?: number;
  readonly value?: number;
  readonly scv?: number;
}

export interface TheoryNode {
  readonly id: string;
  readonly servers: number | "inf";
  readonly service: TheoryTime;
  readonly systemCapacity?: number;
  readonly patience?: TheoryTime;
  readonly resource?: string;
}

/** A queueing network: the share of records that go from each node to each; the rest leaves. */
export interface TheoryNetwork {
  readonly arrival: (TheoryTime & { readonly batchSize?: number; readonly at?: string }) | readonly TheoryTime[];
  readonly nodes: readonly TheoryNode[];
  readonly resources?: readonly { readonly id: string; readonly capacity: number }[];
  readonly routing?: readonly (readonly number[])[];
}

/** A distribution of the theory file as one of ours. */
export function timeOf({ dist, mean = 0, value = 0, scv = 0 }: TheoryTime): Distribution {
  if (dist === "constant") return { dist, value, unit: "min" };
  if (dist === "exponential") return { dist, mean, unit: "min" };
  if (dist === "lognormal") return { dist, mean, sd: Math.sqrt(scv) * mean, unit: "min" };
  throw new Error(`no translation for ${dist}`);
}

/** A network of the theory file as a process: a step for each node, a decision behind those that lead several ways. */
export function networkOf({ arrival, nodes, resources = [], routing = nodes.map(() => []) }: TheoryNetwork): Process {
  const first = Array.isArray(arrival)
    ? (arrival[0] as TheoryTime)
    : (arrival as TheoryTime & { batchSize?: number; at?: string });
  const { batchSize, at } = first as { batchSize?: number; at?: string };
  const arrivals =
    at === "0,1,2,...,9"
      ? { at: Array.from({ length: 10 }, (_, i) => i) }
      : { every: timeOf(first), ...(batchSize ? { batch: batchSize } : {}) };
  const drawn: ProcessNode[] = [start("in", { arrivals }), end("out")];
  const flows: Flow[] = [flow("in", nodes[0]!.id)];
  for (const [i, node] of nodes.entries()) {
    drawn.push(stepOf(node));
    const ways = nodes.flatMap(({ id }, to) => ((routing[i]?.[to] ?? 0) > 0 ? [{ id, share: routing[i]![to]! }] : []));
    const rest = 1 - ways.reduce((sum, { share }) => sum + share, 0);
    if (rest > 1e-9) ways.push({ id: "out", share: rest });
    if (ways.length === 1) flows.push(flow(node.id, ways[0]!.id));
    else {
      drawn.push(decision(`after-${node.id}`));
      flows.push(flow(node.id, `after-${node.id}`));
      for (const { id, share } of ways) flows.push(flow(`after-${node.id}`, id, { share }));
    }
  }
  const teams = resources.map(({ id, capacity }) => ({ id, name: id, people: capacity }));
  return processOf({ nodes: drawn, flows, teams });
}

function stepOf({ id, servers, service, systemCapacity, patience, resource }: TheoryNode): ProcessNode {
  return step(id, {
    work: timeOf(service),
    ...(resource ? { team: resource } : servers === "inf" ? {} : { slots: servers }),
    ...(systemCapacity === undefined ? {} : { queue: { limit: systemCapacity - (servers as number) } }),
    ...(patience ? { patience: timeOf(patience) } : {}),
  });
}
