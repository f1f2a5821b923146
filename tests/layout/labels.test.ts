import { expect, it } from "vitest";
import { placeLabels } from "../../src/layout/labels.ts";
import type { Point } from "../../src/model/geometry.ts";

const size = { width: 40, height: 18 };
const bent: readonly Point[] = [
  [0, 0],
  [60, 0],
  [60, 200],
  [100, 200],
];

it("puts a label in the middle of its flow's longest stretch", () => {
  expect(placeLabels([], [bent], [size])).toEqual([[60, 100]]);
});

it("keeps off nodes", () => {
  const [middle] = placeLabels([{ x: 20, y: 80, width: 80, height: 40 }], [bent], [size]);
  expect(middle![0]).toBe(60);
  expect(Math.abs(middle![1] - 100)).toBeGreaterThanOrEqual(20 + 9);
});

it("keeps two labels of flows between the same places apart", () => {
  const [a, b] = placeLabels([], [bent, bent], [size, size]);
  expect(Math.abs(a![0] - b![0]) >= 40 || Math.abs(a![1] - b![1]) >= 18).toBe(true);
});

it("puts a label beside a flow that is too short to bear it", () => {
  const boxes = [
    { x: 0, y: 0, width: 100, height: 60 },
    { x: 112, y: 0, width: 100, height: 60 },
  ];
  const [middle] = placeLabels(
    boxes,
    [
      [
        [100, 30],
        [112, 30],
      ],
    ],
    [size],
  );
  expect(middle![1] < -9 || middle![1] > 69).toBe(true);
});

it("leaves kept labels where they are and flows without text without one", () => {
  expect(placeLabels([], [bent, bent], [size, undefined], [[1, 2]])).toEqual([[1, 2], undefined]);
});

it("keeps off the border between two lanes where a flow passes it", () => {
  const down = [
    [0, 0],
    [0, 64],
  ] as const;
  const size = { width: 60, height: 18 };
  expect(placeLabels([], [down], [size])).toEqual([[0, 32]]);
  const [middle] = placeLabels([], [down], [size], [], [32]);
  expect(Math.abs(middle![1] - 32)).toBeGreaterThanOrEqual(9);
  expect(middle![0]).toBe(0);
});

it("keeps off the line of another flow, as long as its own runs through it", () => {
  const beside: readonly Point[] = bent.map(([x, y]) => [x === 60 ? 72 : x, y]);
  const [middle] = placeLabels([], [bent, beside], [size, undefined]);
  expect(middle![0] + size.width / 2).toBeLessThanOrEqual(72);
  expect(middle![0] + size.width / 2).toBeGreaterThan(60);
});

it("goes beside its flow where others are in its way wherever it could stand on it", () => {
  const lines: readonly (readonly Point[])[] = [-16, -8, 0, 8, 16].map((x) => [
    [x, 0],
    [x, 100],
  ]);
  const [, , inner] = placeLabels([], lines, [undefined, undefined, size]);
  expect(Math.abs(inner![0])).toBeGreaterThanOrEqual(16 + size.width / 2);
});
