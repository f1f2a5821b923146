import { Tooltip, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import {
  BY_NAME,
  type Column,
  cellOf,
  csvOf,
  headOf,
  type Order,
  type ScaledColumn,
  scaled,
  sorted,
  type TableRow,
} from "../../analyse/figures.ts";
import { CopyCsv } from "./CopyCsv.tsx";

interface Props<Row> {
  readonly title: string;
  /** What one row is about, such as “Step”. */
  readonly nameHead: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly TableRow<Row>[];
  /** What money is counted in. */
  readonly currency?: string | undefined;
  /** Follows a click on a row's name; nothing where rows lead nowhere. */
  readonly onPick?: (id: string) => void;
  /** What stands there when there are no rows. */
  readonly empty: string;
}

/** A sortable table of figures with their intervals. */
export function FigureTable<Row>({ title, nameHead, columns, rows, currency, onPick, empty }: Props<Row>) {
  const [order, setOrder] = useState<Order>({ key: undefined, falling: true });
  if (rows.length === 0) return <p className="results-empty">{empty}</p>;

  const shown = scaled(columns, rows, currency);
  const room = new Map(shown.map((column) => [column.key, widestHalf(column, rows)]));
  const sortBy = (key: string) =>
    setOrder((now) => ({ key, falling: now.key === key ? !now.falling : key !== BY_NAME }));

  return (
    <div className="figure-table">
      <div className="figure-table-head">
        <h2>{title}</h2>
        <span className="results-dim">mean ± half of the 95 % interval</span>
        <CopyCsv text={csvOf(nameHead, shown, sorted(rows, columns, order))} of={title} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="figure-table-scroll" tabIndex={0} aria-label={`${title}, as a table`}>
        <table>
          <thead>
            <tr>
              <Head words={nameHead} meaning="" sortKey={BY_NAME} order={order} onSort={sortBy} />
              {shown.map((column) => (
                <Head
                  key={column.key}
                  words={headOf(column)}
                  meaning={column.meaning}
                  sortKey={column.key}
                  order={order}
                  onSort={sortBy}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted(rows, columns, order).map(({ id, name, detail, row }) => (
              <tr key={id}>
                <th scope="row">
                  <span className="row-name">
                    {onPick ? (
                      <UnstyledButton className="figure-table-name" onClick={() => onPick(id)}>
                        {name}
                      </UnstyledButton>
                    ) : (
                      name
                    )}
                    {detail !== undefined && <span className="results-dim"> {detail}</span>}
                  </span>
                </th>
                {shown.map((column) => (
                  <Cell key={column.key} {...cellOf(column, row)} room={room.get(column.key) ?? 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface CellProps {
  readonly mean: string;
  readonly half?: string;
  /** How many characters the widest interval of the column takes, so that the means stand below each other. */
  readonly room: number;
}

function Cell({ mean, half, room }: CellProps) {
  return (
    <td>
      {mean}
      {room > 0 && (
        <span className="half-width" style={{ minWidth: `${room + 2.5}ch` }}>
          {half === undefined ? "" : ` ± ${half}`}
        </span>
      )}
    </td>
  );
}

function widestHalf<Row>(column: ScaledColumn<Row>, rows: readonly TableRow<Row>[]): number {
  return Math.max(0, ...rows.map(({ row }) => cellOf(column, row).half?.length ?? 0));
}

interface HeadProps {
  readonly words: string;
  readonly meaning: string;
  readonly sortKey: string;
  readonly order: Order;
  readonly onSort: (key: string) => void;
}

function Head({ words, meaning, sortKey, order, onSort }: HeadProps) {
  const active = order.key === sortKey;
  const Icon = active ? (order.falling ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  const button = (
    <UnstyledButton onClick={() => onSort(sortKey)} data-active={active || undefined}>
      {words}
      <Icon size={12} className="sort-mark" aria-hidden />
    </UnstyledButton>
  );
  return (
    <th scope="col" aria-sort={active ? (order.falling ? "descending" : "ascending") : "none"}>
      {meaning === "" ? button : <Tooltip label={meaning}>{button}</Tooltip>}
    </th>
  );
}
