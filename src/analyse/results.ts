import type { Capacity } from "./capacity.ts";

/** A figure over replications: its mean and Student-t 95 % interval, and, where it is of records, their spread. */
export interface Stat {
  readonly mean: number;
  readonly ci95: readonly [low: number, high: number];
  readonly p50?: number;
  readonly p90?: number;
  readonly p99?: number;
  readonly max?: number;
}

/** What happened at one step. */
export interface StepResults {
  readonly visits: Stat;
  readonly perRecord: Stat;
  /** Minutes from reaching the step to the start of work on it. */
  readonly wait: Stat;
  /** Minutes of hands-on time. */
  readonly work: Stat;
  /** Minutes of waiting and of interrupted work that fell outside shifts. */
  readonly offHours: Stat;
  /** What the waiting was for, in minutes of each visit; they add up to `wait`. */
  readonly causes: { readonly nobodyFree: Stat; readonly offHours: Stat; readonly system: Stat; readonly batch: Stat };
  /** The share of visits that waited at all. */
  readonly waitedShare: Stat;
  /** How many wait, averaged over time. */
  readonly queueLength: Stat;
  /** How many wait or are worked on, averaged over time. */
  readonly inStep: Stat;
  /** Busy slots over slots; where a team does it, the share of the team's time that goes into it. */
  readonly utilisation: Stat;
  readonly gaveUp: Stat;
  readonly turnedAway: Stat;
  /** The share of visits done within the step's target, where it has one. */
  readonly withinTarget?: Stat;
  readonly cost: Stat;
  /** The step's part of all the time that records spend waiting or on the way, from 0 to 1. */
  readonly shareOfDelay: Stat;
}

/** Something that is short, and what that does to the records. */
export interface Bottleneck {
  readonly rank: number;
  /** What is short: a team, a system, or a step with its own slots. */
  readonly team?: string;
  readonly system?: string;
  readonly step?: string;
  /** The steps where its records wait, the longest waits first. */
  readonly steps: readonly string[];
  readonly shareOfDelay: number;
  readonly utilisation: number;
  /** What one more changes, measured on the same luck; left out where that was not tried. */
  readonly ifOneMore?: { readonly cycleTime: Stat; readonly throughputPerHour: Stat };
  /** Whether the experiment has shown that one more helps, and more than one more of anything else. */
  readonly proven: boolean;
  readonly why: string;
}

/** A change that was tried out on the same luck, and what it brings. */
export interface Improvement {
  readonly rank: number;
  /** Which kind of change it is, such as “train”. */
  readonly kind: string;
  /** What is done, as a sentence without its full stop. */
  readonly title: string;
  /** What it changes. */
  readonly cycleTime: Stat;
  readonly throughputPerHour: Stat;
  /** What it costs more on the clock, in an hour: everybody on shift is paid; left out where no costs are given. */
  readonly costPerHour?: Stat;
  /** What is paid for each hour that a record is done sooner; only where there is something to pay, and hours are saved. */
  readonly costPerHourSaved?: number;
  /** Whether the experiment has shown that it helps. */
  readonly shown: boolean;
}

/** What `simulate FILE --json` prints. Times are minutes; numbers are unrounded. */
export interface Results {
  readonly process: string;
  readonly seed: number;
  readonly replications: number;
  /** Minutes on the clock, averaged over replications. */
  readonly simulatedMinutes: number;
  readonly warmUp: { readonly method: "none"; readonly minutes: number };
  readonly records: {
    readonly arrived: Stat;
    readonly completed: Stat;
    readonly inProgress: Stat;
    readonly turnedAway: Stat;
    readonly gaveUp: Stat;
  };
  /** Minutes from arrival to end, of the records that reached an end. */
  readonly cycleTime: Stat;
  readonly throughputPerHour: Stat;
  readonly steps: Readonly<Record<string, StepResults>>;
  readonly teams: Readonly<
    Record<string, { readonly utilisation: Stat; readonly peopleBusy: Stat; readonly cost: Stat }>
  >;
  readonly systems: Readonly<Record<string, { readonly utilisation: Stat; readonly down: Stat }>>;
  readonly flows: Readonly<Record<string, { readonly count: Stat; readonly share: Stat }>>;
  readonly ends: Readonly<Record<string, { readonly count: Stat; readonly share: Stat; readonly value?: Stat }>>;
  readonly targets: Readonly<Record<string, { readonly time: Stat; readonly within: Stat }>>;
  /** What the process can do at the most; known before any run. */
  readonly capacity?: Capacity;
  /** How near the cycle time was to be known, as a share of it, and is; where replications were added until it is. */
  readonly precision?: { readonly wanted: number; readonly reached: number };
  readonly bottlenecks: readonly Bottleneck[];
  /** Changes that were tried out, the most helpful first. */
  readonly improvements?: readonly Improvement[];
  readonly audit: { readonly littlesLaw: { readonly worst: number }; readonly conservation: boolean };
}
