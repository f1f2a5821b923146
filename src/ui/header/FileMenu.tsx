import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { able } from "../../app/command.ts";
import { type CommandId, commandOf } from "../../app/commands.ts";
import { EXAMPLES, openExample } from "../../app/examples.ts";
import { openKept } from "../../app/files.ts";
import { type Recent, recentDocuments } from "../../app/storage.ts";
import { useApp } from "../../app/store.ts";
import { Keys } from "../CommandLabel.tsx";

/** How many documents the menu remembers. */
const RECENT = 8;

/** New, open, save, export, examples, and what was worked on lately. */
export function FileMenu() {
  const [recent, setRecent] = useState<readonly Recent[]>([]);
  return (
    <Menu position="bottom-start" width={240} onOpen={() => void recentDocuments(RECENT).then(setRecent)}>
      <Menu.Target>
        <Button
          data-tour="file"
          variant="subtle"
          color="gray"
          size="xs"
          h={32}
          px={10}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          File
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Item id="gallery" />
        <Item id="new" />
        <Item id="open" />
        <Item id="save" />
        <Item id="versions" />
        <Menu.Divider />
        <Item id="export" />
        <Item id="copy-picture" />
        <Item id="copy-link" />
        <Menu.Divider />
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>Examples</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {EXAMPLES.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => void openExample(id)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item disabled={recent.length === 0}>Recent</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown maw={320}>
            {recent.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => void openKept(id)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      </Menu.Dropdown>
    </Menu>
  );
}

function Item({ id }: { id: CommandId }) {
  const command = commandOf(id);
  const ready = useApp((state) => able(command, state));
  return (
    <Menu.Item
      disabled={!ready}
      rightSection={command.shortcut && <Keys shortcut={command.shortcut} />}
      onClick={() => command.do()}
    >
      {command.name}
    </Menu.Item>
  );
}
