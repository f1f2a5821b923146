import { IconAlertTriangle, IconArrowDownRight, IconArrowUpRight, IconEqual } from "@tabler/icons-react";
import type { Comparison, Verdict } from "../../analyse/comparison.ts";
import { comparedRows, comparisonCsv } from "../../analyse/comparison-table.ts";
import { CopyCsv } from "../results/CopyCsv.tsx";

interface Props {
  readonly comparison: Comparison;
  readonly currency: string | undefined;
  /** Whether the process or a scenario has changed since. */
  readonly stale: boolean;
}

const ICONS: Readonly<Record<Verdict, typeof IconEqual>> = {
  better: IconArrowUpRight,
  worse: IconArrowDownRight,
  "no difference shown": IconEqual,
};

/** The process and its scenarios side by side, with a plain verdict for each measure. */
export function ComparisonTable({ comparison, currency, stale }: Props) {
  const { measures, scenarios, replications, seed, stopped = [] } = comparison;
  const columns = scenarios.map((scenario) => comparedRows(comparison, scenario, currency));
  return (
    <div className="figure-table comparison">
      <div className="figure-table-head">
        <h2>Comparison</h2>
        <span className="results-dim">
          {replications} replications of each, seed {seed}, all on the same luck; ± is half of the 95 % interval of the
          change.
        </span>
        {stale && <span className="results-stale">Changed since: compare again.</span>}
        <CopyCsv text={comparisonCsv(comparison)} of="Comparison" />
      </div>
      {stopped.map((words) => (
        <p key={words} className="results-stopped" role="status">
          <IconAlertTriangle size={14} aria-hidden /> {words}
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="figure-table-scroll" tabIndex={0} aria-label="Comparison, as a table">
        <table>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">As it is</th>
              {scenarios.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measures.map(({ id, title }, i) => (
              <tr key={id}>
                <th scope="row">
                  <span className="row-name">{title}</span>
                </th>
                <td>{columns[0]?.[i]?.base}</td>
                {columns.map((rows, n) => {
                  const row = rows[i];
                  if (!row) return <td key={scenarios[n]!.id}>–</td>;
                  const Icon = ICONS[row.verdict];
                  return (
                    <td key={scenarios[n]!.id}>
                      {row.value} <span className="results-dim">({row.change})</span>{" "}
                      <span className="verdict" data-verdict={row.verdict}>
                        <Icon size={13} aria-hidden /> {row.verdict}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
