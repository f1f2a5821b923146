import type { Distribution } from "../../../src/model/distribution.ts";
import { about, end, fixed, flow, start, tiny, wait } from "../../builders.ts";
import { type Case, tells, withStart, withStep, withWork } from "./cases.ts";

const at = "nodes[1].work";
const distributions: readonly Case[] = (
  [
    ["times without a unit", { dist: "constant", value: 5 }, ".unit", "The work of “call” is a time without a unit"],
    [
      "parts of mixtures without a unit",
      { dist: "mixture", parts: [{ weight: 1, of: { dist: "constant", value: 5 } }] },
      ".parts[0].of.unit",
      "without a unit",
    ],
    ["negative constants", fixed(-5), ".value", "goes below 0: its value is −5"],
    ["means that are not above 0", about(0), ".mean", "has the mean 0"],
    [
      "uniforms that are upside down",
      { dist: "uniform", min: 5, max: 4, unit: "min" },
      ".max",
      "maximum 4 below its minimum 5",
    ],
    ["uniforms that begin below 0", { dist: "uniform", min: -1, max: 4, unit: "min" }, ".min", "its minimum is −1"],
    [
      "triangles whose tip is outside",
      { dist: "triangular", min: 1, mode: 9, max: 4, unit: "min" },
      ".mode",
      "mode 9, outside 1 to 4",
    ],
    [
      "three-point estimates whose mode is outside",
      { dist: "pert", min: 1, mode: 0, max: 4, unit: "min" },
      ".mode",
      "outside 1 to 4",
    ],
    [
      "normals with a negative deviation",
      { dist: "normal", mean: 1, sd: -1, unit: "min" },
      ".sd",
      "standard deviation −1",
    ],
    ["normals with a negative mean", { dist: "normal", mean: -1, sd: 1, unit: "min" }, ".mean", "its mean is −1"],
    ["lognormals with a mean of 0", { dist: "lognormal", mean: 0, sd: 1, unit: "min" }, ".mean", "has the mean 0"],
    [
      "gammas with a negative deviation",
      { dist: "gamma", mean: 1, sd: -2, unit: "min" },
      ".sd",
      "standard deviation −2",
    ],
    ["half stages", { dist: "erlang", k: 1.5, mean: 1, unit: "min" }, ".k", "has 1.5 stages"],
    ["shapes that are not above 0", { dist: "weibull", shape: 0, scale: 1, unit: "min" }, ".shape", "has the shape 0"],
    [
      "betas without an alpha above 0",
      { dist: "beta", min: 0, max: 1, alpha: -1, beta: 1, unit: "min" },
      ".alpha",
      "has the alpha −1",
    ],
    [
      "shares and means of different number",
      { dist: "hyperexponential", share: [1], mean: [1, 2], unit: "min" },
      ".share",
      "1 shares for 2 means",
    ],
    [
      "shares of a hyperexponential that do not add up",
      { dist: "hyperexponential", share: [0.5, 0.6], mean: [1, 2], unit: "min" },
      ".share",
      "add up to 1.1",
    ],
    [
      "hyperexponentials with a mean of 0",
      { dist: "hyperexponential", share: [1], mean: [0], unit: "min" },
      ".mean",
      "has the mean 0",
    ],
    ["measured values without any", { dist: "empirical", values: [], unit: "min" }, ".values", "has no values"],
    ["measured values below 0", { dist: "empirical", values: [1, -2], unit: "min" }, ".values", "is −2"],
    [
      "weights and values of different number",
      { dist: "empirical", values: [1, 2], weights: [1], unit: "min" },
      ".weights",
      "1 weights for 2 values",
    ],
    [
      "weights that are all 0",
      { dist: "empirical", values: [1], weights: [0], unit: "min" },
      ".weights",
      "no weight above 0",
    ],
    [
      "negative weights",
      { dist: "empirical", values: [1, 2], weights: [2, -1], unit: "min" },
      ".weights",
      "a negative weight",
    ],
    ["mixtures of nothing", { dist: "mixture", parts: [], unit: "min" }, ".parts", "a mixture of nothing"],
    [
      "faults inside a mixture",
      { dist: "mixture", parts: [{ weight: 1, of: { dist: "exponential", mean: -1 } }], unit: "min" },
      ".parts[0].of.mean",
      "has the mean −1",
    ],
  ] as const
).map(([says, dist, path, message]) => ({
  says,
  code: path.endsWith("unit") ? "unit" : "distribution",
  path: `${at}${path}`,
  message,
  process: withWork(dist as Distribution),
}));

const amounts: readonly Case[] = [
  {
    says: "times longer than anything takes",
    code: "too-long",
    path: "nodes[1].work",
    message: "ten thousand years",
    process: withWork(fixed(1e300, "wk")),
  },
  {
    says: "units on plain numbers",
    code: "unit",
    path: "fields[0].sample.unit",
    message: "The field “Value” is a plain number",
    process: { ...tiny, fields: [{ id: "value", name: "Value", type: "number", sample: fixed(5) }] },
  },
  {
    says: "patience below 0",
    code: "distribution",
    path: "nodes[1].patience.value",
    message: "The patience of “call”",
    process: withStep({ patience: fixed(-1) }),
  },
  {
    says: "first arrivals below 0",
    code: "distribution",
    path: "nodes[0].arrivals.first.value",
    message: "The first arrival of “new”",
    process: withStart({ arrivals: { every: about(1), first: fixed(-1) } }),
  },
  {
    says: "delays below 0",
    code: "distribution",
    path: "flows[0].delay.value",
    message: "The delay of the flow",
    process: { ...tiny, flows: [flow("new", "call", { delay: fixed(-1) }), flow("call", "won")] },
  },
  {
    says: "waits below 0",
    code: "distribution",
    path: "nodes[1].for.value",
    message: "The length of “call”",
    process: { ...tiny, nodes: [start("new"), wait("call", { for: fixed(-1) }), end("won")] },
  },
  {
    says: "waits for a batch below 0",
    code: "distribution",
    path: "nodes[1].batch.wait.value",
    message: "longest wait for a batch",
    process: withStep({ batch: { size: 2, wait: fixed(-1) } }),
  },
  {
    says: "faults in work by rule",
    code: "distribution",
    path: "nodes[1].work.by[0].work.mean",
    message: "The work of “call”",
    process: withStep(
      { work: { by: [{ when: { field: "returning", is: "=", to: true }, work: about(-1) }], otherwise: fixed(1) } },
      { fields: [{ id: "returning", name: "Returning", type: "boolean", share: 0.5 }] },
    ),
  },
  {
    says: "outages without time between",
    code: "no-time-between",
    path: "systems[0].outage.every",
    message: "outages of “CRM” is always 0",
    process: { ...tiny, systems: [{ id: "crm", name: "CRM", outage: { every: fixed(0), lasts: fixed(1) } }] },
  },
];

tells(distributions);
tells(amounts);
