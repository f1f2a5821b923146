import type { Engine } from "../engine.ts";
import { EVENT } from "../event.ts";
import { sample } from "../sample.ts";
import { STATE } from "../tokens.ts";
import { queue } from "./serve.ts";

/** A record waits for others until there are enough for a batch, or until the first has waited long enough. */
export function gather(engine: Engine, token: number, node: number): void {
  const { jobs, program, shop, tokens, now } = engine;
  const { batch, batchWait } = program.tasks[node]!;
  const station = node % program.stations;
  const first = shop.gathering[station]!;
  if (first < 0) {
    shop.gathering[station] = token;
    if (batchWait) {
      engine.open(token, engine.sites.batch[node]!, tokens.visit[token]!);
      shop.due[station] = now + sample(batchWait, engine.random);
      engine.planAt(shop.due[station]!, station, EVENT.batchDue);
    }
  } else jobs.mate[shop.gatheredLast[station]!] = token;
  shop.gatheredLast[station] = token;
  if (++shop.gathered[station]! >= batch) complete(engine, station);
}

/** The first of a batch has waited long enough: those who are there are the batch. */
export function batchDue(engine: Engine, node: number): void {
  const { shop, now } = engine;
  if (shop.gathering[node]! >= 0 && shop.due[node] === now) complete(engine, node);
}

function complete(engine: Engine, node: number): void {
  const { shop } = engine;
  const first = shop.gathering[node]!;
  shop.gathering[node] = -1;
  shop.gathered[node] = 0;
  queue(engine, first, node);
}

/** A record that will not wait any longer leaves its batch, whether that is still gathering or stands in line. */
export function leaveBatch(engine: Engine, token: number, node: number): void {
  const { jobs, shop } = engine;
  if (jobs.place[token]! >= 0) {
    const heir = jobs.mate[token]!;
    shop.lines[node]!.leave(token);
    if (heir < 0) return;
    shop.lines[node]!.join(heir);
    return;
  }
  const station = node % engine.program.stations;
  const gathers = isGathering(engine, token, station);
  if (shop.gathering[station] === token) shop.gathering[station] = jobs.mate[token]!;
  else {
    const before = holderOf(engine, token, station);
    jobs.mate[before] = jobs.mate[token]!;
    if (shop.gatheredLast[station] === token) shop.gatheredLast[station] = before;
  }
  if (gathers) shop.gathered[station]!--;
}

function isGathering({ jobs, shop }: Engine, token: number, station: number): boolean {
  for (let each = shop.gathering[station]!; each >= 0; each = jobs.mate[each]!) if (each === token) return true;
  return false;
}

/** Who stands before a record in its batch. */
function holderOf({ jobs, program, tokens }: Engine, token: number, station: number): number {
  const isThere = (other: number) =>
    tokens.state[other] === STATE.waiting && tokens.at[other]! % program.stations === station;
  for (let other = 0; other < tokens.used; other++) if (isThere(other) && jobs.mate[other] === token) return other;
  throw new Error("a record of a batch that nobody leads");
}
