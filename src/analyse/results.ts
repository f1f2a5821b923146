import type { Change } from "../model/change.ts";
import type { By } from "./by.ts";
import type { Capacity } from "./capacity.ts";
import type { Courses } from "./course.ts";
import type { FunnelStage } from "./funnel.ts";
import type { TimeDistribution } from "./time-distribution.ts";
import type { WarmUp } from "./warm-up.ts";

/** A figure over replications: its mean and Student-t 95 % interval, and, where it is of records, their spread. */
export interface Stat {
  readonly mean: number;
  readonly ci95: readonly [low: number, high: number];
  readonly p50?: number;
  readonly p90?: number;
  readonly p99?: number;
  readonly max?: number;
}

/** What waiting was for, in minutes. */
export interface Causes {
  /** All of the people, slots or places that would have done it were busy. */
  readonly nobodyFree: Stat;
  /** It was outside of their shifts. */
  readonly offHours: Stat;
  /** A system was full or down. */
  readonly system: Stat;
  /** A batch had to fill. */
  readonly batch: Stat;
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
  /** What the waiting was for, in minutes of a visit; they add up to `wait`. */
  readonly causes: Causes;
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
  /** The nodes that it is about. */
  readonly nodes?: readonly string[];
  /** What a scenario has to change to be the process with it. */
  readonly changes?: readonly Change[];
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

/**
 * What `simulate FILE --json` prints. Times are minutes; numbers are unrounded, but for `course`.
 *
 * Figures of records, such as visits, waits, flows, ends, costs and targets, are of all that arrived after the warm-up,
 * over their whole lives. Averages over time, such as queues, work in progress, utilisation and what happens in an hour
 * or a week, are of the time from the end of the warm-up to the last arrival, or to the end of the run, whoever is inside.
 */
export interface Results {
  readonly process: string;
  readonly seed: number;
  readonly replications: number;
  /** Minutes on the clock, averaged over replications. */
  readonly simulatedMinutes: number;
  readonly warmUp: WarmUp;
  /** How far percentiles (`p50`, `p90`, `p99`) may be off at the most, as a share: they are read from histograms. */
  readonly percentileError?: number;
  /** Why the run was cut short, as a sentence; figures are of the replications until then. */
  readonly stopped?: string;
  readonly records: {
    readonly arrived: Stat;
    readonly completed: Stat;
    readonly inProgress: Stat;
    readonly turnedAway: Stat;
    readonly gaveUp: Stat;
  };
  /** Minutes from arrival to end, of the records that reached an end. */
  readonly cycleTime: Stat;
  /** How those minutes are spread, all replications together. */
  readonly cycleTimes?: TimeDistribution;
  readonly throughputPerHour: Stat;
  /** How many records are inside, averaged over time. */
  readonly workInProgress?: Stat;
  /** What the work on a record costs, of the records that reached an end; where anything has a cost. */
  readonly costPerRecord?: Stat;
  /** What the records are worth that reach an end in a week on the clock; where ends have values. */
  readonly valuePerWeek?: Stat;
  /** What a record that arrives loses by waiting at steps and on the way, all visits together. */
  readonly delays?: Causes & { readonly onTheWay: Stat };
  readonly steps: Readonly<Record<string, StepResults>>;
  readonly teams: Readonly<
    Record<string, { readonly utilisation: Stat; readonly peopleBusy: Stat; readonly cost: Stat }>
  >;
  readonly systems: Readonly<Record<string, { readonly utilisation: Stat; readonly down: Stat }>>;
  /** `delay` is minutes on the way, where the flow has a delay; `shareOfDelay` its part of all waiting, as with steps. */
  readonly flows: Readonly<
    Record<string, { readonly count: Stat; readonly share: Stat; readonly delay?: Stat; readonly shareOfDelay?: Stat }>
  >;
  readonly ends: Readonly<Record<string, { readonly count: Stat; readonly share: Stat; readonly value?: Stat }>>;
  readonly targets: Readonly<Record<string, { readonly time: Stat; readonly within: Stat }>>;
  /** What the process can do at the most; known before any run. */
  readonly capacity?: Capacity;
  /** How near the cycle time was to be known, as a share of it, and is; where replications were added until it is. */
  readonly precision?: { readonly wanted: number; readonly reached: number };
  /** By stage, in their order: how many records came there, and where those left who got no further. */
  readonly funnel?: readonly FunnelStage[];
  /** The run as it went. */
  readonly course?: Courses;
  /** Split by a field, if that was asked for. */
  readonly by?: By;
  readonly bottlenecks: readonly Bottleneck[];
  /** Changes that were tried out, the most helpful first. */
  readonly improvements?: readonly Improvement[];
  readonly audit: { readonly littlesLaw: { readonly worst: number }; readonly conservation: boolean };
}
