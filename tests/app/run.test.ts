import { expect, it } from "vitest";
import { meansTheSame } from "../../src/app/run.ts";
import { moveNodes, setDepartment } from "../../src/model/edit/nodes.ts";
import { patch } from "../../src/model/edit.ts";
import { end, fixed, paths, processOf, start, step } from "../builders.ts";

const process = processOf({ nodes: [start("in"), step("work"), end("out")], flows: paths("in > work > out") });

it("counts results as still right after nodes were moved, into other lanes too, and notes written", () => {
  expect(meansTheSame(process, moveNodes(process, new Map([["work", [40, 80]]])))).toBe(true);
  expect(meansTheSame(process, setDepartment(process, ["work"], "sales"))).toBe(true);
  expect(meansTheSame(process, { ...process, notes: [{ id: "n", text: "Look here" }] })).toBe(true);
});

it("counts results as stale after an edit that changes them, and as right again once it is taken back", () => {
  const longer = patch(process, "nodes", "work", { work: fixed(6) });
  expect(meansTheSame(process, longer)).toBe(false);
  expect(meansTheSame(process, patch(longer, "nodes", "work", { work: fixed(5) }))).toBe(true);
});
