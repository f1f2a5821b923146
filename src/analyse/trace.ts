import { BY } from "../simulate/record-log.ts";
import type { Visits } from "../simulate/visits.ts";
import { comings, waysFrom } from "./comings.ts";
import type { Way, Ways } from "./ways.ts";

/** A record between two nodes. Times are minutes. */
export interface Leg {
  readonly record: number;
  readonly departed: number;
  readonly arrived: number;
  /** Place in the ways that were taken. */
  readonly way: number;
  /** Whether it rests at the end of its way until then, as at a join. */
  readonly rests: boolean;
}

/** Follows records through their visits: where they stayed, and how they came from one to the next. */
export class Trace {
  /** Rows of visits that were stays, and the ways that led there, by their places in `taken`; −1 for arrivals. */
  readonly rows: number[] = [];
  readonly ways: number[] = [];
  readonly legs: Leg[] = [];
  /** Ways that were taken, each once: the flows that are passed. */
  readonly taken: (readonly string[])[] = [];
  private readonly visits: Visits;
  private readonly known: Ways;
  private readonly numbers = new Map<string, number>();
  private readonly numbersOf = new Map<readonly string[], number>();

  /** @param known - The ways of the process that was run. */
  constructor(visits: Visits, known: Ways) {
    this.visits = visits;
    this.known = known;
  }

  /** @param life - The rows of one record's visits, in the order in which they were reached. */
  follow(life: Int32Array): void {
    const { visits, known, rows, ways } = this;
    const { by, left } = visits;
    const gone = life.some((row) => by[row] === INSIDE || by[row] === COMING) ? new Set<number>() : undefined;
    let latest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < life.length; i++) {
      const row = life[i]!;
      if (i > 1) latest = Math.max(latest, left[life[i - 2]!]!);
      if (by[row] === COMING) continue;
      const came = by[row] === ARRIVED ? [] : comings(visits, life, i, latest, known);
      const last = came[0];
      rows.push(row);
      ways.push(last ? this.number(last.way.flows) : -1);
      if (last === undefined) continue;
      if (gone) for (const { from } of came) gone.add(from);
      this.pass(row, last.from, last.way);
      for (let other = 1; other < came.length; other++) this.rest(row, came[other]!.from, came[other]!.way);
    }
    if (gone) this.leaveOff(life, gone);
  }

  /** Between two visits is a way that takes time. */
  private pass(to: number, from: number, { flows }: Way): void {
    const { record, reached, left } = this.visits;
    const departed = left[from]!;
    const arrived = reached[to]!;
    if (!(arrived > departed)) return;
    // A record that splits at the end of its way is on it once, not once for each of its branches.
    const again = this.legs.at(-1);
    const asOne = again?.record === record[to] && again.departed === departed && !again.rests;
    if (!(asOne && again.arrived === arrived))
      this.legs.push({ record: record[to]!, departed, arrived, way: this.number(flows), rests: false });
  }

  /** A branch that is done before the others waits for them at the join. */
  private rest(to: number, from: number, { toJoin }: Way): void {
    const { record, reached, left } = this.visits;
    const [departed, arrived] = [left[from]!, reached[to]!];
    if (arrived > departed)
      this.legs.push({ record: record[to]!, departed, arrived, way: this.number(toJoin!), rests: true });
  }

  /**
   * Where a record is between two nodes when the run is over: on the flows that it was on, and at the joins where a branch
   * of it waits for the others.
   *
   * @param gone - The visits after which it is known to have come somewhere.
   */
  private leaveOff(life: Int32Array, gone: Set<number>): void {
    const { visits, known, legs } = this;
    const { record, place, by, reached, left } = visits;
    const over = Array.from(life)
      .filter((row) => left[row]! < Number.POSITIVE_INFINITY)
      .sort((a, b) => left[b]! - left[a]!);
    for (const row of life) {
      if (by[row] !== COMING) continue;
      const flow = visits.flows[place[row]!]!;
      const on = (from: number) => waysFrom(visits, from, known).find(({ flows }) => flows.includes(flow));
      const from = over.find((each) => on(each) !== undefined);
      if (from === undefined) continue;
      gone.add(from);
      const { flows } = on(from)!;
      const way = this.number(flows.slice(0, flows.indexOf(flow) + 1));
      legs.push({ record: record[row]!, departed: left[from]!, arrived: reached[row]!, way, rests: false });
    }
    for (const row of over) {
      const toJoin = gone.has(row) ? undefined : waysFrom(visits, row, known).find((way) => way.toJoin)?.toJoin;
      if (toJoin === undefined) continue;
      const [departed, arrived] = [left[row]!, Number.POSITIVE_INFINITY];
      legs.push({ record: record[row]!, departed, arrived, way: this.number(toJoin), rests: true });
    }
  }

  /** The number of a way that is taken. */
  private number(flows: readonly string[]): number {
    const known = this.numbersOf.get(flows);
    if (known !== undefined) return known;
    const key = flows.join("\n");
    const number = this.numbers.get(key) ?? this.taken.push(flows) - 1;
    this.numbers.set(key, number);
    this.numbersOf.set(flows, number);
    return number;
  }
}

const [ARRIVED, INSIDE, COMING] = [BY.indexOf("arrived"), BY.indexOf("inside"), BY.indexOf("coming")];
