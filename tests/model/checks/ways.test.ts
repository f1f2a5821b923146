import { decision, end, fixed, flow, paths, processOf, start, step, tiny } from "../../builders.ts";
import { type Case, drawn, tells } from "./cases.ts";

const ways: readonly Case[] = [
  {
    says: "a process without a start",
    code: "no-start",
    path: "nodes",
    message: "no start",
    process: processOf({ nodes: [end("won")] }),
  },
  {
    says: "a process without an end",
    code: "no-end",
    path: "nodes",
    message: "no end",
    process: processOf({ nodes: [start("new")] }),
  },
  {
    says: "nodes that no record comes to",
    code: "unreachable",
    severity: "warning",
    path: "nodes[3]",
    message: "No record ever comes to “idle”",
    process: processOf({ ...tiny, nodes: [...tiny.nodes, step("idle")] }),
  },
  {
    says: "nodes that lead nowhere",
    code: "dead-end",
    path: "nodes[1]",
    message: "Records come to “call” and get no further",
    process: processOf({ ...tiny, flows: paths("new > call") }),
  },
  {
    says: "steps that records leave only by giving up",
    code: "dead-end",
    path: "nodes[1]",
    message: "“call”",
    process: processOf({
      ...tiny,
      nodes: [start("new"), step("call", { patience: fixed(5) }), end("won")],
      flows: [...paths("new > call"), flow("call", "won", { on: "gives-up" })],
    }),
  },
  {
    says: "loops without a way out",
    code: "endless-loop",
    path: "nodes[1]",
    message: "go round “a” and “b” for ever",
    process: drawn([step("a"), step("b")], ...paths("s > a > b > a")),
  },
  {
    says: "loops whose way out is never taken",
    code: "endless-loop",
    path: "nodes[1]",
    message: "“a” and “d”",
    process: drawn(
      [step("a"), decision("d")],
      ...paths("s > a > d"),
      flow("d", "a", { share: 1 }),
      flow("d", "e", { share: 0 }),
    ),
  },
  {
    says: "loops whose way out needs a patience that nobody has",
    code: "endless-loop",
    path: "nodes[1]",
    message: "“a” and “b”",
    process: drawn([step("a"), step("b")], ...paths("s > a > b > a"), flow("b", "e", { on: "gives-up" })),
  },
  {
    says: "loops that only a rule ends, which answers the same every time",
    code: "rule-loop",
    severity: "warning",
    path: "nodes[2]",
    message: "the rules of “d” give the same answer every time",
    process: {
      ...drawn(
        [step("a"), decision("d")],
        ...paths("s > a > d"),
        flow("d", "a", { when: { field: "value", is: ">", to: 1 } }),
        flow("d", "e", { otherwise: true }),
      ),
      fields: [{ id: "value", name: "Value", type: "number", sample: { dist: "uniform", min: 0, max: 2 } }],
    },
  },
  {
    says: "loops without time",
    code: "zero-time-loop",
    path: "nodes[1]",
    message: "“a” and “d” without any time passing",
    process: drawn(
      [step("a", { work: fixed(0) }), decision("d")],
      ...paths("s > a > d"),
      flow("d", "a", { share: 0.5 }),
      flow("d", "e", { share: 0.5 }),
    ),
  },
];

tells(ways);
