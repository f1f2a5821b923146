import { emptyProcess, type Flow, type Process, type ProcessNode } from "../../src/model/process.ts";

const LANES = 6;
const ROWS = 5;
const NAMES = [
  "Check the order",
  "Call the customer",
  "Enter data",
  "Approve",
  "Send an offer",
  "Review with the team",
];

/**
 * A process of about so many nodes, as wide as screens are: six lanes of five rows each, every row a run from a start
 * to an end through steps and decisions, and here and there a hand-off to the row below.
 */
export function diagramOf(size: number): Process {
  const columns = Math.round(size / (LANES * ROWS));
  const nodes: ProcessNode[] = [];
  const flows: Flow[] = [];
  const link = (from: string, to: string, more: Partial<Flow> = {}) =>
    flows.push({ id: `f${flows.length}`, from, to, ...more });
  for (let row = 0; row < LANES * ROWS; row++) {
    const lane = Math.floor(row / ROWS);
    for (let column = 0; column < columns; column++) {
      const id = `n${row}-${column}`;
      const [x, y] = [column * 256, row * 136 + lane * 64];
      const common = { id, department: `d${lane}`, x, y };
      const branches = column % 6 === 4 && row % ROWS < ROWS - 1 && column < columns - 1;
      if (column === 0) nodes.push({ ...common, y: y + 16, kind: "start", name: "Start" });
      else if (column === columns - 1) nodes.push({ ...common, y: y + 16, kind: "end", name: "End" });
      else if (branches) nodes.push({ ...common, y: y - 8, kind: "decision", name: "Is it in order?" });
      else nodes.push({ ...common, kind: "step", name: NAMES[(row + column) % NAMES.length]! });
      if (column > 0) link(`n${row}-${column - 1}`, id, column % 6 === 5 ? { share: 0.8 } : {});
      if (branches) link(id, `n${row + 1}-${column + 1}`, { share: 0.2 });
    }
  }
  const departments = Array.from({ length: LANES }, (_, i) => ({ id: `d${i}`, name: `Department ${i + 1}` }));
  return { ...emptyProcess, name: `Bench of ${nodes.length} nodes`, departments, nodes, flows };
}
