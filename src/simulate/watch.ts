import { KIND } from "../compile/program.ts";
import type { Run } from "./run.ts";
import { RunLimit } from "./stop.ts";

/**
 * Looks after a run now and then, outside of what has to be fast, so that it ends even if the process would not.
 *
 * @param events - How many events have happened so far.
 * @param atOnce - How many of them at this very instant.
 * @throws RunLimit if it has gone far enough.
 */
export function watch(run: Run, events: number, atOnce: number): void {
  const { limits, now } = run;
  const stop = (message: string) => {
    run.read();
    throw new RunLimit(culprit(run), message);
  };
  if (atOnce > limits.eventsAtOnce) stop("records go round in circles there without any time passing");
  if (events > limits.events)
    stop(`${counted(limits.events)} things have happened, most of them there, without an end`);
  if (now > limits.minutes) stop(`${counted(limits.minutes / (365 * 1440))} years have passed, without an end`);
  const given = limits.timeIsUp();
  if (given !== undefined) stop(`the ${given} that it was given are over`);
}

/** What to throw when no more records fit in. */
export function overcrowded(run: Run): RunLimit {
  run.read();
  const { limits, tokens } = run;
  const room =
    tokens.records >= limits.inside
      ? `more than ${counted(limits.inside)} records are inside at once`
      : `the ${counted(tokens.records)} records inside need more than ${counted(limits.bytes / 2 ** 20)} MB of memory`;
  return new RunLimit(culprit(run), `${room}`);
}

/** What to throw when a record passes node after node in no time; this is the last of them. */
export function circling({ program }: Run, node: number): RunLimit {
  return new RunLimit(program.nodes[node]!.id, "a record goes round in circles without any time passing");
}

/** Where most records wait; where hardly any do, the step, wait or decision that they come to most often. */
function culprit({ program, queues, tally, tokens }: Run): string {
  const { nodes, stations, kind } = program;
  const waiting = new Float64Array(stations);
  const visits = new Float64Array(stations);
  for (let node = 0; node < nodes.length; node++) {
    waiting[node % stations]! += queues.waiting[node]!;
    if (kind[node] !== KIND.start && kind[node] !== KIND.end) visits[node % stations]! += tally.visits[node]!;
  }
  const most = (counts: Float64Array) => counts.indexOf(Math.max(...counts));
  const crowded = most(waiting);
  return nodes[waiting[crowded]! * 2 > tokens.records ? crowded : most(visits)]!.id;
}

/** A number with its thousands apart. */
const counted = (count: number) => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");
