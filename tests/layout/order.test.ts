import { expect, it } from "vitest";
import { generated } from "../../bench/layout-generated.ts";
import { arrange } from "../../src/layout/arrange.ts";
import { crossingsIn } from "../../src/layout/crossings.ts";
import { layout } from "../../src/layout/layout.ts";
import { departmentOrder } from "../../src/layout/order.ts";
import { orderDepartments } from "../../src/model/edit/departments.ts";
import type { Process } from "../../src/model/process.ts";
import { end, flow, paths, processOf, start, step } from "../builders.ts";

const departments = ["a", "b", "c", "d"].map((id) => ({ id, name: id.toUpperCase() }));

/** Work in c goes on in a, past what runs in b: with b between them, hand-offs have to cross it. */
const across = processOf({
  departments: departments.slice(0, 3),
  nodes: [
    start("s", { department: "b" }),
    step("b1", { department: "b" }),
    step("b2", { department: "b" }),
    step("b3", { department: "b" }),
    end("e", { department: "b" }),
    start("t", { department: "a" }),
    step("a1", { department: "a" }),
    step("c1", { department: "c" }),
    step("a2", { department: "a" }),
    step("c2", { department: "c" }),
  ],
  flows: [...paths("s > b1 > b2 > b3 > e", "t > a1 > c1 > a2 > c2")],
});

const ordered = (process: Process) => orderDepartments(process, departmentOrder(process));

it("puts departments that hand over to each other side by side", () => {
  const order = departmentOrder(across);
  expect(Math.abs(order.indexOf("a") - order.indexOf("c"))).toBe(1);
});

it("never finds an order that crosses more than today's", () => {
  for (const seed of [1, 2, 3]) {
    const process = generated(16, 4, seed, 0.6);
    expect(crossingsIn(layout(ordered(process)))).toBeLessThanOrEqual(crossingsIn(layout(process)));
  }
});

it("keeps today's order where no other is better, and whatever it is of fewer than three departments", () => {
  const straight = processOf({
    departments,
    nodes: ["a", "b", "c", "d"].map((department) => step(`${department}1`, { department })),
    flows: [flow("a1", "b1"), flow("b1", "c1"), flow("c1", "d1")],
  });
  expect(departmentOrder(straight)).toEqual(["a", "b", "c", "d"]);
  expect(departmentOrder({ ...across, departments: departments.slice(0, 2) })).toEqual(["a", "b"]);
});

it("finds a good order for more departments than can all be tried", () => {
  const many = Array.from({ length: 9 }, (_, i) => ({ id: `d${i}`, name: `D${i}` }));
  // A chain of hand-offs through the departments in a shuffled order.
  const chain = [4, 0, 7, 2, 8, 5, 1, 6, 3];
  const process = processOf({
    departments: many,
    nodes: chain.map((i) => step(`n${i}`, { department: `d${i}` })),
    flows: paths(chain.map((i) => `n${i}`).join(" > ")),
  });
  const order = departmentOrder(process);
  const steps = chain.slice(1).map((each, i) => Math.abs(order.indexOf(`d${each}`) - order.indexOf(`d${chain[i]}`)));
  expect(steps.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(12);
});

it("lays out for the order that it found, and tells how far it is", () => {
  const told: number[] = [];
  const { drawing, departments: order } = arrange(across, { orderDepartments: true, onProgress: (d) => told.push(d) });
  expect(Object.keys(drawing.lanes)).toEqual(order);
  expect(told.every((done, i) => done >= 0 && done <= 1 && done >= (told[i - 1] ?? 0))).toBe(true);
  expect(told.at(-1)).toBeGreaterThan(0.9);
});
