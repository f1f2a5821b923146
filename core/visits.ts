/** As `write` of `src/simulate/engine.ts`: the log of visits that are over, which JavaScript reads now and then. */
import { readVisits } from "./outside";
import { Token, Visit } from "./tables";

const SIZE: usize = (offsetof<Visit>() + 7) & ~7;
const MOST: i32 = 1024;

/** Whether anybody wants to know. */
export let isLog: bool = false;
let visits: usize = 0;
/** The log is about so many records, in order of arrival. */
let records: i32 = 0;
let count: i32 = 0;

/** @param at - Where there is room for `MOST` of them. */
export function beginVisits(at: usize, about: i32): void {
  isLog = about > 0;
  visits = at;
  records = about;
  count = 0;
}

/** How many there are; from now on there are none. */
export function visitsKept(): i32 {
  const kept = count;
  count = 0;
  return kept;
}

/**
 * A visit is over; only to be told where there `isLog`.
 *
 * @param place - The node; of a record on its way, the flow.
 */
export function keepVisit(
  token: Token,
  place: usize,
  by: i32,
  reached: f64,
  began: f64,
  left: f64,
  work: f64,
  cost: f64,
): void {
  const record = token.record.number;
  if (record >= records) return;
  const visit = changetype<Visit>(visits + <usize>count * SIZE);
  visit.reached = reached;
  visit.began = began;
  visit.left = left;
  visit.work = work;
  visit.cost = cost;
  visit.record = record;
  visit.place = place;
  visit.by = by;
  if (++count === MOST) readVisits();
}
