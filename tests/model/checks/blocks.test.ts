import { decision, fixed, flow, fork, join, paths, step } from "../../builders.ts";
import { type Case, drawn, tells } from "./cases.ts";

const blocks: readonly Case[] = [
  {
    says: "forks whose branches never meet",
    code: "fork-without-join",
    path: "nodes[1]",
    message: "What “f” sends side by side never comes together again",
    process: drawn([fork("f"), step("a"), step("b")], ...paths("s > f > a", "f > b")),
  },
  {
    says: "branches that come to different joins",
    code: "fork-with-several-joins",
    path: "flows[4]",
    message: "“f” come to different joins",
    process: drawn(
      [fork("f"), step("a"), step("b"), join("j"), join("k")],
      ...paths("s > f > a > j", "f > b > k > j > e"),
    ),
  },
  {
    says: "branches that come to an end",
    code: "leaves-block",
    path: "flows[4]",
    message: "A way out of “f” comes to “e” before it has met the others",
    process: drawn(
      [fork("f"), step("a"), step("b"), join("j")],
      ...paths("s > f > a > j", "f > b"),
      flow("b", "e"),
      flow("j", "e"),
    ),
  },
  {
    says: "branches that meet before the join",
    code: "branches-meet",
    path: "flows[2]",
    message: "Two ways out of “f” come together at “b”",
    process: drawn(
      [fork("f"), step("a"), step("b"), join("j")],
      flow("s", "f"),
      flow("f", "a"),
      flow("f", "b"),
      flow("b", "j"),
      flow("a", "b"),
      flow("j", "e"),
    ),
  },
  {
    says: "flows into a block from outside",
    code: "enters-block",
    path: "flows[1]",
    message: "A flow comes to “a”, between “f” and its join, from outside",
    process: drawn(
      [decision("d"), fork("f"), step("a"), step("b"), join("j")],
      flow("s", "d"),
      flow("d", "a", { share: 0.5 }),
      flow("d", "f", { share: 0.5 }),
      ...paths("f > a > j", "f > b > j > e"),
    ),
  },
  {
    says: "joins without a fork",
    code: "join-without-fork",
    path: "nodes[1]",
    message: "“j” waits for branches, but no fork has begun any",
    process: drawn([join("j")], ...paths("s > j > e")),
  },
  {
    says: "forks with one way out",
    code: "one-way-fork",
    severity: "warning",
    path: "nodes[1]",
    message: "Only one flow leaves the fork “f”",
    process: drawn([fork("f"), step("a"), join("j")], ...paths("s > f > a > j > e")),
  },
  {
    says: "records that give up in halves",
    code: "half-leaves",
    path: "nodes[2].patience",
    message: "half a record cannot leave",
    process: drawn(
      [fork("f"), step("a", { patience: fixed(5) }), step("b"), join("j")],
      ...paths("s > f > a > j > e", "f > b > j"),
    ),
  },
  {
    says: "records that are turned away in halves",
    code: "half-leaves",
    path: "nodes[2].queue.limit",
    message: "“a” can be full",
    process: drawn(
      [fork("f"), step("a", { queue: { limit: 1 } }), step("b"), join("j")],
      ...paths("s > f > a > j > e", "f > b > j"),
    ),
  },
];

tells(blocks);
