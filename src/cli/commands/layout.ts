import { json as format } from "../../io/json.ts";
import { layout as lay } from "../../layout/layout.ts";
import type { Drawing } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import { command, fileArgument } from "../command.ts";
import { readProcess, writeWhole } from "../files.ts";
import { printProblems } from "../problems.ts";
import { table } from "../table.ts";

/** Lays a process out in lanes, whether it can run or not. */
export const layout = command({
  name: "layout",
  takes: "FILE",
  summary: "Lays a process out in lanes, and writes where everything is.",
  options: {
    json: { type: "boolean", help: "prints places, lanes and routes as JSON, in pixels" },
    output: { type: "string", short: "o", value: "OUT", help: "writes the file with the new places to OUT" },
  },
  most: 1,
  run(args, { json, output }, terminal) {
    const file = fileArgument(args);
    const read = readProcess(file);
    printProblems(file, read.problems, terminal);
    if (!read.ok) return 1;
    const drawing = lay(read.value);
    if (output !== undefined) writeWhole(output, format.write(placedAsIn(read.value, drawing)));
    if (json) terminal.out(`${JSON.stringify(figures(drawing), null, 2)}\n`);
    else if (output === undefined) terminal.out(places(read.value, drawing));
    return 0;
  },
});

function figures({ nodes, lanes, routes }: Drawing) {
  return { nodes, lanes, routes };
}

function placedAsIn(process: Process, { nodes }: Drawing): Process {
  return { ...process, nodes: process.nodes.map((node) => ({ ...node, x: nodes[node.id]!.x, y: nodes[node.id]!.y })) };
}

function places(process: Process, { nodes }: Drawing): string {
  const rows = process.nodes.map(({ id, department }) => {
    const { x, y, width, height } = nodes[id]!;
    return [
      nameOf(process, id),
      department === undefined ? "" : nameOf(process, department),
      ...[x, y, width, height].map((pixels) => String(Math.round(pixels))),
    ];
  });
  const numbers = ["x", "y", "Width", "Height"].map((name) => ({ name, right: true }));
  return [...table([{ name: "Node" }, { name: "Department" }, ...numbers], rows), ""].join("\n");
}
