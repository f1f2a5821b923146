import { tiny } from "../../builders.ts";
import { type Case, team, tells, withStep } from "./cases.ts";

const resources: readonly Case[] = [
  {
    says: "teams of nobody",
    code: "team-of-nobody",
    path: "teams[0].people",
    message: "Nobody is in the team “Sales”",
    process: { ...tiny, ...team(0) },
  },
  {
    says: "teams of halves",
    code: "team-of-nobody",
    path: "teams[0].people",
    message: "has 1.5 people",
    process: { ...tiny, ...team(1.5) },
  },
  {
    says: "people who cost less than nothing",
    code: "out-of-range",
    path: "teams[0].costPerHour",
    message: "costs −1",
    process: { ...tiny, teams: [{ id: "sdr", name: "Sales", people: 1, costPerHour: -1 }] },
  },
  {
    says: "systems for nobody",
    code: "out-of-range",
    path: "systems[0].capacity",
    message: "“CRM” takes 0 at once",
    process: { ...tiny, systems: [{ id: "crm", name: "CRM", capacity: 0 }] },
  },
  {
    says: "choices between nothing",
    code: "no-options",
    path: "fields[0].options",
    message: "between nothing",
    process: { ...tiny, fields: [{ id: "source", name: "Source", type: "choice", options: [] }] },
  },
  {
    says: "options that stand twice",
    code: "duplicate-option",
    path: "fields[0].options[1]",
    message: "“Web” twice",
    process: {
      ...tiny,
      fields: [{ id: "source", name: "Source", type: "choice", options: [{ value: "Web" }, { value: "Web" }] }],
    },
  },
  {
    says: "options with a negative weight",
    code: "out-of-range",
    path: "fields[0].options[0].weight",
    message: "has the weight −1",
    process: {
      ...tiny,
      fields: [
        { id: "source", name: "Source", type: "choice", options: [{ value: "Web", weight: -1 }, { value: "Fair" }] },
      ],
    },
  },
  {
    says: "options without any weight",
    code: "out-of-range",
    path: "fields[0].options",
    message: "weight above 0",
    process: {
      ...tiny,
      fields: [{ id: "source", name: "Source", type: "choice", options: [{ value: "Web", weight: 0 }] }],
    },
  },
  {
    says: "shares of a field beyond 1",
    code: "share-out-of-range",
    path: "fields[0].share",
    message: "a share of 1.2",
    process: { ...tiny, fields: [{ id: "vip", name: "VIP", type: "boolean", share: 1.2 }] },
  },
  ...(
    [
      ["9-5", "is no shift"],
      ["09:60-10:00", "is no shift"],
      ["09:00-24:30", "is no shift"],
      ["17:00-09:00", "ends before it begins"],
      ["08:00-12:00", "begins before the one above it ends"],
    ] as const
  ).map(([shift, message]) => ({
    says: `the shift ${shift}`,
    code: "shift",
    path: "calendars[0].week.mon[1]",
    message,
    process: { ...tiny, calendars: [{ id: "office", name: "Office", week: { mon: ["07:00-09:00", shift] } }] },
  })),
  {
    says: "calendars without a shift",
    code: "never-open",
    path: "calendars[0].week",
    message: "has no shift",
    process: { ...tiny, calendars: [{ id: "office", name: "Office", week: { mon: [] } }] },
  },
  {
    says: "days that do not exist",
    code: "date",
    path: "calendars[0].closed[1]",
    message: "“2026-02-29” in “Office” is no date",
    process: {
      ...tiny,
      calendars: [
        { id: "office", name: "Office", week: { mon: ["09:00-17:00"] }, closed: ["2028-02-29", "2026-02-29"] },
      ],
    },
  },
  ...["javascript:alert(1)", "example.com", " https://example.com", "http://"].map((link) => ({
    says: `the link “${link}”`,
    code: "link",
    path: "nodes[1].link",
    message: "no address to open",
    process: withStep({ link }),
  })),
];

tells(resources);
