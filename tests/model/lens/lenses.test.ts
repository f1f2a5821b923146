import { expect, it } from "vitest";
import { dataFlow } from "../../../src/model/lens/data.ts";
import { LENSES, lensOf } from "../../../src/model/lens/lenses.ts";
import { LENS_IDS } from "../../../src/model/lens/view.ts";
import { decision, end, fixed, flow, paths, processOf, start, step } from "../../builders.ts";

const data = ["lead", "quote", "order", "price-list"].map((id) => ({ id, name: id }));

/** “call” makes the lead, “offer” needs it and makes the quote; both lie in Sales, “deliver” in Service. */
const process = processOf({
  departments: [
    { id: "sales", name: "Sales" },
    { id: "service", name: "Service" },
  ],
  systems: [
    { id: "crm", name: "CRM" },
    { id: "shop", name: "Shop" },
  ],
  stages: [
    { id: "win", name: "Win" },
    { id: "keep", name: "Keep" },
  ],
  data,
  nodes: [
    start("in", { department: "sales" }),
    step("call", { department: "sales", outputs: ["lead"], systems: ["crm"], stage: "win" }),
    step("offer", { department: "sales", inputs: ["lead", "price-list", "order"], outputs: ["quote"], stage: "win" }),
    step("deliver", { department: "service", inputs: ["quote"], outputs: ["order"], systems: ["crm", "shop"] }),
    end("out", { department: "service" }),
  ],
  flows: [...paths("in > call > offer", "deliver > out"), flow("offer", "deliver", { delay: fixed(120) })],
});

it("has one lens for each id, in their order, each with a name of its own", () => {
  expect(LENSES.map(({ id }) => id)).toEqual(LENS_IDS);
  expect(new Set(LENSES.map(({ name }) => name)).size).toBe(LENSES.length);
});

it("says that data comes from outside where no step before makes it", () => {
  const needed = dataFlow(process).filter(({ role }) => role === "needs");
  expect(needed).toEqual([
    { about: "lead", node: "offer", role: "needs" },
    { about: "price-list", node: "offer", role: "needs", outside: true },
    // The order is made only later.
    { about: "order", node: "offer", role: "needs", outside: true },
    { about: "quote", node: "deliver", role: "needs" },
  ]);
  const { things, legend } = lensOf("data").view({ process });
  expect(things).toEqual({ data: true });
  expect(legend.at(-1)?.text).toBe("2 from outside: nobody before makes it");
  expect(lensOf("data").view({ process, part: true }).legend.at(-1)?.text).toBe(
    "2 from outside of this part: no step here makes it before",
  );
});

it("lets a step in a loop take in what it made the last time round", () => {
  const loop = processOf({
    data,
    nodes: [start("in"), step("write", { inputs: ["quote"], outputs: ["quote"] }), decision("good"), end("out")],
    flows: paths("in > write > good > out", "good > write"),
  });
  expect(dataFlow(loop).some(({ outside }) => outside)).toBe(false);
});

it("tints steps by their system, and lets those with two or none stand out", () => {
  const { nodes, legend } = lensOf("systems").view({ process });
  const [crm, shop] = [nodes.get("call")?.colours?.[0], nodes.get("deliver")?.colours?.[1]];
  expect(crm).not.toBe(shop);
  expect(nodes.get("deliver")).toEqual({ colours: [crm, shop], stands: true, badge: "2 systems" });
  expect(nodes.get("offer")).toEqual({ bare: true, badge: "No system" });
  expect(nodes.has("in")).toBe(false);
  expect(legend.map(({ text }) => text)).toEqual(["CRM · 2", "Shop · 1", "Two systems or more · 1", "No system · 1"]);
});

it("draws hand-offs heavy, with how often they happened and the time lost on the way", () => {
  const before = lensOf("departments").view({ process });
  expect([...before.flows]).toEqual([["offer-deliver", { heavy: true, badge: "≈ 2 h lost" }]]);
  const figures = { flows: { "offer-deliver": { count: { mean: 1204.4 } } } };
  const after = lensOf("departments").view({ process, figures });
  expect(after.flows.get("offer-deliver")?.badge).toBe("1,204 × · ≈ 2 h lost");
  expect(after.legend[0]?.text).toBe("1 hand-off, 1,204 times in a run");
});

it("draws bands only for stages that something is in", () => {
  expect(lensOf("process").view({ process })).toMatchObject({ bands: true, legend: [{ text: "1 stage" }] });
  expect(lensOf("process").view({ process: { ...process, stages: [] } }).bands).toBe(false);
});

it("makes something of an empty process through every lens", () => {
  for (const { view } of LENSES) expect(view({ process: processOf({}) }).nodes.size).toBe(0);
});
