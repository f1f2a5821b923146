import { Button, CloseButton, TextInput } from "@mantine/core";
import { IconFlask, IconX } from "@tabler/icons-react";
import { dropChange, leaveScenario, renameScenario, useScenario } from "../../app/scenarios.ts";
import { useApp } from "../../app/store.ts";
import { scenarioView } from "../../model/scenario.ts";
import { changeWords } from "../../model/scenario-words.ts";
import "./scenarios.css";

/** Shows that edits go into a scenario, and which changes there are in it. */
export function ScenarioBar() {
  const scenario = useScenario();
  const process = useApp(({ document }) => document.present);
  if (!scenario) return null;
  const view = scenarioView(process, scenario);
  return (
    <section className="scenario-bar" aria-label="Working on a scenario">
      <IconFlask size={15} aria-hidden />
      <span>Working on</span>
      <TextInput
        key={scenario.id}
        size="xs"
        w={220}
        aria-label="Name of the scenario"
        defaultValue={scenario.name}
        onBlur={({ currentTarget }) => renameScenario(scenario.id, currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Escape") currentTarget.value = scenario.name;
          if (key === "Enter" || key === "Escape") currentTarget.blur();
        }}
      />
      <ul>
        {scenario.changes.map((change, i) => {
          const { about, what } = changeWords(process, view, change);
          return (
            <li key={change.set}>
              <span>
                <b>{about}</b> {what}
              </span>
              <CloseButton
                size="xs"
                icon={<IconX size={12} />}
                aria-label={`Take back: ${about} ${what}`}
                onClick={() => dropChange(scenario.id, i)}
              />
            </li>
          );
        })}
        {scenario.changes.length === 0 && <li className="results-dim">What you edit now goes into the scenario.</li>}
      </ul>
      <Button size="compact-sm" variant="default" onClick={leaveScenario}>
        Back to the process
      </Button>
    </section>
  );
}
