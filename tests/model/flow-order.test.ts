import fc from "fast-check";
import { expect, it } from "vitest";
import { flowOrder } from "../../src/model/flow-order.ts";
import type { Process } from "../../src/model/process.ts";
import { processOf } from "../builders.ts";

/** A process of bare nodes; the first is a start. */
function drawn(flows: readonly string[], names: string): Process {
  return processOf({
    nodes: [...names].map((id, i) => ({ id, kind: i === 0 ? "start" : "step", name: id })),
    flows: flows.map((ends) => ({ id: ends, from: ends[0]!, to: ends[1]! })),
  } as Partial<Process>);
}

it("goes along the flow, the first way out of a node before the second", () => {
  expect(flowOrder(drawn(["ac", "cb", "ad", "db", "be"], "abcde")).join("")).toBe("acdbe");
});

it("takes no notice of ways back", () => {
  expect(flowOrder(drawn(["ab", "bc", "cb", "cd"], "adcb")).join("")).toBe("abcd");
});

it("puts what no start leads to last", () => {
  expect(flowOrder(drawn(["ax", "cd", "yz", "zy"], "acdxyz")).join("")).toBe("axcdyz");
});

it("names every node once, and without ways back each after what leads to it", () => {
  const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
  fc.assert(
    fc.property(pairs, (ends) => {
      const names = "abcdefghij";
      const forward = ends.filter(([a, b]) => a < b).map(([a, b]) => `${names[a]}${names[b]}`);
      const order = flowOrder(drawn([...new Set(forward)], names));
      expect([...order].sort().join("")).toBe(names);
      const reached = new Set(["a"]);
      for (const flow of [...forward].sort()) if (reached.has(flow[0]!)) reached.add(flow[1]!);
      for (const flow of forward)
        if (reached.has(flow[0]!)) expect(order.indexOf(flow[0]!)).toBeLessThan(order.indexOf(flow[1]!));
    }),
  );
});
