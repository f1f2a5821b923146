import type { Results, Stat } from "../../analyse/results.ts";
import { withMargin } from "../../analyse/words.ts";
import type { Process } from "../../model/process.ts";
import { Fact, Facts } from "./Facts.tsx";

interface Props {
  readonly results: Results;
  /** The process that was run. */
  readonly process: Process;
}

/** What a record costs, and what the records bring. */
export function MoneyFacts({ results, process }: Props) {
  const { costPerRecord, valuePerWeek, teams, replications, warmUp } = results;
  // On whatever came before it, too, so that it is more than the records that are counted cost.
  const when = warmUp.minutes > 0 ? " after the warm-up" : "";
  const money = (stat: Stat) => withMargin(stat, "money", process.currency);
  const one = (sum: number | undefined) =>
    sum === undefined ? "–" : withMargin({ mean: sum, ci95: [sum, sum] }, "money", process.currency);
  const wages = process.teams.flatMap(({ id, name }) => {
    const cost = teams[id]?.cost;
    return cost === undefined || cost.mean === 0 ? [] : [{ id, name, cost }];
  });
  return (
    <div className="run-facts">
      {costPerRecord && (
        <Facts title="Cost of a record">
          <Fact name="Mean">{money(costPerRecord)}</Fact>
          <Fact name="Half cost less than">{one(costPerRecord.p50)}</Fact>
          <Fact name="9 of 10 cost less than">{one(costPerRecord.p90)}</Fact>
        </Facts>
      )}
      {valuePerWeek && (
        <Facts title="Value">
          <Fact name="A week">{money(valuePerWeek)}</Fact>
        </Facts>
      )}
      {wages.length > 0 && (
        <Facts title={`Work of teams${when}${replications === 1 ? "" : ", in each replication"}`}>
          {wages.map(({ id, name, cost }) => (
            <Fact key={id} name={name}>
              {money(cost)}
            </Fact>
          ))}
        </Facts>
      )}
    </div>
  );
}
