import { COSTS } from "../route/costs.ts";
import type { Path } from "../route/path.ts";
import { shortFirst, untangle } from "../route/route.ts";
import type { Board, Cell } from "./board.ts";

/** What an arrangement costs besides its flows, in hundredths of a bend like them. */
const AGAINST = 260;
const AGAINST_COLUMN = 40;
const STACKED = 12;
const ROW = 30;
/** A node whose flows cost no more than this together is fine where it is. */
const SNUG = 6;

/** How often in one round a node may move. */
const REPEATS = 4;
/** What it takes to try a move and to take up and lay a flow, beside finding ways, in states of the finder. */
const ATTEMPT = 4;
const LAYING = 4;

/** A node and the cell it might go to. */
type Move = readonly [node: number, cell: Cell];

/** Lays every flow of a board that is not laid yet. */
export function layAll(board: Board): void {
  const { wires, finder, links, homes } = board;
  const flows = shortFirst(board.sites, links).filter((flow) => wires.paths[flow] === undefined);
  for (const flow of flows) {
    const path = finder.find(links.from[flow]!, links.to[flow]!, homes[flow]!);
    if (path) wires.lay(flow, path);
  }
  untangle(flows, links, homes, wires, finder, 2);
}

/**
 * Looks for a better arrangement, move by move, worst flows first, until nothing helps or the work is used up. A move
 * puts a node, a run of nodes or everything to the right elsewhere; it stays if the drawing is the better for it.
 *
 * @param back - By flow, whether it leads back.
 * @param work - How many states of the finder may be looked at.
 * @param onProgress - Told how much work was done so far, node by node.
 * @returns How much work was done.
 */
export function improve(board: Board, back: Uint8Array, work: number, onProgress: (used: number) => void): number {
  const begin = board.finder.work;
  const end = begin + work;
  for (let better = true; better; ) {
    better = false;
    const shifted = new Set<string>();
    for (const node of worstFirst(board, back)) {
      onProgress(Math.min(work, board.finder.work - begin));
      // What can be moved where changes with every move that stays.
      for (let moved = true, times = 0; moved && times < REPEATS; times++) {
        moved = false;
        for (const moves of [...movesOf(board, node), ...shifts(board, node, shifted)]) {
          if (board.finder.work > end) return board.finder.work - begin;
          moved = attempt(board, back, moves);
          if (moved) break;
        }
        better ||= moved;
      }
    }
  }
  return board.finder.work - begin;
}

function direction({ cells, links, lane }: Board, back: Uint8Array, flow: number): number {
  if (back[flow]) return 0;
  const [from, to] = [links.from[flow]!, links.to[flow]!];
  const by = cells[to]!.column - cells[from]!.column;
  if (by < 0) return AGAINST - by * AGAINST_COLUMN;
  return by === 0 && lane[from] === lane[to] ? STACKED : 0;
}

/** The nodes whose flows cost more than a straight line would, dearest first. */
function worstFirst(board: Board, back: Uint8Array): readonly number[] {
  const { wires, links } = board;
  const worth = new Float64Array(board.cells.length);
  for (let flow = 0; flow < links.from.length; flow++) {
    const path = wires.paths[flow];
    const cost = path ? path.cost + wires.crossings(path, flow) * COSTS.crossing + direction(board, back, flow) : 2000;
    worth[links.from[flow]!]! += cost;
    worth[links.to[flow]!]! += cost;
  }
  return [...worth.keys()].filter((node) => worth[node]! > SNUG).sort((a, b) => worth[b]! - worth[a]! || a - b);
}

function movesOf(board: Board, node: number): readonly (readonly Move[])[] {
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
  const single = [...wanted.values()].flatMap((cell): (readonly Move[])[] => {
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
  return [...single, ...runMoves(board, node)];
}

/** Moves of everything that hangs together with a node on its row, to rows beside it. */
function runMoves(board: Board, node: number): readonly (readonly Move[])[] {
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
function shifts(board: Board, node: number, done: Set<string>): readonly (readonly Move[])[] {
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

/** Makes moves, and takes them back unless they pay. */
function attempt(board: Board, back: Uint8Array, moves: readonly Move[]): boolean {
  const { wires, finder, links, homes, cells } = board;
  const nodes = moves.map(([node]) => node);
  const flows = new Set<number>();
  for (const [node, cell] of moves) {
    for (const flow of links.in[node]!) flows.add(flow);
    for (const flow of links.out[node]!) flows.add(flow);
    for (const flow of wires.through(board.vertexAt(cell))) flows.add(flow);
  }
  if (flows.size === 0 || !board.keepsStages(moves)) return false;
  finder.work += ATTEMPT + flows.size * LAYING;
  const old = [...flows].map((flow): readonly [number, Path | undefined] => [flow, wires.paths[flow]]);
  let before = board.rowsUsed * ROW;
  for (const [flow, path] of old) {
    before += direction(board, back, flow);
    wires.lift(flow);
    before += path ? wires.costOf(flow, path) : 2000;
  }
  const oldCells = nodes.map((node) => cells[node]!);
  board.clear(nodes);
  for (const [node, cell] of moves) board.put(node, cell);
  let after = board.rowsUsed * ROW;
  for (const flow of flows) after += direction(board, back, flow);
  const moved = new Set(nodes);
  const hopes = new Map<number, number>();
  let hope = 0;
  for (const [flow, path] of old) {
    const own = moved.has(links.from[flow]!) || moved.has(links.to[flow]!);
    const least = own ? leastCost(board, flow) : (path?.cost ?? 0);
    hopes.set(flow, least);
    hope += least;
  }
  const worth = after + hope < before - 0.5;
  const laid: number[] = [];
  for (const flow of worth ? sortedShort(board, flows) : []) {
    if (after >= before - 0.5) break;
    hope -= hopes.get(flow)!;
    const path = finder.find(links.from[flow]!, links.to[flow]!, homes[flow]!, 1, before - after - hope);
    if (path) {
      after += wires.costOf(flow, path);
      wires.lay(flow, path);
      laid.push(flow);
    } else after += 2000;
  }
  if (worth && after < before - 0.5) return true;
  for (const flow of laid) wires.lift(flow);
  board.clear(nodes);
  nodes.forEach((node, i) => {
    board.put(node, oldCells[i]!);
  });
  for (const [flow, path] of old) if (path) wires.lay(flow, path);
  return false;
}

/** What a flow costs at the least, wherever its way leads: the distance, and the bends and sides it takes to get there. */
function leastCost({ sites, cells, links, pitch }: Board, flow: number): number {
  const [from, to] = [links.from[flow]!, links.to[flow]!];
  if (from === to) return 0;
  const [a, b] = [sites[from]!.rect, sites[to]!.rect];
  // Ways are measured from channel to channel.
  const dx = Math.abs(a.x + a.width / 2 - b.x - b.width / 2) - pitch.column;
  const dy = Math.abs(a.y + a.height / 2 - b.y - b.height / 2) - pitch.row;
  const length = (Math.max(0, dx) + Math.max(0, dy)) * COSTS.length;
  if (cells[from]!.row === cells[to]!.row)
    return length + (cells[to]!.column > cells[from]!.column ? 0 : COSTS.out[2] + COSTS.in[0]);
  if (cells[from]!.column === cells[to]!.column) return length + COSTS.out[1] + COSTS.in[1];
  return length + COSTS.bend + COSTS.in[1];
}

function sortedShort({ cells, links }: Board, flows: ReadonlySet<number>): readonly number[] {
  const length = (flow: number) => {
    const [a, b] = [cells[links.from[flow]!]!, cells[links.to[flow]!]!];
    const by = b.column - a.column;
    return (by < 0 ? -2 * by : by) * 2 + Math.abs(a.row - b.row);
  };
  return [...flows].sort((a, b) => length(a) - length(b) || a - b);
}
