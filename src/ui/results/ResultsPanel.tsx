import { Button, Progress, Tabs } from "@mantine/core";
import { IconAlertCircle, IconPlayerPlay, IconRefresh } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import {
  END_COLUMNS,
  endRows,
  FLOW_COLUMNS,
  flowRows,
  STEP_COLUMNS,
  stepRows,
  TEAM_COLUMNS,
  teamRows,
} from "../../analyse/columns.ts";
import { FUNNEL_COLUMNS, funnelRows } from "../../analyse/group-columns.ts";
import { SYSTEM_COLUMNS, systemRows } from "../../analyse/system-columns.ts";
import { cancelRun, startRun, useStale } from "../../app/run.ts";
import { jumpToFlow } from "../../app/selection.ts";
import { type Run, useApp } from "../../app/store.ts";
import { percent } from "../../model/format.ts";
import { ProblemRows } from "../problems/ProblemRows.tsx";
import { Bottlenecks } from "./Bottlenecks.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { RunFacts } from "./RunFacts.tsx";
import { showNodes } from "./show.ts";
import "./results.css";

type RunOf<K extends Run["kind"]> = Extract<Run, { readonly kind: K }>;

const STATES: { readonly [K in Run["kind"]]: (props: { readonly run: RunOf<K> }) => ReactNode } = {
  none: NotRun,
  running: Running,
  failed: Failed,
  finished: Finished,
};

/** What the last run found: bottlenecks, tables and facts; or why there is nothing yet. */
export function ResultsPanel() {
  const run = useApp((state) => state.run);
  const State = STATES[run.kind] as (props: { readonly run: Run }) => ReactNode;
  return (
    <div className="results">
      <State run={run} />
    </div>
  );
}

function NotRun() {
  return (
    <div className="results-state">
      <p>
        <strong>Nothing has been run yet.</strong>
      </p>
      <p>
        Run sends thousands of records through the process as drawn and shows which step or team holds them up, how long
        they wait and where they end.
      </p>
      <Button size="xs" leftSection={<IconPlayerPlay size={14} />} onClick={startRun}>
        Run
      </Button>
    </div>
  );
}

function Running({ run: { done } }: { readonly run: RunOf<"running"> }) {
  return (
    <div className="results-state">
      <p aria-live="polite">
        <strong>Running …</strong> {percent(Math.floor(done * 20) / 20)}
      </p>
      <Progress className="results-progress" size="sm" value={done * 100} aria-label="Progress of the run" />
      <p className="results-dim">
        You can go on editing: the results will be of the process as it was when the run began.
      </p>
      <Button size="xs" variant="default" onClick={cancelRun}>
        Cancel
      </Button>
    </div>
  );
}

function Failed({ run: { problems } }: { readonly run: RunOf<"failed"> }) {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <div className="results-failed">
      <p>
        <IconAlertCircle size={16} aria-hidden className="tone-error" />
        <strong>
          {errors === 1
            ? "One problem stops the process from running."
            : `${errors} problems stop the process from running.`}
        </strong>
      </p>
      <ProblemRows problems={problems} />
    </div>
  );
}

function Finished({ run: { results, of: process, milliseconds } }: { readonly run: RunOf<"finished"> }) {
  const [tab, setTab] = useState<string | null>("bottlenecks");
  const systems = systemRows(process, results);
  const stages = funnelRows(process, results);
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false} className="results-tabs">
      <div className="results-bar">
        <Tabs.List>
          <Tabs.Tab value="bottlenecks">Bottlenecks</Tabs.Tab>
          <Tabs.Tab value="steps">Steps</Tabs.Tab>
          <Tabs.Tab value="teams">Teams</Tabs.Tab>
          <Tabs.Tab value="ends">Ends and flows</Tabs.Tab>
          <Tabs.Tab value="facts">Run</Tabs.Tab>
        </Tabs.List>
        <Stale />
      </div>
      <Tabs.Panel value="bottlenecks">
        <Bottlenecks results={results} process={process} />
      </Tabs.Panel>
      <Tabs.Panel value="steps">
        <FigureTable
          title="Steps"
          nameHead="Step"
          currency={process.currency}
          columns={STEP_COLUMNS}
          rows={stepRows(process, results)}
          onPick={(id) => showNodes([id])}
          empty="The process has no steps."
        />
      </Tabs.Panel>
      <Tabs.Panel value="teams">
        <FigureTable
          title="Teams"
          nameHead="Team"
          currency={process.currency}
          columns={TEAM_COLUMNS}
          rows={teamRows(process, results)}
          onPick={(team) =>
            showNodes(process.nodes.flatMap((node) => (node.kind === "step" && node.team === team ? [node.id] : [])))
          }
          empty="The process has no teams: every step has its own places, or no limit."
        />
        {systems.length > 0 && (
          <FigureTable
            title="Systems"
            nameHead="System"
            columns={SYSTEM_COLUMNS}
            rows={systems}
            onPick={(system) =>
              showNodes(
                process.nodes.flatMap((node) =>
                  node.kind === "step" && node.systems?.includes(system) ? [node.id] : [],
                ),
              )
            }
            empty=""
          />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="ends">
        {stages.length > 0 && (
          <FigureTable
            title="Funnel"
            nameHead="Stage"
            columns={FUNNEL_COLUMNS}
            rows={stages}
            onPick={(stage) => showNodes(process.nodes.flatMap((node) => (node.stage === stage ? [node.id] : [])))}
            empty=""
          />
        )}
        <FigureTable
          title="Ends"
          nameHead="End"
          currency={process.currency}
          columns={END_COLUMNS}
          rows={endRows(process, results)}
          onPick={(id) => showNodes([id])}
          empty="The process has no ends."
        />
        <FigureTable
          title="Flows"
          nameHead="From → to"
          columns={FLOW_COLUMNS}
          rows={flowRows(process, results)}
          onPick={jumpToFlow}
          empty="The process has no flows."
        />
      </Tabs.Panel>
      <Tabs.Panel value="facts" tabIndex={0}>
        <RunFacts results={results} process={process} milliseconds={milliseconds} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Stale() {
  if (!useStale()) return null;
  return (
    <span className="results-stale" role="status">
      The process has changed since this run.
      <Button size="compact-xs" variant="light" leftSection={<IconRefresh size={12} />} onClick={startRun}>
        Run again
      </Button>
    </span>
  );
}
