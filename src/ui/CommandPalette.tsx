import type { SpotlightActionGroupData } from "@mantine/spotlight";
import { able, GROUPS } from "../app/command.ts";
import { COMMANDS } from "../app/commands.ts";
import { EXAMPLES, openExample } from "../app/examples.ts";
import { jumpTo } from "../app/selection.ts";
import { presentProcess, useApp } from "../app/store.ts";
import { KIND_WORDS, titleOf } from "../model/words.ts";
import { Keys } from "./CommandLabel.tsx";
import { SearchList } from "./SearchList.tsx";

/** Finds any command, node or example by its name. Shown while the app's dialog is “commands”. */
export function CommandPalette() {
  const question = "Find a command, a step or an example";
  // Commands that cannot be done now are not listed: to line up, for one, two nodes must be selected.
  const nothing = "Nothing of that name that could be done now. Some commands need something selected.";
  return <SearchList of="commands" {...{ question, nothing }} shade={0.35} actions={actions()} />;
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
