import fc from "fast-check";
import { expect, it } from "vitest";
import { Agenda, longer } from "../../src/simulate/agenda.ts";

interface Entry {
  readonly time: number;
  readonly rank: number;
  readonly event: number;
}

/** The same, slow and plain: a list kept in order; what ties stays in the order of adding. */
class SortedList {
  readonly entries: Entry[] = [];

  add(entry: Entry): void {
    const later = ({ time, rank }: Entry) => time > entry.time || (time === entry.time && rank > entry.rank);
    const at = this.entries.findIndex(later);
    this.entries.splice(at < 0 ? this.entries.length : at, 0, entry);
  }
}

type Move = { readonly do: "add"; readonly after: number; readonly rank: number } | { readonly do: "drop" | "look" };

const move: fc.Arbitrary<Move> = fc.oneof(
  // Few different times, so that most events tie with others.
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("add" as const),
      after: fc.constantFrom(0, 0, 0.5, 1, 2, 7),
      rank: fc.nat(2),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("drop" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("look" as const) }) },
);

it("gives back what was added by time, then rank, then order of adding, however adding and dropping alternate", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 400, size: "max" }), (moves) => {
      const agenda = new Agenda();
      const list = new SortedList();
      const said: unknown[] = [];
      const meant: unknown[] = [];
      let now = 0;
      for (const [event, each] of moves.entries()) {
        if (each.do === "add") {
          agenda.add(now + each.after, each.rank, event);
          list.add({ time: now + each.after, rank: each.rank, event });
          continue;
        }
        said.push(agenda.nextTime());
        meant.push(list.entries[0]?.time ?? Number.POSITIVE_INFINITY);
        if (list.entries.length === 0) continue;
        said.push(agenda.nextEvent());
        meant.push(list.entries[0]!.event);
        if (each.do === "look") continue;
        now = list.entries.shift()!.time;
        agenda.drop();
        const next = list.entries[0];
        said.push([0, 1, 2].map((rank) => agenda.follows(now, rank)));
        meant.push([0, 1, 2].map((rank) => next !== undefined && next.time === now && next.rank <= rank));
      }
      expect(said).toEqual(meant);
    }),
    { numRuns: 300 },
  );
});

it("still knows what follows once the place of what was dropped is filled again", () => {
  const agenda = new Agenda();
  agenda.add(1, 0, 10);
  agenda.add(1, 1, 11);
  expect(agenda.nextEvent()).toBe(10);
  agenda.drop();
  expect(agenda.follows(1, 0)).toBe(false);
  agenda.add(1, 0, 12);
  expect(agenda.follows(1, 0)).toBe(true);
  expect(agenda.nextEvent()).toBe(12);
});

it("is empty at first, and again when all is dropped", () => {
  const agenda = new Agenda();
  expect(agenda.nextTime()).toBe(Number.POSITIVE_INFINITY);
  agenda.add(3, 0, 1);
  agenda.drop();
  expect(agenda.follows(3, 0)).toBe(false);
  expect(agenda.nextTime()).toBe(Number.POSITIVE_INFINITY);
});

it("grows to any size: ten thousand come back in order", () => {
  const agenda = new Agenda();
  // 7919 is a prime that does not divide 10,000, so that every number comes once, in no order.
  for (let i = 0; i < 10_000; i++) agenda.add((i * 7919) % 10_000, 0, i);
  const times: number[] = [];
  while (agenda.nextTime() !== Number.POSITIVE_INFINITY) {
    times.push(agenda.nextTime());
    agenda.drop();
  }
  expect(times).toEqual([...times.keys()]);
  expect(times.length).toBe(10_000);
});

it("doubles a table and keeps what is in it", () => {
  expect(longer(Int32Array.of(1, 2, 3))).toEqual(Int32Array.of(1, 2, 3, 0, 0, 0));
});
