/** What a process is run with where it says nothing. */
export const USUAL = {
  seed: 1,
  /** A run has as many replications as it takes to know the mean cycle time to this share, either way. */
  precision: 0.05,
  stop: { records: 10_000 },
  warmUp: "none",
} as const;
