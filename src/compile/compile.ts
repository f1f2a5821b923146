import { reachablePart } from "../model/graph.ts";
import type { Process } from "../model/process.ts";
import { lower } from "./lower.ts";
import { machineOf } from "./machine.ts";
import type { Program } from "./program.ts";

/**
 * Turns a process into what runs: first into the machine of a record's life, then that machine into tables. What no
 * record can come to is left out.
 *
 * @param process - Without errors; see `validate`.
 * @param asked - Ids of fields that records are to carry though nothing in the process asks for them.
 */
export function compile(process: Process, asked: readonly string[] = []): Program {
  return lower(machineOf(reachablePart(process)), asked);
}
