/** What was planted in an example, and what its scenarios are to show. */
export interface Planted {
  /** What it is short of: a team or a system. */
  readonly short: string;
  /** A step where that shows. */
  readonly step: string;
  /** The scenario with one more of it. */
  readonly more: string;
  /** The measure by which its scenarios are judged, by its id in `compare --json`. */
  readonly measure: string;
  /** Scenarios that help. */
  readonly helps: readonly string[];
  /** Scenarios that do not: they make it worse, or do not make it better by as much as a fiftieth. */
  readonly not: readonly string[];
  /** Scenarios that are judged by another measure. */
  readonly by?: Readonly<Record<string, string>>;
}

/** Every example, in the order of the README. */
export const PLANTED: Readonly<Record<string, Planted>> = {
  "sales-force-automation": {
    short: "bid",
    step: "proposal-generation",
    more: "hire-bid",
    measure: "cycleTime",
    helps: ["templates", "hire-bid"],
    not: ["hire-sdr", "more-leads"],
  },
  "marketing-automation": {
    short: "studio",
    step: "content-creation",
    more: "hire-studio",
    measure: "cycleTime",
    helps: ["briefing", "hire-studio"],
    not: ["dashboards"],
  },
  "service-automation": {
    short: "desk",
    step: "entry",
    more: "hire-desk",
    measure: "target:call-answered",
    helps: ["automatic-tickets", "hire-desk"],
    not: ["hire-agent"],
  },
  "crm-lifecycle": {
    short: "onboarding-team",
    step: "training",
    more: "hire-onboarding",
    measure: "withinTarget:training",
    helps: ["hire-onboarding", "groups"],
    not: ["hire-reps"],
    by: { groups: "costPerRecord" },
  },
  "customer-journey": {
    short: "onboarding-team",
    step: "onboard",
    more: "hire-onboarding",
    measure: "withinTarget:onboard",
    helps: ["self-service", "hire-onboarding"],
    not: ["hire-reps", "more-prospects"],
  },
  "crm-flow-chart": {
    short: "complaints",
    step: "resolving",
    more: "hire-complaints",
    measure: "withinTarget:resolving",
    helps: ["at-once", "hire-complaints"],
    not: ["hire-campaigns", "more-visitors"],
  },
  "lead-flow": {
    short: "sdr",
    step: "qualify",
    more: "hire-sdr",
    measure: "cycleTime",
    helps: ["form", "at-once", "tickets", "hire-sdr"],
    not: ["more-leads"],
  },
  "e-commerce": {
    short: "packers",
    step: "pack",
    more: "help",
    measure: "target:dispatched",
    helps: ["help", "cartons"],
    not: ["hire-agent", "bigger-discount"],
  },
  "financial-services": {
    short: "officers",
    step: "funds",
    more: "hire-officer",
    measure: "target:onboarded",
    helps: ["online-identity", "hire-officer"],
    not: ["more-clients", "faster-risk"],
  },
  healthcare: {
    short: "physicians",
    step: "planning",
    more: "hire-physician",
    measure: "target:seen",
    helps: ["hire-physician", "reminders"],
    not: ["hire-receptionist", "laboratory"],
    by: { reminders: "success" },
  },
  retail: {
    short: "crm-team",
    step: "offer",
    more: "hire-editor",
    measure: "cycleTime",
    helps: ["suggestions", "hire-editor"],
    not: ["larger-batches"],
  },
  technology: {
    short: "demo",
    step: "demo-step",
    more: "third-environment",
    measure: "target:demo-soon",
    helps: ["third-environment", "quick-reset"],
    not: ["hire-engineer"],
  },
};
