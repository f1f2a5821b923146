import type { Contender, Figures } from "../contender.ts";
import type { Model } from "../models.ts";

/**
 * A yardstick: the least that a program in JavaScript can do, in one function with nothing but typed arrays. It knows
 * lines in front of teams, exponential times and chances, and counts waiting and work; no percentiles, no rules, no limits.
 */
export const bare: Contender = { name: "bare JavaScript", records: 300_000, run };

/** So many records may be inside at once; at the models' loads it is a few hundred. */
const ROOM = 2 ** 14;

function run({ lambda, teams, steps }: Model, seed: number, records: number): Figures {
  const teamOf = Int32Array.from(steps, ([team]) => team);
  const mean = Float64Array.from(steps, ([, minutes]) => minutes);
  // The ways out of a step stand in one list, each with the share of it and those before it.
  const firstWay = new Int32Array(steps.length + 1);
  for (const [i, [, , ways]] of steps.entries()) firstWay[i + 1] = firstWay[i]! + ways.length;
  const to = Int32Array.from(steps.flatMap(([, , ways]) => ways.map(([, step]) => step)));
  const below = Float64Array.from(
    steps.flatMap(([, , ways]) => ways.map((_, i) => ways.slice(0, i + 1).reduce((sum, [share]) => sum + share, 0))),
  );
  const free = Int32Array.from(teams);
  const busy = new Float64Array(teams.length);
  const first = new Int32Array(teams.length).fill(-1);
  const last = new Int32Array(teams.length).fill(-1);

  // Who is inside, in places that are used again; a line, as well as the list of free places, goes through `behind`.
  const stepOf = new Int32Array(ROOM);
  const since = new Float64Array(ROOM);
  const behind = Int32Array.from({ length: ROOM }, (_, i) => i + 1);
  let spare = 0;
  // A heap of what is to happen: somebody's time at a step is over, or, −1, a record arrives.
  const times = new Float64Array(ROOM + 1);
  const events = new Int32Array(ROOM + 1);
  let size = 0;

  /** sfc32 (Doty-Humphrey). */
  const state = Int32Array.of(seed, 0x9e3779b9, 0x243f6a88, 1);
  const share = () => {
    const t = (((state[0]! + state[1]!) | 0) + state[3]!) | 0;
    state[3] = state[3]! + 1;
    state[0] = state[1]! ^ (state[1]! >>> 9);
    state[1] = state[2]! + (state[2]! << 3);
    state[2] = ((state[2]! << 21) | (state[2]! >>> 11)) + t;
    return ((t >>> 0) + 0.5) * 2 ** -32;
  };
  for (let i = 0; i < 20; i++) share();
  const exponential = () => -Math.log(share());

  const plan = (time: number, event: number) => {
    let at = size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent]! <= time) break;
      times[at] = times[parent]!;
      events[at] = events[parent]!;
      at = parent;
    }
    times[at] = time;
    events[at] = event;
  };
  const drop = () => {
    const time = times[--size]!;
    const event = events[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && times[child + 1]! < times[child]!) child++;
      if (times[child]! >= time) break;
      times[at] = times[child]!;
      events[at] = events[child]!;
      at = child;
    }
    times[at] = time;
    events[at] = event;
  };

  let now = 0;
  let waited = 0;
  let arrived = 0;
  plan(exponential() / lambda, -1);
  while (size > 0) {
    now = times[0]!;
    let who = events[0]!;
    drop();
    let step = 0;
    if (who < 0) {
      if (++arrived < records) plan(now + exponential() / lambda, -1);
      who = spare;
      if (who === ROOM) throw new RangeError(`more than ${ROOM} records inside`);
      spare = behind[who]!;
    } else {
      const left = stepOf[who]!;
      const team = teamOf[left]!;
      if (team >= 0) {
        const next = first[team]!;
        if (next < 0) free[team]!++;
        else {
          first[team] = behind[next]!;
          if (behind[next]! < 0) last[team] = -1;
          waited += now - since[next]!;
          const minutes = exponential() * mean[stepOf[next]!]!;
          busy[team]! += minutes;
          plan(now + minutes, next);
        }
      }
      let way = firstWay[left]!;
      const end = firstWay[left + 1]! - 1;
      if (way < end) for (const chance = share(); way < end && chance >= below[way]!; ) way++;
      step = to[way]!;
      if (step < 0) {
        behind[who] = spare;
        spare = who;
        continue;
      }
    }
    const team = teamOf[step]!;
    stepOf[who] = step;
    if (team >= 0 && free[team] === 0) {
      since[who] = now;
      behind[who] = -1;
      if (last[team]! < 0) first[team] = who;
      else behind[last[team]!] = who;
      last[team] = who;
    } else {
      const minutes = exponential() * mean[step]!;
      if (team >= 0) {
        free[team]!--;
        busy[team]! += minutes;
      }
      plan(now + minutes, who);
    }
  }
  return { wait: waited / records, utilisation: teams.map((people, i) => busy[i]! / (now * people)) };
}
