import { flow } from "../../builders.ts";
import { type Case, deciding, tells } from "./cases.ts";

const decisions: readonly Case[] = [
  {
    says: "decisions with one way out",
    code: "one-way-decision",
    severity: "warning",
    path: "nodes[2]",
    message: "Only one flow leaves the decision “d”",
    process: deciding(flow("d", "won", { share: 1 })),
  },
  {
    says: "decisions that nothing decides",
    code: "undecided",
    path: "nodes[2]",
    message: "Nothing says how “d” is decided",
    process: deciding(flow("d", "won"), flow("d", "lost")),
  },
  {
    says: "shares mixed with rules",
    code: "mixed-decision",
    path: "nodes[2]",
    message: "by shares and by rules",
    process: deciding(flow("d", "won", { share: 0.5 }), flow("d", "lost", { otherwise: true })),
  },
  {
    says: "missing shares",
    code: "missing-share",
    path: "flows[3]",
    message: "The flow from “d” to “lost” has no share",
    process: deciding(flow("d", "won", { share: 1 }), flow("d", "lost")),
  },
  {
    says: "negative shares",
    code: "share-out-of-range",
    path: "flows[3].share",
    message: "the share −0.5",
    process: deciding(flow("d", "won", { share: 1 }), flow("d", "lost", { share: -0.5 })),
  },
  {
    says: "shares that do not add up",
    code: "shares-do-not-add-up",
    path: "nodes[2]",
    message: "add up to 90 %, not to 100 %",
    process: deciding(flow("d", "won", { share: 0.5 }), flow("d", "lost", { share: 0.4 })),
  },
  {
    says: "flows without a rule among flows with one",
    code: "missing-rule",
    path: "flows[3]",
    message: "has no rule",
    process: deciding(flow("d", "won", { otherwise: true }), flow("d", "lost")),
  },
  {
    says: "rules on the otherwise",
    code: "rule-and-otherwise",
    path: "flows[2]",
    message: "has a rule and is the otherwise",
    process: deciding(
      flow("d", "won", { otherwise: true, when: { field: "value", is: ">", to: 1 } }),
      flow("d", "lost", { when: { field: "value", is: ">", to: 1 } }),
    ),
  },
  {
    says: "rules without an otherwise",
    code: "no-otherwise",
    path: "nodes[2]",
    message: "“d” does not say where records go that meet none of its rules",
    process: deciding(
      flow("d", "won", { when: { field: "value", is: ">", to: 1 } }),
      flow("d", "lost", { when: { field: "value", is: "<", to: 1 } }),
    ),
  },
  {
    says: "more than one otherwise",
    code: "several-otherwise",
    path: "nodes[2]",
    message: "2 flows that are its otherwise",
    process: deciding(flow("d", "won", { otherwise: true }), flow("d", "lost", { otherwise: true })),
  },
];

tells(decisions);
