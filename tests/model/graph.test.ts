import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blockOf,
  blocksOf,
  canFinish,
  enclosing,
  graphOf,
  outgoing,
  reachable,
  reachablePart,
  upstreamOf,
} from "../../src/model/graph.ts";
import { loops } from "../../src/model/loops.ts";
import type { Process } from "../../src/model/process.ts";
import { zeroTimeLoops } from "../../src/model/zero-time.ts";
import { arbitraryDrawing, arbitraryProcess } from "../arbitrary.ts";
import { decision, end, fixed, flow, fork, join, paths, processOf, start, step, tiny } from "../builders.ts";

const MANY = 20_000;

/** A start, many steps in a row, each leading on, and an end. */
const longRow = (): Process => {
  const steps = Array.from({ length: MANY }, (_, i) => step(`n${i}`));
  const flows = steps.slice(1).map((each, i) => flow(`n${i}`, each.id));
  return processOf({
    nodes: [start("s"), ...steps, end("e")],
    flows: [flow("s", "n0"), ...flows, flow(`n${MANY - 1}`, "e")],
  });
};

describe("nodes and flows", () => {
  it("lists what leads out and in, in the order of the file, without flows that dangle", () => {
    const process = processOf({
      nodes: [step("a"), step("b")],
      flows: [flow("a", "b"), flow("a", "nowhere"), flow("a", "b", { id: "second" })],
    });
    const graph = graphOf(process);
    expect(outgoing(graph, "a").map(({ flow: { id }, index }) => [id, index])).toEqual([
      ["a-b", 0],
      ["second", 2],
    ]);
    expect(graph.incoming.get("b")).toEqual(graph.links);
    expect(outgoing(graph, "nowhere")).toEqual([]);
  });

  it("is made once for a process", () => {
    expect(graphOf(tiny)).toBe(graphOf(tiny));
    expect(graphOf({ ...tiny })).not.toBe(graphOf(tiny));
  });
});

describe("ways", () => {
  const process = processOf({
    nodes: [start("s"), step("a"), step("b"), step("idle"), end("e"), step("stuck")],
    flows: paths("s > a > b > e", "b > a", "idle > b", "a > stuck"),
  });

  it("tells what records can come to, and from where they can finish", () => {
    expect([...reachable(graphOf(process))].sort()).toEqual(["a", "b", "e", "s", "stuck"]);
    expect([...canFinish(graphOf(process))].sort()).toEqual(["a", "b", "e", "idle", "s"]);
    expect([...upstreamOf(graphOf(process), ["idle"])]).toEqual(["idle"]);
  });

  it("leaves out what no record can come to", () => {
    const part = reachablePart(process);
    expect(part.nodes.map((node) => node.id)).toEqual(["s", "a", "b", "e", "stuck"]);
    expect(part.flows.map((each) => each.id)).toEqual(["s-a", "a-b", "b-e", "b-a", "a-stuck"]);
    expect(reachablePart(tiny)).toBe(tiny);
  });

  it("finds loops, self-loops included, in the order of the file", () => {
    const looping = processOf({
      nodes: ["a", "b", "c", "d", "e"].map((id) => step(id)),
      flows: paths("a > b > c > b", "c > d > e", "e > e"),
    });
    expect(loops(graphOf(looping))).toEqual([["b", "c"], ["e"]]);
    expect(loops(graphOf(looping), (link) => link.to.id !== "e")).toEqual([["b", "c"]]);
  });

  it("finds as a loop exactly what can be reached from itself", () => {
    fc.assert(
      fc.property(arbitraryDrawing(8), (drawn) => {
        const graph = graphOf(drawn);
        const inLoops = new Set(loops(graph).flat());
        for (const id of graph.nodes.keys()) {
          const after = outgoing(graph, id).map((link) => link.to.id);
          const returns = after.some((next) => upstreamOf(graph, [id]).has(next));
          expect(inLoops.has(id)).toBe(returns);
        }
      }),
    );
  });

  it("does not mind twenty thousand nodes in a row, or in a circle", () => {
    const row = longRow();
    expect(reachable(graphOf(row)).size).toBe(MANY + 2);
    expect(loops(graphOf(row))).toEqual([]);
    const circle = { ...row, flows: [...row.flows, flow(`n${MANY - 1}`, "n0")] };
    expect(loops(graphOf(circle))[0]).toHaveLength(MANY);
    expect(zeroTimeLoops(graphOf(circle))).toEqual([]);
    expect(blocksOf(graphOf(circle)).mismatches).toEqual([]);
  });
});

describe("blocks", () => {
  const nested = processOf({
    nodes: [
      start("s"),
      fork("f"),
      step("a"),
      fork("g"),
      step("b"),
      step("c"),
      join("k"),
      step("d"),
      join("j"),
      end("e"),
    ],
    flows: paths("s > f > a > g > b > k > d > j > e", "g > c > k", "f > j"),
  });

  it("finds each fork's join and what lies in each branch, inner blocks counted as one", () => {
    const graph = graphOf(nested);
    expect([...blocksOf(graph).byFork.keys()]).toEqual(["g", "f"]);
    const outer = blockOf(graph, "f");
    expect(outer?.join).toBe("j");
    expect(outer?.branches.map(({ link, nodes }) => [link.flow.id, [...nodes].sort()])).toEqual([
      ["f-a", ["a", "d", "g", "k"]],
      ["f-j", []],
    ]);
    expect(blockOf(graph, "g")?.branches.map(({ nodes }) => [...nodes])).toEqual([["b"], ["c"]]);
  });

  it("tells the innermost block around a node", () => {
    const graph = graphOf(nested);
    const around = (id: string) => [enclosing(graph, id)?.block.fork, enclosing(graph, id)?.branch];
    expect(around("c")).toEqual(["g", 1]);
    expect(around("g")).toEqual(["f", 0]);
    expect(around("k")).toEqual(["f", 0]);
    expect(around("f")).toEqual([undefined, undefined]);
    expect(around("e")).toEqual([undefined, undefined]);
  });

  it("allows loops and decisions inside a branch, and loops around the block", () => {
    const process = processOf({
      nodes: [start("s"), fork("f"), step("a"), decision("d"), step("b"), join("j"), decision("again"), end("e")],
      flows: paths("s > f > a > d > a", "d > j > again > e", "f > b > j", "again > f"),
    });
    expect(blocksOf(graphOf(process)).mismatches).toEqual([]);
    expect(blockOf(graphOf(process), "f")?.join).toBe("j");
  });

  it.each([
    ["a way out that leads back to the fork", "leaves", "s > f > a > f", "f > b > j > e"],
    ["a way from behind the join into a branch", "enters", "s > f > a > j > e", "f > b > j", "j > a"],
    ["a way from outside into the join", "enters", "s > f > a > j > e", "f > b > j", "s > j"],
    ["a branch that leads to another's inner join", "several-joins", "s > f > a > j > e", "f > b > k > j"],
  ] as const)("refuses %s", (_, reason, ...texts) => {
    const nodes = [start("s"), fork("f"), step("a"), step("b"), join("j"), join("k"), end("e")];
    expect(blocksOf(graphOf(processOf({ nodes, flows: paths(...texts) }))).mismatches[0]?.reason).toBe(reason);
  });

  it("says of an outer block nothing while an inner one is broken", () => {
    const process = processOf({
      nodes: [start("s"), fork("f"), fork("g"), step("a"), step("b"), join("j"), end("e"), end("x")],
      flows: paths("s > f > g > a > j > e", "g > b > x", "f > j"),
    });
    expect(blocksOf(graphOf(process)).mismatches.map(({ node, reason }) => [node, reason])).toEqual([["g", "leaves"]]);
  });

  it("finds every fork's join in processes that are right by construction", () => {
    fc.assert(
      fc.property(arbitraryProcess(), (process) => {
        const { byFork, mismatches } = blocksOf(graphOf(process));
        const count = (kind: string) => process.nodes.filter((node) => node.kind === kind).length;
        expect(mismatches).toEqual([]);
        expect(byFork.size).toBe(count("fork"));
        expect(new Set([...byFork.values()].map((block) => block.join)).size).toBe(count("join"));
      }),
    );
  });

  it("survives whatever is drawn", () => {
    fc.assert(
      fc.property(arbitraryDrawing(), (process) => {
        const { byFork, mismatches } = blocksOf(graphOf(process));
        for (const { fork: id } of byFork.values()) expect(mismatches.map(({ node }) => node)).not.toContain(id);
      }),
    );
  });
});

describe("loops without time", () => {
  const around = (more: Parameters<typeof step>[1], flows = paths("s > a > d > a", "d > e")) =>
    zeroTimeLoops(graphOf(processOf({ nodes: [start("s"), step("a", more), decision("d"), end("e")], flows })));

  it("are those of which no part takes any", () => {
    expect(around({ work: fixed(0) })).toEqual([["a", "d"]]);
    expect(around({ work: fixed(1) })).toEqual([]);
    expect(around({ work: { dist: "empirical", values: [0, 5], weights: [1, 0], unit: "min" } })).toEqual([["a", "d"]]);
    expect(around({ work: { dist: "uniform", min: 0, max: 5, unit: "min" } })).toEqual([]);
    expect(around({ work: { dist: "mixture", parts: [{ weight: 1, of: fixed(0) }] } })).toEqual([["a", "d"]]);
  });

  it("are none if a flow takes time", () => {
    const late = [...paths("s > a > d > e"), flow("d", "a", { delay: fixed(1) })];
    expect(around({ work: fixed(0) }, late)).toEqual([]);
  });

  it("are those in which one kind of record needs no time", () => {
    const work = { by: [{ when: { field: "vip", is: "=" as const, to: true }, work: fixed(0) }], otherwise: fixed(5) };
    expect(around({ work })).toEqual([["a", "d"]]);
  });
});
