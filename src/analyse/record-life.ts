import type { History } from "./history.ts";

/** One stay of a record, as its story tells it. Times are minutes. */
export interface Chapter {
  readonly node: string;
  readonly reached: number;
  readonly waited: number;
  readonly worked: number;
  readonly left: number;
}

/** Where a record has been, in order. */
export function lifeOf({ stays, nodes }: History, record: number): readonly Chapter[] {
  return [...stays.record.keys()]
    .filter((i) => stays.record[i] === record)
    .map((i) => {
      const [reached, began, left] = [stays.reached[i]!, stays.began[i]!, stays.left[i]!];
      const waited = (Number.isNaN(began) ? left : began) - reached;
      return { node: nodes[stays.node[i]!]!, reached, left, waited, worked: Number.isNaN(began) ? 0 : left - began };
    });
}
