import type { Distribution } from "../distribution.ts";
import type { Process } from "../process.ts";
import { quoted } from "../read/expected.ts";
import { type Place, titled, within } from "./check.ts";

/** A distribution somewhere in a process. */
export interface Amount {
  readonly distribution: Distribution;
  readonly at: Place;
  /** What it is the amount of, as the subject of a sentence. */
  readonly what: string;
  /** Whether it is a time, which needs a unit and is never negative; else it is a plain number. */
  readonly isTime: boolean;
  /** Whether it must not always be 0. */
  readonly mustPass?: boolean;
}

/** Every distribution of a process, in the order of the file. */
export function* amounts(process: Process): Iterable<Amount> {
  for (const [i, { name, outage }] of process.systems.entries()) {
    if (!outage) continue;
    const at: Place = { path: ["systems", i, "outage"] };
    const of = `outages of ${quoted(name)}`;
    yield {
      distribution: outage.every,
      at: within(at, "every"),
      what: `the time between ${of}`,
      isTime: true,
      mustPass: true,
    };
    yield { distribution: outage.lasts, at: within(at, "lasts"), what: `the length of ${of}`, isTime: true };
  }
  for (const [i, field] of process.fields.entries()) {
    if (field.type !== "number" || !field.sample) continue;
    yield {
      distribution: field.sample,
      at: { path: ["fields", i, "sample"] },
      what: `the field ${quoted(field.name)}`,
      isTime: false,
    };
  }
  for (const [i, node] of process.nodes.entries()) {
    const at: Place = { path: ["nodes", i], node: node.id };
    const the = titled(node);
    const time = (distribution: Distribution | undefined, what: string, ...path: PropertyKey[]): readonly Amount[] =>
      distribution ? [{ distribution, at: within(at, ...path), what: `the ${what} of ${the}`, isTime: true }] : [];
    if (node.kind === "start" && node.arrivals && "every" in node.arrivals) {
      const what = `the time between arrivals at ${the}`;
      yield {
        distribution: node.arrivals.every,
        at: within(at, "arrivals", "every"),
        what,
        isTime: true,
        mustPass: true,
      };
      yield* time(node.arrivals.first, "first arrival", "arrivals", "first");
    }
    if (node.kind === "wait") yield* time(node.for, "length", "for");
    if (node.kind !== "step") continue;
    if (node.work && "dist" in node.work) yield* time(node.work, "work", "work");
    if (node.work && "by" in node.work) {
      for (const [n, { work }] of node.work.by.entries()) yield* time(work, "work", "work", "by", n, "work");
      yield* time(node.work.otherwise, "work", "work", "otherwise");
    }
    yield* time(node.patience, "patience", "patience");
    yield* time(node.batch?.wait, "longest wait for a batch", "batch", "wait");
  }
  for (const [i, flow] of process.flows.entries()) {
    if (flow.delay)
      yield {
        distribution: flow.delay,
        at: { path: ["flows", i, "delay"], flow: flow.id },
        what: "the delay of the flow",
        isTime: true,
      };
  }
}
