import type { Board, Cell, Move } from "./board.ts";

/** Moves of a node by itself: in line with what it is tied to, beside that, or to cells next to its own. */
export function singleMoves(board: Board, node: number): readonly (readonly Move[])[] {
  const { cells, links, lane } = board;
  const { column, row } = cells[node]!;
  const wanted = new Map<string, Cell>();
  const want = (c: number, r: number) => {
    const cell = { column: c, row: r };
    if ((c !== column || r !== row) && board.allows(node, cell)) wanted.set(`${c} ${r}`, cell);
  };
  const around = [
    ...links.in[node]!.map((flow) => [links.from[flow]!, 1] as const),
    ...links.out[node]!.map((flow) => [links.to[flow]!, -1] as const),
  ].filter(([other]) => other !== node);
  for (const [other, side] of around) {
    const theirs = cells[other]!;
    const theirRow = lane[other] === lane[node] ? theirs.row : row;
    want(column, theirRow);
    want(theirs.column + side, theirRow);
    want(theirs.column, row);
    want(theirs.column, theirRow + 1);
    want(theirs.column, theirRow - 1);
    want(theirs.column + side, theirRow + 1);
    want(theirs.column + side, theirRow - 1);
  }
  for (const by of [1, -1, 2, -2]) {
    want(column, row + by);
    want(column + by, row);
  }
  return [...wanted.values()].flatMap((cell): (readonly Move[])[] => {
    const other = board.at(cell);
    if (other < 0) return [[[node, cell]]];
    return lane[other] === lane[node]
      ? [
          [
            [node, cell],
            [other, cells[node]!],
          ],
        ]
      : [];
  });
}

/** Moves of everything that hangs together with a node on its row, to rows beside it. */
export function runMoves(board: Board, node: number): readonly (readonly Move[])[] {
  const { cells, links } = board;
  const { row } = cells[node]!;
  const onRow = (other: number) => cells[other]!.row === row;
  const grow = (onward: boolean, backward: boolean): readonly number[] => {
    const run = [node];
    for (let i = 0; i < run.length; i++) {
      const next = [
        ...(onward || (i > 0 && backward && onward) ? links.out[run[i]!]!.map((flow) => links.to[flow]!) : []),
        ...(backward ? links.in[run[i]!]!.map((flow) => links.from[flow]!) : []),
      ];
      for (const other of next) {
        const ahead = cells[other]!.column > cells[run[i]!]!.column;
        if (onRow(other) && !run.includes(other) && (ahead ? onward : backward)) run.push(other);
      }
    }
    return run;
  };
  const runs = [grow(true, false), grow(false, true), grow(true, true)].filter(
    (run, i, all) => run.length > 1 && all.findIndex((other) => other.length === run.length) === i,
  );
  return runs.flatMap((run) =>
    [1, -1, 2, -2].flatMap((by): (readonly Move[])[] => {
      const moves = run.map((each): Move => [each, { column: cells[each]!.column, row: row + by }]);
      const members = new Set(run);
      const displaced = moves.flatMap(([, cell]) => {
        const other = board.at(cell);
        return other >= 0 && !members.has(other) ? [other] : [];
      });
      if (!moves.every(([each, cell]) => board.allows(each, cell))) return [];
      return [[...moves, ...displaced.map((each): Move => [each, { column: cells[each]!.column, row }])]];
    }),
  );
}

/**
 * Moves of a column and all to its right by one column, to the right to make room or to the left to close a gap; all of
 * it, or in one lane.
 *
 * @param done - What has been tried already in this round.
 */
export function shifts(board: Board, node: number, done: Set<string>): readonly (readonly Move[])[] {
  const { cells, lane } = board;
  const { column } = cells[node]!;
  const groups: (readonly number[])[] = [];
  for (const only of [undefined, lane[node]]) {
    const key = `${column} ${only}`;
    if (done.has(key)) continue;
    done.add(key);
    groups.push(
      [...cells.keys()].filter((each) => cells[each]!.column >= column && (only === undefined || lane[each] === only)),
    );
  }
  return groups.flatMap((group) =>
    [1, -1].flatMap((by): (readonly Move[])[] => {
      const members = new Set(group);
      const moves = group.map((each): Move => [each, { column: cells[each]!.column + by, row: cells[each]!.row }]);
      const free = moves.every(([each, cell]) => {
        if (!board.allows(each, cell)) return false;
        const other = board.at(cell);
        return other < 0 || members.has(other);
      });
      return free ? [moves] : [];
    }),
  );
}
