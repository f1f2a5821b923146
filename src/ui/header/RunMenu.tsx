import { ActionIcon, Popover, Tooltip } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useApp } from "../../app/store.ts";
import { loadRunSettings } from "../later.ts";

const RunSettingsForm = lazy(async () => ({ default: (await loadRunSettings()).RunSettingsForm }));

/** What a run is to be like: its seed, its length, how often it is repeated. */
export function RunMenu() {
  const [open, setOpen] = useState(false);
  const chosen = useApp((state) => Object.keys(state.runSettings).length > 0);
  const label = chosen ? "Settings of the run (changed)" : "Settings of the run";
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={label} disabled={open}>
          <ActionIcon
            variant={chosen ? "light" : "subtle"}
            color={chosen ? "blue" : "gray"}
            size={32}
            aria-label={label}
            onClick={() => setOpen(!open)}
          >
            <IconAdjustmentsHorizontal size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Settings of the run">
        <Suspense fallback={null}>
          <RunSettingsForm />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
