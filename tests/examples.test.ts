import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Results } from "../src/analyse/results.ts";
import { run } from "../src/experiment/run.ts";
import { json } from "../src/io/json.ts";
import { readSvg, writeSvg } from "../src/io/svg.ts";
import { drawingOf, layout } from "../src/layout/layout.ts";
import { percent, time } from "../src/model/format.ts";
import type { Process } from "../src/model/process.ts";
import { validate } from "../src/model/validate.ts";
import { nameOf } from "../src/model/words.ts";

const FOLDER = new URL("../examples/", import.meta.url);
const README = new URL("README.md", FOLDER);

/** The team that each example is short of, and a step where that shows: what was planted. */
const PLANTED: Readonly<Record<string, { readonly team: string; readonly step: string }>> = {
  "sales-force-automation": { team: "bid", step: "proposal-generation" },
  "lead-flow": { team: "sdr", step: "qualify" },
  "marketing-automation": { team: "studio", step: "content-creation" },
  "crm-flow-chart": { team: "complaints", step: "resolving" },
  "crm-lifecycle": { team: "onboarding-team", step: "training" },
  "customer-journey": { team: "onboarding-team", step: "onboard" },
};

const files = readdirSync(FOLDER).filter((file) => file.endsWith(".process.json"));

const textOf = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");

function open(file: string): Process {
  const read = json.read(textOf(file));
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return read.process;
}

/** The process at the places that a new layout gives it. */
function laidOut(process: Process): Process {
  const bare = { ...process, nodes: process.nodes.map(({ x: _x, y: _y, ...node }) => node) };
  const { nodes } = layout(bare);
  return { ...bare, nodes: bare.nodes.map((node) => ({ ...node, x: nodes[node.id]!.x, y: nodes[node.id]!.y })) };
}

// With UPDATE set, files take on the places of today's layout before anything is tested.
if (process.env.UPDATE) for (const file of files) writeFileSync(new URL(file, FOLDER), json.write(laidOut(open(file))));

function measure(process: Process): Results {
  const result = run(process, {});
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
}

it("every example has its bottleneck named here, and every name its example", () => {
  expect(files.map((file) => file.replace(".process.json", "")).sort()).toEqual(Object.keys(PLANTED).sort());
});

describe.each(Object.entries(PLANTED))("the example %s", (name, planted) => {
  const file = `${name}.process.json`;
  const process = open(file);

  it("is written as the editor would write it", () => {
    expect(json.write(process)).toBe(textOf(file));
  });

  it("has no problem, not even a warning", () => {
    expect(validate(process)).toEqual([]);
  });

  it("says that its times are illustrative", () => {
    expect(process.description).toContain("illustrative");
  });

  it("opens drawn, as its layout says, without nodes on top of each other", () => {
    const drawing = drawingOf(process);
    expect(process).toEqual(laidOut(process));
    const places = Object.values(drawing.nodes);
    const clear = places.every((a, i) =>
      places
        .slice(i + 1)
        .every((b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y),
    );
    expect(clear).toBe(true);
  });

  it("goes into a picture and comes out of it whole", () => {
    expect(readSvg(writeSvg(process, drawingOf(process)))).toMatchObject({ ok: true, process });
  });

  it("gets stuck where its bottleneck was planted, and the README says by how much", { timeout: 120_000 }, () => {
    const results = measure(process);
    const [worst] = results.bottlenecks;
    expect(worst).toMatchObject({ rank: 1, team: planted.team });
    expect(worst?.steps).toContain(planted.step);
    expect(results.teams[planted.team]?.utilisation.mean).toBeGreaterThan(0.85);
    expect(results.audit.conservation).toBe(true);
    current(name, figures(process, results, planted));
  });
});

/** What the README says of an example: its bottleneck in figures, and what one more person there would do. */
function figures(process: Process, results: Results, { team, step }: { team: string; step: string }): string {
  const there = results.steps[step]!;
  const more = measure({
    ...process,
    teams: process.teams.map((each) => (each.id === team ? { ...each, people: each.people + 1 } : each)),
  });
  const rows = [
    ["", "as it is", "with one more person"],
    ["---", "---", "---"],
    [`${nameOf(process, team)} busy`, ...[results, more].map((each) => percent(each.teams[team]!.utilisation.mean))],
    [`wait before “${nameOf(process, step)}”`, ...[results, more].map((each) => time(each.steps[step]!.wait.mean))],
    ["from arrival to end", ...[results, more].map((each) => time(each.cycleTime.mean))],
  ];
  const share = percent(there.shareOfDelay.mean);
  const table = rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `**${nameOf(process, step)}** has ${share} of all delay.\n\n${table}`;
}

/** Compares a passage of the README with what it should say, or writes it where `UPDATE` is set. */
function current(name: string, text: string): void {
  const readme = readFileSync(README, "utf8");
  const passage = new RegExp(`(<!-- figures: ${name} -->\n)[^]*?(<!-- end -->)`);
  const updated = readme.replace(passage, (_, before, after) => `${before}${text}\n${after}`);
  if (process.env.UPDATE) writeFileSync(README, updated);
  else expect(readme).toBe(updated);
  expect(readme).toMatch(passage);
}

/** Tables of the seeds, by hand: step, inputs, outputs. */
const TABLES: Readonly<Record<string, readonly (readonly [step: string, inputs: string, outputs: string])[]>> = {
  "sales-force-automation": [
    ["Lead Generation", "Marketing Campaigns, Trade Shows, Referrals", "Lead Information, Lead Source"],
    [
      "Lead Qualification",
      "Lead Information, Company Information, Industry Trends",
      "Qualified Lead, Sales Opportunity",
    ],
    [
      "Sales Opportunity Management",
      "Sales Opportunity, Customer Information, Product Information",
      "Sales Pipeline, Sales Forecast",
    ],
    ["Proposal Generation", "Customer Requirements, Sales Opportunity, Product Information", "Proposal, Quote"],
    ["Order Processing", "Sales Order, Customer Information, Billing Information", "Order Confirmation, Invoice"],
    ["Customer Service", "Customer Information, Service Request", "Service Ticket, Service Resolution"],
  ],
  "marketing-automation": [
    ["Campaign Planning", "Marketing Goals, Budget, Target Audience", "Campaign Plan"],
    ["Content Creation", "Campaign Plan, Content Strategy, Content Development", "Content, Creative Assets"],
    [
      "Campaign Execution",
      "Content, Marketing Channels, Marketing Automation Tools",
      "Campaign Metrics, Lead Information",
    ],
    [
      "Lead Scoring and Nurturing",
      "Lead Information, Behavioral Data",
      "Lead Score, Lead Qualification, Sales Opportunity",
    ],
    [
      "Reporting and Analytics",
      "Campaign Metrics, Lead Information, Sales Data",
      "Marketing ROI, Sales Pipeline, Forecast",
    ],
  ],
};

it.each(Object.entries(TABLES))("%s has exactly the steps, inputs and outputs of its table", (name, table) => {
  const process = open(`${name}.process.json`);
  const names = (ids: readonly string[] = []) => ids.map((id) => nameOf(process, id)).join(", ");
  const steps = process.nodes.filter((node) => node.kind === "step");
  expect(steps.map((step) => [step.name, names(step.inputs), names(step.outputs)])).toEqual(table);
  expect(process.data.map((item) => item.name).sort()).toEqual(
    [...new Set(table.flatMap(([, inputs, outputs]) => `${inputs}, ${outputs}`.split(", ")))].sort(),
  );
});

it("the CRM flow chart has every activity of its four stages as a step", () => {
  const process = open("crm-flow-chart.process.json");
  const steps = process.nodes.flatMap((node) =>
    node.kind === "step" ? [[nameOf(process, node.stage!), node.name]] : [],
  );
  expect(steps).toEqual([
    ["Lead Generation", "Identifying Potential Customers"],
    ["Lead Generation", "Collecting Customer Data"],
    ["Lead Generation", "Tracking Customer Interactions"],
    ["Lead Generation", "Lead Nurturing"],
    ["Sales", "Qualifying Leads"],
    ["Sales", "Managing Sales Pipeline"],
    ["Sales", "Closing Deals"],
    ["Customer Service", "Providing Support"],
    ["Customer Service", "Resolving Customer Issues and Complaints"],
    ["Customer Service", "Managing Customer Relationships"],
    ["Analytics", "Generating Reports"],
    ["Analytics", "Analyzing Data"],
    ["Analytics", "Identifying Opportunities"],
  ]);
});
