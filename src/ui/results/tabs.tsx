import type { ReactNode } from "react";
import { causesChart } from "../../analyse/charts/causes.ts";
import { courseCharts } from "../../analyse/charts/courses.ts";
import { cycleTimeChart } from "../../analyse/charts/cycle-time.ts";
import { moneyCharts } from "../../analyse/charts/money.ts";
import { STEP_COLUMNS, stepRows, TEAM_COLUMNS, teamRows } from "../../analyse/columns.ts";
import { SYSTEM_COLUMNS, systemRows } from "../../analyse/system-columns.ts";
import { TARGET_COLUMNS, targetRows } from "../../analyse/target-columns.ts";
import { ScenariosTab } from "../scenarios/ScenariosTab.tsx";
import { Bottlenecks } from "./Bottlenecks.tsx";
import { ChartFigure } from "./ChartFigure.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { FunnelTab } from "./FunnelTab.tsx";
import { ImprovementsTab } from "./ImprovementsTab.tsx";
import { MoneyFacts } from "./MoneyFacts.tsx";
import { RunFacts } from "./RunFacts.tsx";
import { SplitTab } from "./SplitTab.tsx";
import { showNodes } from "./show.ts";
import type { FinishedRun } from "./states.ts";

/** What a tab of the results is given. */
export interface TabProps {
  readonly run: FinishedRun;
}

interface Tab {
  readonly id: string;
  readonly name: string;
  readonly View: (props: TabProps) => ReactNode;
}

/** Every tab of the results, in their order. Adding one is one line. */
export const TABS: readonly Tab[] = [
  { id: "bottlenecks", name: "Bottlenecks", View: ({ run }) => <Bottlenecks results={run.results} process={run.of} /> },
  { id: "improvements", name: "Improvements", View: ImprovementsTab },
  { id: "scenarios", name: "Scenarios", View: ScenariosTab },
  { id: "steps", name: "Steps", View: StepsTab },
  { id: "teams", name: "Teams", View: TeamsTab },
  { id: "funnel", name: "Funnel", View: FunnelTab },
  { id: "times", name: "Times", View: TimesTab },
  { id: "course", name: "Over time", View: CourseTab },
  { id: "money", name: "Money", View: MoneyTab },
  { id: "split", name: "Split", View: SplitTab },
  { id: "facts", name: "Run", View: RunFacts },
];

function StepsTab({ run: { results, of: process } }: TabProps) {
  const causes = causesChart(process, results);
  return (
    <>
      <FigureTable
        title="Steps"
        nameHead="Step"
        currency={process.currency}
        columns={STEP_COLUMNS}
        rows={stepRows(process, results)}
        onPick={(id) => showNodes([id])}
        empty="The process has no steps."
      />
      {causes && <ChartFigure chart={causes} />}
    </>
  );
}

function TeamsTab({ run: { results, of: process } }: TabProps) {
  const systems = systemRows(process, results);
  const stepsThat = (match: (step: Extract<(typeof process.nodes)[number], { kind: "step" }>) => boolean) =>
    process.nodes.flatMap((node) => (node.kind === "step" && match(node) ? [node.id] : []));
  return (
    <>
      <FigureTable
        title="Teams"
        nameHead="Team"
        currency={process.currency}
        columns={TEAM_COLUMNS}
        rows={teamRows(process, results)}
        onPick={(team) => showNodes(stepsThat((step) => step.team === team))}
        empty="The process has no teams: every step has its own places, or no limit."
      />
      {systems.length > 0 && (
        <FigureTable
          title="Systems"
          nameHead="System"
          columns={SYSTEM_COLUMNS}
          rows={systems}
          onPick={(system) => showNodes(stepsThat((step) => step.systems?.includes(system) === true))}
          empty=""
        />
      )}
    </>
  );
}

function TimesTab({ run: { results, of: process } }: TabProps) {
  const chart = cycleTimeChart(process, results);
  return (
    <>
      {chart ? (
        <ChartFigure chart={chart} />
      ) : (
        <p className="results-empty">No record reached an end, so there is no time to show.</p>
      )}
      <FigureTable
        title="Targets"
        nameHead="Target"
        columns={TARGET_COLUMNS}
        rows={targetRows(process, results)}
        empty="The process has no targets. Set one, such as “speed to lead”, to see how often it is met."
      />
    </>
  );
}

function CourseTab({ run: { results, of: process } }: TabProps) {
  const charts = courseCharts(process, results);
  if (charts.length === 0) return <p className="results-empty">The run was too short to show how it went over time.</p>;
  return (
    <div className="charts">
      {charts.map((chart) => (
        <ChartFigure key={chart.id} chart={chart} />
      ))}
    </div>
  );
}

function MoneyTab({ run: { results, of: process } }: TabProps) {
  const charts = moneyCharts(process, results);
  if (charts.length === 0)
    return (
      <p className="results-empty">
        Nothing has a price yet. Give teams a cost per hour, steps a cost, and ends a value, and run again.
      </p>
    );
  return (
    <>
      <MoneyFacts results={results} process={process} />
      <div className="charts">
        {charts.map((chart) => (
          <ChartFigure key={chart.id} chart={chart} />
        ))}
      </div>
    </>
  );
}
