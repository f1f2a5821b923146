import fc from "fast-check";
import { expect, it } from "vitest";
import { separate } from "../../../src/layout/route/separate.ts";

const item = (want: number, rank = 1, least = want - 100, most = want + 100) => ({ want, least, most, rank });

it("leaves something alone where it wants to be", () => {
  expect([...separate([item(40)], [])]).toEqual([40]);
});

it("spreads two that want the same place evenly around it, in their order", () => {
  expect([...separate([item(40), item(40)], [[1, 0]])]).toEqual([46, 34]);
});

it("lets what ranks first stay and moves the others aside", () => {
  expect([
    ...separate(
      [item(40, 0), item(40), item(40)],
      [
        [1, 0],
        [0, 2],
      ],
    ),
  ]).toEqual([40, 28, 52]);
});

it("moves closer together where bounds leave little room", () => {
  // Three in 12 pixels: 6 apart is the widest that fits.
  const tight = [0, 1, 2].map(() => item(40, 1, 34, 46));
  expect([
    ...separate(tight, [
      [0, 1],
      [1, 2],
    ]),
  ]).toEqual([34, 40, 46]);
});

it("keeps bounds and order whenever there is room at all, also where the order goes in a circle", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ want: fc.integer({ min: 0, max: 60 }), rank: fc.nat({ max: 2 }) }), {
        minLength: 2,
        maxLength: 9,
      }),
      fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 })), { maxLength: 14 }),
      (wishes, pairs) => {
        const items = wishes.map(({ want, rank }) => item(want, rank, want - 200, want + 200));
        const inRange = pairs.filter(([a, b]) => a < items.length && b < items.length);
        for (const [i, place] of separate(items, inRange).entries()) {
          expect(place).toBeGreaterThanOrEqual(items[i]!.least);
          expect(place).toBeLessThanOrEqual(items[i]!.most);
        }
        const forward = inRange.filter(([a, b]) => a < b);
        const places = separate(items, forward);
        for (const [a, b] of forward) expect(places[b]! - places[a]!).toBeGreaterThan(0.99);
      },
    ),
  );
});
