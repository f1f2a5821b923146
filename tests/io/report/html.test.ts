import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { comparedRows } from "../../../src/analyse/comparison-table.ts";
import { handOver } from "../../../src/analyse/hand-over.ts";
import { heatOf } from "../../../src/analyse/heat.ts";
import { withMargin } from "../../../src/analyse/words.ts";
import { compare } from "../../../src/experiment/compare.ts";
import { run } from "../../../src/experiment/run.ts";
import { writeReport } from "../../../src/io/report/html.ts";
import { drawingOf } from "../../../src/layout/layout.ts";
import { APP_VERSION } from "../../../src/model/version.ts";
import { about, end, paths, processOf, start, step } from "../../builders.ts";

const process = processOf({
  name: "Leads <script>alert(1)</script> & “more”",
  teams: [{ id: "sdr", name: "Sales </td>", people: 1, costPerHour: 30 }],
  nodes: [start("in"), step("call", { name: "Call", team: "sdr", work: about(8) }), end("out", { name: "Out" })],
  flows: paths("in > call > out"),
  scenarios: [{ id: "more", name: "One more", changes: [{ set: "teams/sdr/people", to: 2 }] }],
});
const options = { records: 500, replications: 5, prove: true };
const found = run(process, options);
const compared = compare(process, undefined, options);
if (!found.ok || !compared.ok) throw new Error("the process should run");
const report = (comparison?: typeof compared.value) =>
  writeReport({
    process,
    drawing: drawingOf(process),
    heat: heatOf(process, found.value),
    handOver: handOver(process, found.value, comparison),
  });

it("holds the drawing, the key figures, the bottleneck with its proof, and what it takes to reproduce it", () => {
  const html = report();
  expect(html).toContain("<svg");
  expect(html).toContain(withMargin(found.value.cycleTime, "time"));
  expect(html).toContain("The bottleneck");
  expect(html).toContain("One more person");
  expect(html).toContain(`Throughline ${APP_VERSION}: 5 replications`);
  expect(html).toContain("seed 1");
  expect(html).not.toContain("Scenario:");
});

it("holds the scenarios with their verdicts, where they were compared", () => {
  const html = report(compared.value);
  const [scenario] = compared.value.scenarios;
  const [first] = comparedRows(compared.value, scenario!);
  expect(first?.verdict).toBe("better");
  expect(html).toContain("Scenario: One more");
  expect(html).toContain(first!.change);
  expect(html).toContain("Sales &lt;/td&gt;: people 1 → 2.");
});

it("needs nothing from anywhere, and no text of the process is markup in it", () => {
  const html = report(compared.value);
  expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(/i);
  expect(html).not.toContain("Sales </td>");
  expect(html).toContain("Leads &lt;script&gt;");
  expect(html.match(/(?:src|href)=/g)).toBeNull();
});

it("says what a chart says once, and keeps short tables on one page", () => {
  const html = report(compared.value);
  const messages = [...html.matchAll(/<desc>([^<]*)<\/desc>/g)]
    .map(([, message]) => message!)
    .filter((message) => message.length < 90);
  expect(messages.length).toBeGreaterThan(1);
  // In the description for those who do not see the picture, and in the picture.
  for (const message of messages) expect(html.split(message)).toHaveLength(3);
  expect(html).toContain('<table class="whole">');
});

it("is the same to the byte for the same run", () => {
  expect(report()).toBe(report());
});

it("names the version that the package has", () => {
  expect(APP_VERSION).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});
