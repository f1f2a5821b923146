import type { RunSettings as Chosen } from "../workers/protocol.ts";

/** What people choose for a run instead of what the process says. */
export type RunSettings = Chosen;
