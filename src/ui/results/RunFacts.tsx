import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { Stat } from "../../analyse/results.ts";
import { auditWords, FATES, runWords, withMargin } from "../../analyse/words.ts";
import { duration, fixed } from "../../model/format.ts";
import { Fact, Facts } from "./Facts.tsx";
import type { FinishedRun } from "./states.ts";

/** Everything about the run as a whole. */
export function RunFacts({ run }: { readonly run: FinishedRun }) {
  const { results, of: process, milliseconds } = run;
  const { cycleTime, throughputPerHour, records, replications, seed, simulatedMinutes, targets } = results;
  const words = runWords(results, process.currency);
  const fates = (Object.keys(FATES) as (keyof typeof FATES)[]).filter(
    (fate) => fate === "arrived" || fate === "completed" || records[fate].mean !== 0,
  );
  const aims = process.targets.flatMap((target) => {
    const reached = targets[target.id];
    return reached === undefined ? [] : [{ target, reached }];
  });
  return (
    <div className="run-facts">
      <Facts title="From arrival to end">
        <Fact name="Mean">{withMargin(cycleTime, "time")}</Fact>
        <Percentile name="Half within" of={cycleTime} which="p50" />
        <Percentile name="9 of 10 within" of={cycleTime} which="p90" />
        <Percentile name="99 of 100 within" of={cycleTime} which="p99" />
        <Percentile name="Longest" of={cycleTime} which="max" />
      </Facts>
      <Facts title="Records in each replication">
        {fates.map((fate) => (
          <Fact key={fate} name={FATES[fate]}>
            {withMargin(records[fate], "number")}
          </Fact>
        ))}
        <Fact name="Finished per hour">{withMargin(throughputPerHour, "number")}</Fact>
      </Facts>
      {aims.length > 0 && (
        <Facts title="Targets">
          {aims.map(({ target, reached }) => (
            <Fact key={target.id} name={target.name}>{`${withMargin(reached.within, "share")} in time`}</Fact>
          ))}
        </Facts>
      )}
      <Facts title="Run">
        <Fact name="Replications">{fixed(replications, 0)}</Fact>
        <Fact name="Seed">{String(seed)}</Fact>
        <Fact name="Simulated time each">{duration(simulatedMinutes)}</Fact>
        <Fact name="Took">
          {milliseconds < 1000 ? `${fixed(milliseconds, 0)} ms` : `${fixed(milliseconds / 1000, 1)} s`}
        </Fact>
      </Facts>
      {words.length > 0 && (
        <section>
          <h2>About this run</h2>
          <ul className="run-audit">
            {words.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Audit</h2>
        <ul className="run-audit">
          {auditWords(results).map(({ fine, words }) => (
            <li key={words}>
              {fine ? <IconCheck size={14} aria-label="Fine" /> : <IconAlertTriangle size={14} aria-label="Not fine" />}
              {words}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

interface PercentileProps {
  readonly name: string;
  readonly of: Stat;
  readonly which: "p50" | "p90" | "p99" | "max";
}

function Percentile({ name, of, which }: PercentileProps) {
  const minutes = of[which];
  return minutes === undefined || Number.isNaN(of.mean) ? null : <Fact name={name}>{duration(minutes)}</Fact>;
}
