import { flowLabel, labelSize } from "../../model/flow-label.ts";
import type { Process } from "../../model/process.ts";
import { linksOf } from "../flows.ts";
import { laneIds, laneIndices } from "../lanes.ts";
import { layers } from "../layers.ts";
import { Board } from "./board.ts";
import { improve, layAll } from "./improve.ts";
import { measure } from "./measure.ts";
import { rows } from "./rows.ts";

/** How much work the search for a better arrangement may take: states of the finder, about five million a second. */
const WORK = 100_000;
const ROUNDS = 4;

/** The process with every node at its place in a new layout. */
export function placed(process: Process): Process {
  const { nodes } = process;
  const lanes = laneIds(process);
  const lane = laneIndices(nodes, lanes);
  const links = linksOf(process);
  const { column, back } = layers(nodes.length, links);
  const row = rows(lane, links, { column, back });
  let spots = nodes.map((_, i) => ({ column: column[i]!, row: row[i]! }));
  let work = WORK;
  let board = new Board(nodes, links, lane, lanes.length, spots);
  layAll(board);
  for (let round = 0; round < ROUNDS && work > 0; round++) {
    const before = JSON.stringify(board.spots());
    improve(board, back, work);
    work -= board.finder.work;
    spots = [...board.spots()];
    board = new Board(nodes, links, lane, lanes.length, spots);
    layAll(board);
    if (JSON.stringify(spots) === before) break;
  }
  const labels = labelsOf(process, links.ids);
  const places = measure(board, nodes, lanes.length, labels);
  return {
    ...process,
    nodes: nodes.map((node, i) => ({ ...node, x: Math.round(places[i]![0]), y: Math.round(places[i]![1]) })),
  };
}

function labelsOf(process: Process, ids: readonly string[]) {
  const flows = new Map(process.flows.map((flow) => [flow.id, flow]));
  return ids.map((id) => {
    const label = flowLabel(flows.get(id)!, process);
    return label === "" ? undefined : labelSize(label);
  });
}
