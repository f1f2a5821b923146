import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconCheck, IconPlus, IconScale, IconTrash } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { progressLine } from "../../analyse/time-left.ts";
import { meansTheSame } from "../../app/run.ts";
import {
  adoptScenario,
  compareScenarios,
  editedSinceRun,
  leaveScenario,
  newScenario,
  removeScenario,
  scenarioFromEdits,
  workOn,
} from "../../app/scenarios.ts";
import { useApp } from "../../app/store.ts";
import type { Process, Scenario } from "../../model/process.ts";
import { scenarioView } from "../../model/scenario.ts";
import { changeWords } from "../../model/scenario-words.ts";
import { ProblemRows } from "../problems/ProblemRows.tsx";
import { ComparisonTable } from "./ComparisonTable.tsx";
import "./scenarios.css";

/** What could be different: the scenarios of the process, and how they compare with it. */
export function ScenariosTab() {
  const process = useApp(({ document }) => document.present);
  const edited = useApp(editedSinceRun);
  const comparing = useApp((state) => state.comparing);
  const readOnly = useApp((state) => state.readOnly);
  const { scenarios } = process;
  return (
    <div className="scenarios">
      <div className="results-ask">
        {!readOnly && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={newScenario}>
            New scenario
          </Button>
        )}
        {edited && !readOnly && (
          <Button size="xs" variant="default" onClick={scenarioFromEdits}>
            Make one of my edits since the run
          </Button>
        )}
        {comparing.kind === "running" ? (
          <>
            <span role="status">Comparing …</span>
            <span className="results-dim">{progressLine(comparing.progress, comparing.milliseconds)}</span>
            <Button size="compact-xs" variant="default" onClick={comparing.stop}>
              Stop
            </Button>
          </>
        ) : (
          <Button
            size="xs"
            disabled={scenarios.length === 0}
            leftSection={<IconScale size={14} />}
            onClick={() => void compareScenarios()}
          >
            Compare with the process
          </Button>
        )}
      </div>
      {scenarios.length === 0 && (
        <p className="results-empty">
          A scenario is a set of changes to try out. Begin a new one and edit the process on the canvas: what you change
          goes into the scenario and leaves the process itself as it is.
        </p>
      )}
      {comparing.kind === "failed" && <ProblemRows problems={comparing.problems} />}
      {comparing.kind === "finished" && (
        <ComparisonTable
          comparison={comparing.comparison}
          currency={process.currency}
          stale={!sameScenarios(comparing.of, process)}
        />
      )}
      <ul className="scenario-list" aria-label="Scenarios">
        {scenarios.map((scenario) => (
          <Row key={scenario.id} process={process} scenario={scenario} readOnly={readOnly} />
        ))}
      </ul>
    </div>
  );
}

/** Whether a comparison still is of these scenarios of this process. */
function sameScenarios(of: Process, now: Process): boolean {
  const changes = ({ scenarios }: Process) => JSON.stringify(scenarios.map((scenario) => scenario.changes));
  return meansTheSame(of, now) && changes(of) === changes(now);
}

interface RowProps {
  readonly process: Process;
  readonly scenario: Scenario;
  readonly readOnly: boolean;
}

function Row({ process, scenario, readOnly }: RowProps) {
  const { id, name, changes } = scenario;
  const working = useApp((state) => state.scenario === id);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Where there is a comparison, that is what people come back for.
    const compared = useApp.getState().comparing.kind === "finished";
    if (working && !compared) item.current?.scrollIntoView({ block: "nearest" });
  }, [working]);
  const view = scenarioView(process, scenario);
  const words = changes.map((change) => {
    const { about, what } = changeWords(process, view, change);
    return `${about}: ${what}`;
  });
  return (
    <li ref={item} data-working={working || undefined}>
      <span className="scenario-text">
        <strong>{name}</strong>
        <span className="results-dim">{words.length === 0 ? "Nothing changed yet." : words.join(" · ")}</span>
      </span>
      <Button
        size="compact-xs"
        variant={working ? "filled" : "light"}
        aria-pressed={working}
        aria-label={`${working ? "Stop working on" : "Work on"} ${name}`}
        onClick={() => (working ? leaveScenario() : workOn(id))}
      >
        {working ? "Working on it" : "Work on it"}
      </Button>
      {!readOnly && (
        <>
          <Tooltip label="Make the process so">
            <ActionIcon
              size={26}
              variant="subtle"
              color="gray"
              aria-label={`Make the process as in ${name}`}
              onClick={() => adoptScenario(id)}
            >
              <IconCheck size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Remove">
            <ActionIcon
              size={26}
              variant="subtle"
              color="gray"
              aria-label={`Remove ${name}`}
              onClick={() => removeScenario(id)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </li>
  );
}
