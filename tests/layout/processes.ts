import fc from "fast-check";
import { emptyProcess, type NodeKind, type Process, type ProcessNode } from "../../src/model/process.ts";

const KINDS: readonly NodeKind[] = ["start", "step", "step", "step", "decision", "fork", "join", "wait", "end"];

/**
 * Processes as odd as a file can hold them: cyclic, disconnected, with flows from a node to itself, two flows between
 * the same nodes, flows that lead nowhere, unknown departments, departments without nodes, long names, stages that the flow may contradict; flowing right or down.
 */
export const oddProcess: fc.Arbitrary<Process> = fc
  .record({
    direction: fc.constantFrom("right" as const, "down" as const),
    lanes: fc.integer({ min: 0, max: 4 }),
    nodes: fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        name: fc.constantFrom(
          "",
          "Call",
          "Send the offer to the customer",
          "Supercalifragilisticexpialidocious review of everything",
        ),
        lane: fc.integer({ min: 0, max: 5 }),
        stage: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 14 },
    ),
    flows: fc.array(
      fc.record({
        from: fc.nat({ max: 15 }),
        to: fc.nat({ max: 15 }),
        label: fc.constantFrom("", "yes", "no", "only if the customer asks for it"),
      }),
      { maxLength: 22 },
    ),
  })
  .map(({ direction, lanes, nodes, flows }) => ({
    ...emptyProcess,
    direction,
    stages: [0, 1, 2].map((i) => ({ id: `g${i}`, name: `Stage ${i}` })),
    departments: Array.from({ length: lanes }, (_, i) => ({ id: `d${i}`, name: `Department ${i}` })),
    nodes: nodes.map(({ kind, name, lane, stage }, i) => ({
      id: `n${i}`,
      kind,
      name,
      ...(lane === 5 ? {} : { department: `d${lane}` }),
      ...(stage > 2 ? {} : { stage: `g${stage}` }),
    })),
    flows: flows.map(({ from, to, label }, i) => ({ id: `f${i}`, from: `n${from}`, to: `n${to}`, label })),
  }));

/** The same with every node somewhere, on a coarse grid so that none overlap, whatever its department. */
export const strewnProcess: fc.Arbitrary<Process> = oddProcess.chain((process) =>
  fc
    .uniqueArray(fc.nat({ max: 35 }), { minLength: process.nodes.length, maxLength: process.nodes.length })
    .chain((cells) =>
      fc
        .array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 40 })), { minLength: cells.length, maxLength: cells.length })
        .map((jitters) => ({
          ...process,
          nodes: process.nodes.map((node, i): ProcessNode => {
            const [cell, [dx, dy]] = [cells[i]!, jitters[i]!];
            return { ...node, x: (cell % 6) * 260 + dx, y: Math.floor(cell / 6) * 200 + dy };
          }),
        })),
    ),
);
