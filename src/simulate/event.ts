/** What an event on the agenda means for its token; for `poolOpens` the token is a pool, for `batchDue` a node. */
export const EVENT = { workDone: 0, onTheWay: 1, pauseOver: 2, patienceOver: 3, poolOpens: 4, batchDue: 5 } as const;

/** At one instant, work is finished first; then comes what else was planned; last come arrivals from outside. */
export const RANK = { workDone: 0, other: 1 } as const;
