import "@mantine/spotlight/styles.css";
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useEffect } from "react";
import { able, GROUPS } from "../app/command.ts";
import { COMMANDS } from "../app/commands.ts";
import { EXAMPLES, openExample } from "../app/examples.ts";
import { jumpTo } from "../app/selection.ts";
import { presentProcess, useApp } from "../app/store.ts";
import { KIND_WORDS, titleOf } from "../model/words.ts";
import { Keys } from "./CommandLabel.tsx";

const [store, spotlight] = createSpotlight();

/** Finds any command, node or example by its name. Shown while the app's dialog is “commands”. */
export function CommandPalette() {
  useEffect(() => {
    spotlight.open();
    return spotlight.close;
  }, []);
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={actions()}
      nothingFound="Nothing of that name"
      highlightQuery
      scrollable
      maxHeight={440}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.7} aria-hidden />,
        placeholder: "Find a command, a step or an example",
        "aria-label": "Find a command, a step or an example",
      }}
      onSpotlightClose={() =>
        useApp.setState(({ dialog }) => (dialog?.kind === "commands" ? { dialog: undefined } : {}))
      }
    />
  );
}

function actions(): SpotlightActionGroupData[] {
  const state = useApp.getState();
  const groups = GROUPS.map((group) => ({
    group,
    actions: COMMANDS.filter((command) => command.group === group && command.id !== "commands")
      .filter((command) => able(command, state))
      .map(({ id, name, shortcut, do: act }) => ({
        id,
        label: name,
        onClick: act,
        rightSection: shortcut ? <Keys shortcut={shortcut} /> : undefined,
      })),
  }));
  const nodes = presentProcess(state).nodes.map((node) => ({
    id: `node ${node.id}`,
    label: titleOf(node),
    description: KIND_WORDS[node.kind],
    onClick: () => jumpTo(node.id),
  }));
  const examples = EXAMPLES.map(({ id, name }) => ({
    id: `example ${id}`,
    label: `Open the example “${name}”`,
    onClick: () => void openExample(id),
  }));
  return [
    ...groups.filter((each) => each.actions.length > 0),
    { group: "On the drawing", actions: nodes },
    { group: "Examples", actions: examples },
  ];
}
