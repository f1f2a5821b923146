import type { History } from "./history.ts";

/** One stay of a record, as its story tells it. Times are minutes. */
export interface Chapter {
  readonly node: string;
  readonly reached: number;
  readonly waited: number;
  readonly worked: number;
  /** Infinity where it was still there when the run was over; then it waited, or was worked on, until then. */
  readonly left: number;
}

/** Where a record has been, in order. */
export function lifeOf({ stays, nodes, until }: History, record: number): readonly Chapter[] {
  return [...stays.record.keys()]
    .filter((i) => stays.record[i] === record)
    .map((i) => {
      const [reached, began, left] = [stays.reached[i]!, stays.began[i]!, stays.left[i]!];
      const end = Math.min(left, Math.max(until, reached));
      const waited = (Number.isNaN(began) ? end : began) - reached;
      const worked = Number.isNaN(began) ? 0 : Math.max(0, end - began);
      return { node: nodes[stays.node[i]!]!, reached, left, waited, worked };
    });
}
