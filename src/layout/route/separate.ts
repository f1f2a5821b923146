/** Something to be placed along a line. */
export interface Item {
  /** Where it would lie if it were alone. */
  readonly want: number;
  readonly least: number;
  readonly most: number;
  /** Those of lower rank get their wish first; those of rank 0 keep it, if there is any room at all. */
  readonly rank: number;
}

/** Distances to try, in pixels, from comfortable to cramped. */
const GAPS = [12, 10, 8, 6, 4, 3, 2, 1, 0];
/** Nothing of rank 0 moves as long as the others are at least this far apart. */
const ROOMY = 6;

/**
 * Places items apart from each other in a given order, each as near to its wish as those before it in rank allow.
 *
 * @param pairs - Which items (the first) lie before which others (the second).
 * @returns By item, its place. Where bounds leave no room, items move closer together.
 */
export function separate(items: readonly Item[], pairs: readonly (readonly [number, number])[]): Float64Array {
  const places = Float64Array.from(items, ({ want, least, most }) => clamp(want, least, most));
  for (const group of groupsOf(items.length, pairs)) place(group, items, places);
  return places;
}

interface Group {
  readonly members: readonly number[];
  readonly pairs: readonly (readonly [number, number])[];
}

function groupsOf(count: number, pairs: readonly (readonly [number, number])[]): readonly Group[] {
  const root = Int32Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    while (root[i] !== i) {
      root[i] = root[root[i]!]!;
      i = root[i]!;
    }
    return i;
  };
  for (const [a, b] of pairs) root[find(a)] = find(b);
  const groups = new Map<number, { members: number[]; pairs: (readonly [number, number])[] }>();
  for (const pair of pairs) {
    const key = find(pair[0]);
    const group = groups.get(key) ?? { members: [], pairs: [] };
    groups.set(key, group);
    group.pairs.push(pair);
  }
  for (let i = 0; i < count; i++) groups.get(find(i))?.members.push(i);
  return [...groups.values()];
}

function place({ members, pairs }: Group, items: readonly Item[], places: Float64Array): void {
  const local = new Map(members.map((member, i) => [member, i]));
  const own = members.map((member) => items[member]!);
  const { order, edges } = sorted(
    own,
    pairs.map(([a, b]) => [local.get(a)!, local.get(b)!] as const),
  );
  const least = new Float64Array(own.length);
  const most = new Float64Array(own.length);
  const at: (number | undefined)[] = own.map(() => undefined);
  const tighten = (gap: number, kept: boolean): boolean => {
    own.forEach((item, i) => {
      const fixed = at[i] ?? (kept && item.rank === 0 ? clamp(item.want, item.least, item.most) : undefined);
      least[i] = fixed ?? item.least;
      most[i] = fixed ?? item.most;
    });
    for (const i of order) for (const j of edges[i]!) least[j] = Math.max(least[j]!, least[i]! + gap);
    for (let k = order.length - 1; k >= 0; k--) {
      const i = order[k]!;
      for (const j of edges[i]!) most[i] = Math.min(most[i]!, most[j]! - gap);
    }
    return own.every((_, i) => least[i]! <= most[i]! + 1e-9);
  };
  const roomy = GAPS.find((each) => each >= ROOMY && tighten(each, true));
  const gap = roomy ?? GAPS.find((each) => tighten(each, false)) ?? 0;
  const wants = spread(own, order, edges, gap);
  const turns = own.map((_, i) => i).sort((a, b) => own[a]!.rank - own[b]!.rank || a - b);
  for (const i of turns) {
    tighten(gap, roomy !== undefined);
    at[i] = clamp(wants[i]!, least[i]!, Math.max(least[i]!, most[i]!));
  }
  members.forEach((member, i) => {
    places[member] = at[i]!;
  });
}

/** Items with one and the same wish are spread evenly around it. */
function spread(own: readonly Item[], order: readonly number[], edges: readonly (readonly number[])[], gap: number) {
  const before = new Int32Array(own.length);
  const after = new Int32Array(own.length);
  for (const i of order) {
    for (const j of edges[i]!) if (own[i]!.want === own[j]!.want) before[j] = Math.max(before[j]!, before[i]! + 1);
  }
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k]!;
    for (const j of edges[i]!) if (own[i]!.want === own[j]!.want) after[i] = Math.max(after[i]!, after[j]! + 1);
  }
  return own.map(({ want, rank }, i) => (rank === 0 ? want : want + ((before[i]! - after[i]!) * gap) / 2));
}

/** An order that follows the pairs; a pair that would close a circle is left out. */
function sorted(own: readonly Item[], pairs: readonly (readonly [number, number])[]) {
  const edges: number[][] = own.map(() => []);
  const waiting = new Int32Array(own.length);
  const seen = new Set<number>();
  for (const [a, b] of pairs) {
    if (a === b || seen.has(a * own.length + b)) continue;
    seen.add(a * own.length + b);
    edges[a]!.push(b);
    waiting[b]!++;
  }
  const order: number[] = [];
  const done = new Uint8Array(own.length);
  while (order.length < own.length) {
    let next = -1;
    for (let i = 0; i < own.length; i++) {
      if (done[i]) continue;
      if (next < 0 || waiting[i]! < waiting[next]! || (waiting[i] === waiting[next] && own[i]!.want < own[next]!.want))
        next = i;
    }
    done[next] = 1;
    order.push(next);
    edges[next] = edges[next]!.filter((j) => {
      waiting[j]!--;
      return !done[j];
    });
  }
  return { order, edges };
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
