import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { json } from "../../src/io/json.ts";
import type { Process } from "../../src/model/process.ts";
import { nameOf } from "../../src/model/words.ts";

function open(name: string): Process {
  const read = json.read(readFileSync(new URL(`../../examples/${name}.process.json`, import.meta.url)));
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return read.process;
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
  const process = open(name);
  const names = (ids: readonly string[] = []) => ids.map((id) => nameOf(process, id)).join(", ");
  const steps = process.nodes.filter((node) => node.kind === "step");
  expect(steps.map((step) => [step.name, names(step.inputs), names(step.outputs)])).toEqual(table);
  expect(process.data.map((item) => item.name).sort()).toEqual(
    [...new Set(table.flatMap(([, inputs, outputs]) => `${inputs}, ${outputs}`.split(", ")))].sort(),
  );
});

it("the CRM flow chart has every activity of its four stages as a step", () => {
  const process = open("crm-flow-chart");
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

it("the CRM lifecycle has every action of its seven stages, as a source, a step, a team or a system", () => {
  const process = open("crm-lifecycle");
  const actions: Readonly<Record<string, string>> = {
    "Lead Generation": "Marketing campaigns, SEO, social media",
    "Lead Qualification": "Lead scoring, data analysis",
    "Lead Nurturing": "Email marketing, webinars, events",
    "Sales Process": "CRM software, sales meetings, negotiations",
    "Customer Onboarding": "CRM software, product demos, training",
    "Customer Support": "CRM software, customer service reps, support tickets",
    "Retention and Upselling": "CRM software, loyalty programs, upselling campaigns",
  };
  expect(process.stages.map(({ name }) => name)).toEqual(Object.keys(actions));
  for (const [stage, names] of Object.entries(actions)) {
    const there = process.nodes.filter((node) => node.stage !== undefined && nameOf(process, node.stage) === stage);
    const used = there.flatMap((node) =>
      node.kind === "step" ? [...(node.systems ?? []), ...(node.team === undefined ? [] : [node.team])] : [],
    );
    const known = [...there.map(({ name }) => name), ...used.map((id) => nameOf(process, id))];
    const lower = known.map((name) => name.toLowerCase());
    for (const action of names.split(", ")) expect(lower).toContain(action.toLowerCase());
  }
});

it.each([
  [
    "customer-journey",
    "Customer Acquisition, Customer Onboarding, Customer Engagement, Customer Retention, Customer Expansion",
  ],
  ["lead-flow", "Marketing, Lead generation, Lead nurturing, Sales, Customer service"],
  ["e-commerce", "Lead capture, Abandoned cart recovery, Order processing, Customer support, Loyalty programs"],
  ["healthcare", "Patient intake, Appointment scheduling, Treatment planning, Medication management, Follow-up care"],
])("%s has the stages of its seed", (name, stages) => {
  expect(
    open(name)
      .stages.map((stage) => stage.name)
      .join(", "),
  ).toBe(stages);
});

it("lead flow has the departments, systems and data of its seed", () => {
  const process = open("lead-flow");
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();
  expect(names(process.departments)).toEqual(["Customer Service", "IT", "Marketing", "Sales"]);
  expect(names(process.systems)).toEqual([
    "CRM software",
    "Customer support software",
    "Marketing automation software",
    "Salesforce automation software",
  ]);
  expect(process.data.map(({ name, category }) => `${category}: ${name}`)).toEqual([
    "customer: Customer names",
    "customer: Contact information",
    "customer: Demographics",
    "customer: Purchase history",
    "sales: Sales orders",
    "sales: Invoices",
    "sales: Quotes",
    "marketing: Marketing campaigns",
    "marketing: Website traffic",
    "marketing: Lead generation data",
    "support: Customer support tickets",
    "support: FAQs",
    "support: Knowledge base articles",
  ]);
});
