import { describe, expect, it } from "vitest";
import { keyOf } from "../../src/compile/key.ts";
import { recordKeys, runKey, siteKey } from "../../src/simulate/random.ts";
import { beyond, chiSquare, UNLIKELY } from "./chance.ts";
import { MIXERS, type Mixer, ours, PURPOSES } from "./mixers.ts";

// Each coordinate of a key is tried in two ways: by walking along it, and by comparing neighbours on it while another
// coordinate walks. 2²⁰ draws would show a bias of half a per cent in any of 4,096 cells.
const DRAWS = 2 ** 20;
const CELLS = 4096;

const COORDINATES = ["seed", "replication", "record", "node", "purpose", "visit", "word"] as const;
type Coordinate = (typeof COORDINATES)[number];
/** A place on each coordinate. */
type Key = Record<Coordinate, number>;
const BASE: Readonly<Key> = { seed: 1, replication: 0, record: 0, node: 0, purpose: 0, visit: 0, word: 0 };

/** Which coordinates walk while neighbours on one are compared. */
const OTHERS: Readonly<Record<Coordinate, readonly Coordinate[]>> = {
  seed: ["record"],
  replication: ["record"],
  record: ["visit", "node"],
  node: ["record"],
  purpose: ["record"],
  visit: ["record", "word"],
  word: ["record", "visit"],
};
/** Streams are short and purposes few: what walks there walks in circles. */
const LENGTHS: Readonly<Partial<Record<Coordinate, number>>> = { purpose: PURPOSES.length, word: 8 };

const START = keyOf("start");
/** Ids as alike as ids are: step1, step2, … */
const NODES = Int32Array.from({ length: DRAWS + 1 }, (_, i) => keyOf(`step${i + 1}`));

/** Draws at whole keys, as the engine makes them. */
function drawing(mixer: Mixer): (key: Readonly<Key>) => number {
  // Vitest looks an import up at each use; a name of its own is faster.
  const [keysOfRecord, keyOfSite] = [recordKeys, siteKey];
  const halves = new Int32Array(2);
  let run = runKey(BASE.seed, BASE.replication);
  let [lastSeed, lastReplication] = [BASE.seed, BASE.replication];
  return ({ seed, replication, record, node, purpose, visit, word }) => {
    if (seed !== lastSeed || replication !== lastReplication) {
      run = runKey(seed, replication);
      [lastSeed, lastReplication] = [seed, replication];
    }
    keysOfRecord(halves, run, START, record);
    const site = keyOfSite(NODES[node]!, PURPOSES[purpose % PURPOSES.length]!);
    return mixer(halves[0]!, halves[1]!, site, visit, word);
  };
}

/** Whether words are spread evenly, by their highest and by their lowest 12 bits. */
function spread(words: Int32Array): Record<string, number> {
  const high = new Uint32Array(CELLS);
  const low = new Uint32Array(CELLS);
  for (const word of words) {
    high[word >>> 20]!++;
    low[word & (CELLS - 1)]!++;
  }
  const even = () => words.length / CELLS;
  return { "high bits": chiSquare(high, even), "low bits": chiSquare(low, even) };
}

/** Whether two series have nothing to do with each other: on grids of 64 × 64, bit by bit, and by correlation. */
function apart(a: Int32Array, b: Int32Array): Record<string, number> {
  const high = new Uint32Array(CELLS);
  const low = new Uint32Array(CELLS);
  const crossed = new Uint32Array(CELLS);
  const bytes = [0, 1, 2, 3].map(() => new Uint32Array(256));
  let product = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    high[((x >>> 26) << 6) | (y >>> 26)]!++;
    low[((x & 63) << 6) | (y & 63)]!++;
    crossed[((x >>> 26) << 6) | (y & 63)]!++;
    product += (x / 2 ** 31) * (y / 2 ** 31);
    const differ = x ^ y;
    bytes[0]![differ & 255]!++;
    bytes[1]![(differ >>> 8) & 255]!++;
    bytes[2]![(differ >>> 16) & 255]!++;
    bytes[3]![differ >>> 24]!++;
  }
  const even = () => a.length / CELLS;
  const bits = bytes.flatMap((counts) =>
    [...Array(8).keys()].map((bit) => counts.reduce((sum, count, byte) => sum + ((byte >> bit) & 1) * count, 0)),
  );
  const worst = Math.max(...bits.map((count) => Math.abs(count - a.length / 2)));
  return {
    "high bits together": chiSquare(high, even),
    "low bits together": chiSquare(low, even),
    "high with low bits": chiSquare(crossed, even),
    // 32 bits are looked at, so each may be 32 times less likely.
    "each bit": 32 * beyond(worst / Math.sqrt(a.length / 4)),
    // Of two uniform numbers from −1 to 1 the product has the variance 1/9.
    correlation: beyond((product / Math.sqrt(a.length)) * 3),
  };
}

/** All that is wrong with a mixer along one coordinate, and between neighbours on it while others walk. */
function faults(mixer: Mixer, coordinate: Coordinate, others = OTHERS[coordinate]): string[] {
  const draw = drawing(mixer);
  const found: string[] = [];
  const judge = (where: string, chances: Record<string, number>) => {
    for (const [what, chance] of Object.entries(chances)) if (!(chance >= UNLIKELY)) found.push(`${where}: ${what}`);
  };
  const key = { ...BASE };
  if (LENGTHS[coordinate] === undefined) {
    const along = Int32Array.from({ length: DRAWS + 1 }, (_, i) => {
      key[coordinate] = i;
      return draw(key);
    });
    judge(`along ${coordinate}`, spread(along));
    judge(`next to each other along ${coordinate}`, apart(along.subarray(0, DRAWS), along.subarray(1)));
  }
  for (const other of others) {
    const near = new Int32Array(DRAWS);
    const far = new Int32Array(DRAWS);
    const length = LENGTHS[other];
    const key = { ...BASE };
    for (let i = 0; i < DRAWS; i++) {
      const place = length === undefined ? i >>> 17 : Math.floor(i / length);
      key[other] = length === undefined ? i : i % length;
      key[coordinate] = place;
      near[i] = draw(key);
      key[coordinate] = place + 1;
      far[i] = draw(key);
    }
    judge(`neighbours on ${coordinate} while ${other} walks`, apart(near, far));
  }
  return found;
}

/** How many of the records share their first two draws, and so all others, with another. */
function shared(mixer: Mixer): number {
  const draw = drawing(mixer);
  const key = { ...BASE };
  const pairs = BigUint64Array.from({ length: DRAWS }, (_, record) => {
    key.record = record;
    key.word = 0;
    const first = draw(key);
    key.word = 1;
    return (BigInt(first >>> 0) << 32n) | BigInt(draw(key) >>> 0);
  }).sort();
  return pairs.reduce((sum, pair, i) => sum + Number(i > 0 && pair === pairs[i - 1]), 0);
}

describe("draws", () => {
  it.each(COORDINATES)("are even, and have nothing to do with their neighbours': %s", (coordinate) => {
    expect(faults(ours(), coordinate)).toEqual([]);
  });

  it("of a million records are a million different streams", () => {
    expect(shared(ours())).toBe(0);
  });

  it("of two runs whose seed and replication change places have nothing in common", () => {
    const draw = drawing(ours());
    const series = (seed: number, replication: number) =>
      Int32Array.from({ length: DRAWS }, (_, record) => draw({ ...BASE, seed, replication, record }));
    const chances = Object.values(apart(series(3, 5), series(5, 3)));
    expect(Math.min(...chances)).toBeGreaterThan(UNLIKELY);
  });

  it("of one record at different starts have nothing in common", () => {
    const halves = new Int32Array(2);
    const run = runKey(1, 0);
    const mixer = ours();
    const series = (start: string) =>
      Int32Array.from({ length: DRAWS }, (_, record) => {
        recordKeys(halves, run, keyOf(start), record);
        return mixer(halves[0]!, halves[1]!, siteKey(NODES[0]!, PURPOSES[0]!), 0, 0);
      });
    expect(Math.min(...Object.values(apart(series("start1"), series("start2"))))).toBeGreaterThan(UNLIKELY);
  });
});

describe("these tests", () => {
  it("look at the mixer that the engine has", () => {
    const [mine, whole] = [drawing(ours()), drawing(MIXERS.whole)];
    for (let i = 0; i < 1000; i++) {
      const key = { ...BASE, record: i, visit: i % 7, word: i % 3 };
      expect(mine(key)).toBe(whole(key));
    }
  });

  it.each([
    ["noMixing", "purpose"],
    ["halfOuter", "visit"],
  ] as const)("tell when a part of it is missing: %s, by %s", (missing, coordinate) => {
    expect(faults(MIXERS[missing], coordinate, ["record"])).not.toEqual([]);
  });

  it("tell when a record's key has but 32 bits: some records out of a million are then twins", () => {
    expect(shared(MIXERS.noInner)).toBeGreaterThan(50);
  });
});
