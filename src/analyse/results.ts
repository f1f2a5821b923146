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
  /** What is short: a team, or a step with its own slots. */
  readonly team?: string;
  readonly step?: string;
  /** The steps where its records wait, the longest waits first. */
  readonly steps: readonly string[];
  readonly shareOfDelay: number;
  readonly utilisation: number;
  /** Whether an experiment has shown that one more helps most. */
  readonly proven: boolean;
  readonly why: string;
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
  readonly bottlenecks: readonly Bottleneck[];
  readonly audit: { readonly littlesLaw: { readonly worst: number }; readonly conservation: boolean };
}
