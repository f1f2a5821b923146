import { json as format } from "../../io/json.ts";
import { arrange } from "../../layout/arrange.ts";
import { boxed } from "../../layout/route/boxed.ts";
import { orderDepartments as inOrder } from "../../model/edit/departments.ts";
import { placed } from "../../model/edit/nodes.ts";
import { percent } from "../../model/format.ts";
import type { Drawing, Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import { command, fileArgument, UsageError } from "../command.ts";
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
    "order-departments": { type: "boolean", help: "finds the order of departments with the fewest crossings first" },
    tidy: { type: "boolean", help: "keeps the columns and rows of the file, and only straightens and spaces them" },
    output: {
      type: "string",
      short: "o",
      value: "OUT",
      help: "writes the file with the new places to OUT; “-” prints it",
    },
  },
  most: 1,
  run(args, { json, output, tidy = false, "order-departments": orderDepartments = false }, terminal) {
    const file = fileArgument(args);
    if (json && output === "-") throw new UsageError("--json and --output - would print two things: give one of them.");
    const read = readProcess(file);
    printProblems(file, read.problems, terminal);
    if (!read.ok) return 1;
    const { drawing, departments } = arrange(read.value, {
      tidy,
      orderDepartments,
      onProgress: (done) => terminal.progress(`Laying out, ${percent(Math.round(done * 100) / 100)} done`),
    });
    terminal.progress("");
    const laid = placed(inOrder(read.value, departments), drawing);
    if (output === "-") terminal.out(format.write(laid));
    else if (output !== undefined) writeWhole(output, format.write(laid));
    if (json) terminal.out(`${JSON.stringify(figures(read.value, drawing), null, 2)}\n`);
    else if (output === undefined) terminal.out(places(read.value, drawing));
    return 0;
  },
});

/** Lanes are where they lie across the flow: rows by `y` and `height`, columns by `x` and `width`. */
function figures({ flows }: Process, { direction, nodes, lanes, stages, routes }: Drawing) {
  const across = ({ x, y, width, height }: Rect) => (direction === "right" ? { y, height } : { x, width });
  const along = ({ x, y, width, height }: Rect) => (direction === "right" ? { x, width } : { y, height });
  // Who reads this sees boxes: routes end on them.
  const lines = flows.flatMap(({ id, from, to }) =>
    routes[id] ? [[id, boxed(routes[id], nodes[from]!, nodes[to]!)] as const] : [],
  );
  return { nodes, lanes: mapped(lanes, across), stages: mapped(stages, along), routes: Object.fromEntries(lines) };
}

function mapped<T>(boxes: Readonly<Record<string, Rect>>, to: (box: Rect) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(boxes).map(([id, box]) => [id, to(box)]));
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
