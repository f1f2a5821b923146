import type { Limits } from "../simulate/stop.ts";
import { type Job, type Outcome, type Plan, runJob, spared } from "./jobs.ts";

/** A job as it is sent away: the process only the first time, then its number. */
export interface Task extends Omit<Job, "process"> {
  readonly number: number;
  readonly process?: Job["process"];
}

/** What a helper sends back: how far a job is, from 0 to 1, then what became of it. */
export type Word =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "outcome"; readonly outcome: Outcome };

/** Somebody who does jobs on another core, one at a time. */
export interface Helper {
  /** @throws Error if the helper broke down; that is a mistake of ours. */
  do(task: Task, onProgress: (share: number) => void): Promise<Outcome>;
  end(): void;
}

/** Who there is to help, and how to tell when it pays. */
export interface Crew {
  /** How many helpers to hire, if any; fewer than 2 are no help. */
  readonly size: number;
  readonly hire: () => Helper;
  /** Milliseconds, from whenever. */
  readonly now: () => number;
  /** For so many milliseconds everything is done here: helpers take a while to start. */
  readonly patience: number;
  /** How far a job that is done here may go, where that is not `LIMITS`; helpers have limits of their own. */
  readonly limits: Partial<Limits>;
  /** Aborted once nobody wants to wait any longer: what is not done by then is dropped. @default never */
  readonly enough?: AbortSignal;
  /** Waited for before jobs are begun: others may need the cores for a moment. @default nothing */
  readonly ready?: () => Promise<void>;
}

/**
 * Carries out a plan with helpers on other cores, who are hired when it takes longer. Outcomes go back in the order of the
 * jobs, so that what is found does not depend on who did what.
 *
 * @throws Error if a helper broke down.
 */
export async function carryOutBy<Found>(crew: Crew, plan: Plan<Found>): Promise<Found> {
  const helpers: Helper[] = [];
  const sent = new Ledger();
  const start = crew.now();
  try {
    let step = plan.next();
    while (!step.done) {
      await crew.ready?.();
      const { jobs, tell } = step.value;
      const outcomes: Outcome[] = [];
      while (outcomes.length < jobs.length && helpers.length === 0 && !crew.enough?.aborted) {
        const before = outcomes.length;
        const job = jobs[before]!;
        outcomes.push(spared(jobs, outcomes, before) ?? runJob(job, crew.limits, (share) => tell(before + share)));
        const left = jobs.length - outcomes.length;
        if (crew.size < 2 || left < 2 || crew.now() - start < crew.patience) continue;
        for (let i = 0; i < crew.size; i++) helpers.push(crew.hire());
      }
      await unless(crew.enough, () => share(jobs, outcomes, helpers, sent, tell));
      step = plan.next(jobs.map((_, i) => outcomes[i] ?? DROPPED));
    }
    return step.value;
  } finally {
    for (const helper of helpers) helper.end();
  }
}

const DROPPED: Outcome = { kind: "dropped" };

/** Waits for work to be done, or until nobody wants to wait any longer. */
async function unless(enough: AbortSignal | undefined, work: () => Promise<void>): Promise<void> {
  if (enough?.aborted) return;
  const over = new Promise<void>((give) => enough?.addEventListener("abort", () => give(), { once: true }));
  await Promise.race([work(), over]);
}

/** Everybody takes the next job as soon as the last is done, until all have their outcomes. */
async function share(
  jobs: readonly Job[],
  outcomes: Outcome[],
  helpers: readonly Helper[],
  sent: Ledger,
  tell: (done: number) => void,
): Promise<void> {
  const done: number[] = jobs.map((_, i) => (i < outcomes.length ? 1 : 0));
  let next = outcomes.length;
  const workOff = async (helper: Helper) => {
    for (let i = next++; i < jobs.length; i = next++) {
      outcomes[i] =
        spared(jobs, outcomes, i) ??
        (await helper.do(sent.taskFor(helper, jobs[i]!), (part) => {
          done[i] = part;
          tell(done.reduce((sum, each) => sum + each, 0));
        }));
    }
  };
  await Promise.all(helpers.map(workOff));
}

/** Who has been sent which process. */
class Ledger {
  private readonly numbers = new Map<Job["process"], number>();
  private readonly known = new Map<Helper, Set<number>>();

  taskFor(helper: Helper, { process, ...rest }: Job): Task {
    const number = this.numbers.get(process) ?? this.numbers.size;
    this.numbers.set(process, number);
    const known = this.known.get(helper) ?? new Set();
    this.known.set(helper, known);
    if (known.has(number)) return { ...rest, number };
    known.add(number);
    return { ...rest, number, process };
  }
}

/** What a helper does with the tasks it is sent. */
export class Bench {
  private readonly processes = new Map<number, Job["process"]>();
  private readonly limits: Partial<Limits>;

  /** @param limits - How far each task may go, where that is not `LIMITS`. */
  constructor(limits: Partial<Limits>) {
    this.limits = limits;
  }

  /** @param say - Sends a word back. */
  do({ number, process, ...rest }: Task, say: (word: Word) => void): void {
    if (process) this.processes.set(number, process);
    const known = this.processes.get(number);
    if (known === undefined) throw new Error(`process ${number} was never sent`);
    const outcome = runJob({ ...rest, process: known }, this.limits, (share) => say({ kind: "progress", share }));
    say({ kind: "outcome", outcome });
  }
}
