import { expect, it } from "vitest";
import type { Distribution } from "../../../src/model/distribution.ts";
import type { Flow, Process, ProcessNode, Step } from "../../../src/model/process.ts";
import type { Rule } from "../../../src/model/rule.ts";
import { validate } from "../../../src/model/validate.ts";
import { decision, end, flow, paths, processOf, start, step, tiny } from "../../builders.ts";

/** What one process should be told about. */
export interface Case {
  readonly says: string;
  readonly code: string;
  readonly severity?: "error" | "warning";
  readonly path: string;
  readonly message: string;
  readonly process: Process;
}

/** “tiny” with its step changed. */
export const withStep = (more: Partial<Omit<Step, "id" | "kind">>, rest: Partial<Process> = {}): Process =>
  processOf({ ...tiny, nodes: [start("new"), step("call", more), end("won")], ...rest });

export const withStart = (more: Parameters<typeof start>[1], rest: Partial<Process> = {}): Process =>
  processOf({ ...tiny, nodes: [start("new", more), step("call"), end("won")], ...rest });

export const withWork = (work: Distribution) => withStep({ work });

/** A decision “d” after “call”, with these flows to “won” and “lost” and no others. */
export const deciding = (...flows: Flow[]): Process =>
  processOf({
    nodes: [start("new"), step("call"), decision("d"), end("won"), end("lost")],
    flows: [...paths("new > call > d"), ...flows],
    fields: [
      { id: "value", name: "Deal value", type: "number", sample: { dist: "constant", value: 1 } },
      { id: "source", name: "Source", type: "choice", options: [{ value: "Web" }, { value: "Fair" }] },
      { id: "returning", name: "Returning", type: "boolean", share: 0.5 },
      { id: "size", name: "Size", type: "number" },
    ],
  });

export const ruled = (when: Rule) => deciding(flow("d", "won", { when }), flow("d", "lost", { otherwise: true }));

/** Nodes between a start “s” and an end “e”. */
export const drawn = (nodes: readonly ProcessNode[], ...flows: readonly Flow[]): Process =>
  processOf({ nodes: [start("s"), ...nodes, end("e")], flows });

export const team = (people = 2) => ({
  teams: [
    { id: "sdr", name: "Sales", people },
    { id: "ae", name: "Account", people: 1 },
  ],
});

/** A test for each case: the process is told about once, at the right place, and nothing else gets in the way. */
export function tells(cases: readonly Case[]): void {
  it.each(cases)("tells of $says", ({ code, severity = "error", path, message, process }) => {
    const problems = validate(process);
    expect(problems.map((problem) => `${problem.code} ${problem.path}`)).toContain(`${code} ${path}`);
    const told = problems.filter((problem) => problem.code === code && problem.path === path);
    expect(told).toMatchObject([{ severity, message: expect.stringContaining(message) }]);
    const [, list, index] = /^(nodes|flows)\[(\d+)\]/.exec(path) ?? [];
    if (list === "nodes") expect(told[0]?.node).toBe(process.nodes[Number(index)]?.id);
    if (list === "flows") expect(told[0]?.flow).toBe(process.flows[Number(index)]?.id);
  });
}
