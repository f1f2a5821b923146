import { decision, end, fixed, flow, processOf, start, tiny } from "../../builders.ts";
import { type Case, tells, withStep } from "./cases.ts";

const flows: readonly Case[] = [
  {
    says: "flows out of an end",
    code: "flow-out-of-end",
    path: "flows[2].from",
    message: "“won”, which is an end",
    process: processOf({ ...tiny, flows: [...tiny.flows, flow("won", "call")] }),
  },
  {
    says: "flows into a start",
    code: "flow-into-start",
    path: "flows[2].to",
    message: "“new”, which is a start",
    process: processOf({
      nodes: [start("new"), decision("d"), end("won")],
      flows: [flow("new", "d"), flow("d", "won", { share: 0.5 }), flow("d", "new", { share: 0.5 })],
    }),
  },
  {
    says: "several flows out of a step that is no decision",
    code: "several-ways-on",
    path: "nodes[1]",
    message: "2 flows leave “call”",
    process: processOf({ ...tiny, flows: [...tiny.flows, flow("call", "won", { id: "again" })] }),
  },
  {
    says: "several flows for one exit",
    code: "several-ways-on",
    path: "nodes[1]",
    message: "2 flows leave “call” by “gives-up”",
    process: withStep(
      { patience: fixed(1) },
      {
        flows: [
          ...tiny.flows,
          flow("call", "won", { id: "a", on: "gives-up" }),
          flow("call", "won", { id: "b", on: "gives-up" }),
        ],
      },
    ),
  },
  {
    says: "shares on flows where nothing is decided",
    code: "no-effect",
    severity: "warning",
    path: "flows[1].share",
    message: "“call” is no decision",
    process: processOf({ ...tiny, flows: [flow("new", "call"), flow("call", "won", { share: 1 })] }),
  },
  {
    says: "exits of what is no step",
    code: "exit-of-no-step",
    path: "flows[0].on",
    message: "leaves by “gives-up”, but only steps",
    process: processOf({
      ...tiny,
      flows: [flow("new", "call", { on: "gives-up" }), flow("new", "call", { id: "x" }), flow("call", "won")],
    }),
  },
  {
    says: "flows for giving up where nobody does",
    code: "unused-exit",
    severity: "warning",
    path: "flows[2].on",
    message: "has no patience",
    process: processOf({ ...tiny, flows: [...tiny.flows, flow("call", "won", { id: "x", on: "gives-up" })] }),
  },
  {
    says: "flows for being full where there is no limit",
    code: "unused-exit",
    severity: "warning",
    path: "flows[2].on",
    message: "queue has no limit",
    process: processOf({ ...tiny, flows: [...tiny.flows, flow("call", "won", { id: "x", on: "full" })] }),
  },
];

tells(flows);
