import { readEndings } from "./outside";

/** Who reached an end: when it was born, how long that took, and which record it is; JavaScript reads them now and then. */
let endings: usize = 0;
let count: i32 = 0;
const SIZE: usize = 24;
const MOST: i32 = 1024;

/** @param at - Where there is room for `MOST` of them; 0 where nobody wants to know. */
export function beginEndings(at: usize): void {
  endings = at;
  count = 0;
}

/** How many there are; from now on there are none. */
export function endingsKept(): i32 {
  const kept = count;
  count = 0;
  return kept;
}

/** A record has reached an end. */
export function keepEnding(number: i32, born: f64, time: f64): void {
  if (endings === 0) return;
  const at = endings + <usize>count * SIZE;
  store<f64>(at, born);
  store<f64>(at + 8, time);
  store<i32>(at + 16, number);
  if (++count === MOST) readEndings();
}
