import { Button } from "@mantine/core";
import { IconFileText, IconPlayerPlay, IconShoe } from "@tabler/icons-react";
import { type CommandId, commandOf } from "../../app/commands.ts";
import { useApp } from "../../app/store.ts";

const TOOLS: readonly { readonly id: CommandId; readonly words: string; readonly icon: typeof IconShoe }[] = [
  { id: "play-back", words: "Play back", icon: IconPlayerPlay },
  { id: "report", words: "Save a report", icon: IconFileText },
  { id: "walk", words: "Walk one record", icon: IconShoe },
];

/** What can be done with a run, or instead of one, right beside the title of the results. */
export function DockTools() {
  return TOOLS.map((tool) => <Tool key={tool.id} {...tool} />);
}

function Tool({ id, words, icon: Icon }: (typeof TOOLS)[number]) {
  const command = commandOf(id);
  const can = useApp((state) => command.when?.(state) ?? true);
  if (!can) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      leftSection={<Icon size={13} aria-hidden />}
      onClick={() => command.do()}
    >
      {words}
    </Button>
  );
}
