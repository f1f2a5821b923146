import type { ProcessNode, Team } from "../model/process.ts";
import type { Pool } from "./program.ts";

/**
 * Gathers who does the work: each team that a step names, and each step's own slots.
 *
 * @returns The pools, and by node the place of its pool, −1 where nothing limits the work or there is none.
 */
export function poolsOf(
  nodes: readonly ProcessNode[],
  teams: readonly Team[],
): { readonly pools: readonly Pool[]; readonly poolOf: Int32Array } {
  const pools: Pool[] = [];
  const poolOf = new Int32Array(nodes.length).fill(-1);
  const stepsOf = (team: string) =>
    [...nodes.keys()].filter((i) => {
      const node = nodes[i];
      return node?.kind === "step" && node.team === team;
    });
  for (const team of teams) {
    const steps = stepsOf(team.id);
    if (steps.length === 0) continue;
    for (const step of steps) poolOf[step] = pools.length;
    pools.push({ team, steps, size: team.people });
  }
  for (const [i, node] of nodes.entries()) {
    if (node.kind !== "step" || node.team !== undefined || node.slots === undefined) continue;
    poolOf[i] = pools.length;
    pools.push({ steps: [i], size: node.slots });
  }
  return { pools, poolOf };
}
