import type { PlainTable } from "../../analyse/charts/chart-table.ts";

/** A table of texts; its first column names the rows. */
export function TextTable({ title, table }: { readonly title: string; readonly table: PlainTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="figure-table-scroll figure-table" tabIndex={0} aria-label={`${title}, as a table`}>
      <table>
        <thead>
          <tr>
            {table.heads.map((head, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: heads have no identity but their place
              <th key={i} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells], i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={i}>
              <th scope="row">
                <span className="row-name">{name}</span>
              </th>
              {cells.map((cell, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
