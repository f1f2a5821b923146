import { meanOf } from "../analyse/mean.ts";
import type { Results } from "../analyse/results.ts";
import { spreadOfTime } from "../compile/spread.ts";
import type { Distribution } from "../model/distribution.ts";
import { patch } from "../model/edit.ts";
import { percent } from "../model/format.ts";
import type { Process, Step, Team, Work } from "../model/process.ts";
import { stretched } from "../model/quantile.ts";
import { nameOf, titleOf } from "../model/words.ts";
import { longerHours, merged } from "./reorganise.ts";

/** One change to a process that might help. */
export interface Candidate {
  /** What is done, as a sentence without its full stop. */
  readonly title: string;
  readonly process: Process;
  /** How much time of a record it is about, in minutes: what is about more is tried first. */
  readonly promise: number;
}

/** A kind of change that might help. Adding one is one entry of the list. */
export interface Intervention {
  /** What it is called in results, in kebab case. */
  readonly kind: string;
  /** @param results - Of a plain run of the process. */
  readonly candidates: (process: Process, results: Results) => readonly Candidate[];
}

/** How long an automated step takes, as a share of the work of people. */
const AUTOMATED = 0.2;
/** How long trained people take, as a share of what they took before. */
const TRAINED = 0.9;

/** All that is tried. */
export const INTERVENTIONS: readonly Intervention[] = [
  {
    kind: "one-more",
    candidates: (process, results) =>
      teamsAtWork(process).map((team) => ({
        title: `Give ${team.name} one more person`,
        process: patch(process, "teams", team.id, { people: team.people + 1 }),
        promise: waitFor(process, results, team),
      })),
  },
  {
    kind: "automate",
    candidates: (process, results) =>
      stepsOfPeople(process).map((step) => ({
        title: `Automate “${titleOf(step)}”: nobody is needed, and it takes ${percent(AUTOMATED)} of the time`,
        process: patch(process, "nodes", step.id, {
          work: shortened(step.work!, AUTOMATED),
          automation: "automated",
          team: undefined,
          people: undefined,
          with: undefined,
          cover: undefined,
        }),
        promise: timeAt(results, step, 1, 1 - AUTOMATED),
      })),
  },
  {
    kind: "train",
    candidates: (process, results) =>
      stepsOfPeople(process).map((step) => ({
        title: `Train for “${titleOf(step)}”, so that it takes ${percent(1 - TRAINED)} less time`,
        process: patch(process, "nodes", step.id, { work: shortened(step.work!, TRAINED) }),
        promise: timeAt(results, step, 1, 1 - TRAINED),
      })),
  },
  {
    kind: "drop-delay",
    candidates: (process, results) =>
      process.flows.flatMap((flow) => {
        const count = results.flows[flow.id]?.count.mean;
        if (flow.delay === undefined || !count) return [];
        return [
          {
            title: `Drop the delay on the way from “${nameOf(process, flow.from)}” to “${nameOf(process, flow.to)}”`,
            process: patch(process, "flows", flow.id, { delay: undefined }),
            promise: (count * meanOf(spreadOfTime(flow.delay))) / results.records.arrived.mean,
          },
        ];
      }),
  },
  {
    kind: "merge-teams",
    candidates: (process, results) => {
      const teams = teamsAtWork(process);
      return teams.flatMap((one, i) =>
        teams.slice(i + 1).flatMap((other) => {
          const together = merged(process, one, other);
          const title = `Merge ${one.name} and ${other.name} into one team`;
          const promise = waitFor(process, results, one) + waitFor(process, results, other);
          return together ? [{ title, process: together, promise }] : [];
        }),
      );
    },
  },
  {
    kind: "longer-hours",
    candidates: (process, results) =>
      teamsAtWork(process).flatMap((team) => {
        const longer = longerHours(process, team);
        const title = `Keep ${team.name} on shift an hour longer each day`;
        return longer ? [{ title, process: longer, promise: waitFor(process, results, team) }] : [];
      }),
  },
];

function stepsOf({ nodes }: Process): readonly Step[] {
  return nodes.filter((node) => node.kind === "step");
}

function stepsOfPeople(process: Process): readonly Step[] {
  return stepsOf(process).filter(({ team, work }) => team !== undefined && work !== undefined);
}

function teamsAtWork(process: Process): readonly Team[] {
  const named = new Set(stepsOf(process).flatMap((step) => [step.team, ...(step.with ?? []).map(({ team }) => team)]));
  return process.teams.filter(({ id }) => named.has(id));
}

/** So much of a record's waiting and of its work at a step, in minutes. */
function timeAt({ steps }: Results, { id }: Step, ofWait: number, ofWork: number): number {
  const at = steps[id];
  if (at === undefined || !(at.visits.mean > 0)) return 0;
  return at.perRecord.mean * (ofWait * (at.wait.mean || 0) + ofWork * (at.work.mean || 0));
}

/** How long a record waits for a team, in minutes. */
function waitFor(process: Process, results: Results, { id }: Team): number {
  return stepsOf(process)
    .filter((step) => step.team === id || step.with?.some(({ team }) => team === id))
    .reduce((sum, step) => sum + timeAt(results, step, 1, 0), 0);
}

function shortened(work: Work, by: number): Work {
  if ("dist" in work) return stretched(work, by);
  const each = (of: Distribution) => stretched(of, by);
  return { ...work, by: work.by.map((rule) => ({ ...rule, work: each(rule.work) })), otherwise: each(work.otherwise) };
}
