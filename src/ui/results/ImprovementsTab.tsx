import { Button, UnstyledButton } from "@mantine/core";
import { IconFlask } from "@tabler/icons-react";
import { improvementWords } from "../../analyse/improvement-words.ts";
import type { Improvement, Stat } from "../../analyse/results.ts";
import { type Measure, withMargin } from "../../analyse/words.ts";
import { findOut } from "../../app/run.ts";
import { addScenario } from "../../app/scenarios.ts";
import { useApp } from "../../app/store.ts";
import { Going } from "./Going.tsx";
import { showNodes } from "./show.ts";
import type { FinishedRun } from "./states.ts";

/** What would help, tried out: each change with its effect, and a scenario of it at a click. */
export function ImprovementsTab({ run }: { readonly run: FinishedRun }) {
  const { results, of: process, more } = run;
  const { improvements } = results;
  const trying = more?.asked.improve === true;
  return (
    <>
      {(trying || improvements === undefined) && (
        <div className="results-ask">
          {trying ? (
            <Going more={more} words="Trying out what would help" />
          ) : (
            <>
              <p>
                One more person, training, automation, longer hours, a dropped hand-off: each is run on the same luck,
                and what it brings is measured.
              </p>
              <Button size="xs" leftSection={<IconFlask size={14} />} onClick={() => void findOut({ improve: true })}>
                Try out what would help
              </Button>
            </>
          )}
        </div>
      )}
      {improvements?.length === 0 && (
        <p className="results-empty">There is nothing to try: nobody waits, and no work is done by people.</p>
      )}
      {improvements !== undefined && improvements.length > 0 && (
        <ol className="bottlenecks" aria-label="What would help, the most helpful first">
          {improvements.map((improvement) => (
            <li key={improvement.rank} className="improvement">
              <UnstyledButton
                className="bottleneck improvement-text"
                onClick={() => showNodes(improvement.nodes ?? [])}
              >
                <span className="bottleneck-rank">{improvement.rank}</span>
                <span className="bottleneck-text">
                  <span className="bottleneck-name">
                    {improvement.title}
                    {improvement.shown && <span className="bottleneck-proven">shown to help</span>}
                  </span>
                  <span className="bottleneck-why">
                    {gain(improvement, results, process.currency)} {figures(improvement, process.currency)}
                  </span>
                </span>
              </UnstyledButton>
              <AsScenario improvement={improvement} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** What it brings, without its title again. */
function gain(improvement: Improvement, results: FinishedRun["results"], currency: string | undefined): string {
  const words = improvementWords(improvement, results, currency).slice(improvement.title.length + 2);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The measured changes with their intervals, whatever is shown by them. */
function figures({ cycleTime, throughputPerHour, costPerHour }: Improvement, currency: string | undefined): string {
  const change = (stat: Stat, measure: Measure) => `${stat.mean > 0 ? "+" : ""}${withMargin(stat, measure, currency)}`;
  const cost = costPerHour === undefined ? "" : `, cost per hour ${change(costPerHour, "money")}`;
  return `Time to the end ${change(cycleTime, "time")}, finished per hour ${change(throughputPerHour, "number")}${cost}.`;
}

function AsScenario({ improvement: { title, changes } }: { readonly improvement: Improvement }) {
  const readOnly = useApp((state) => state.readOnly);
  if (changes === undefined || readOnly) return null;
  return (
    <Button
      size="compact-xs"
      variant="light"
      aria-label={`Make a scenario: ${title}`}
      onClick={() => {
        addScenario(title, changes);
        useApp.setState({ resultsTab: "scenarios", resultsOpen: true });
      }}
    >
      Make a scenario
    </Button>
  );
}
