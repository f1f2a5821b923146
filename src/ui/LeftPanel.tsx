import { Tabs, Tooltip } from "@mantine/core";
import { IconCategory, IconListTree, type IconProps } from "@tabler/icons-react";
import { type ComponentType, lazy, Suspense } from "react";
import { commandOf } from "../app/commands.ts";
import { type LeftSide, useApp } from "../app/store.ts";
import { CommandLabel } from "./CommandLabel.tsx";
import { loadOutline } from "./later.ts";
import { Palette } from "./palette/Palette.tsx";
import styles from "./shell.module.css";

const Outline = lazy(async () => ({ default: (await loadOutline()).Outline }));

type Side = LeftSide["shows"];

const SIDES: Readonly<Record<Side, { readonly name: string; readonly icon: ComponentType<IconProps> }>> = {
  palette: { name: "Palette", icon: IconCategory },
  outline: { name: "Outline by department", icon: IconListTree },
};

/** At the left: what can be drawn, or an outline of what is. */
export function LeftPanel() {
  const shows = useApp(({ left }) => left.shows);
  return (
    <aside className={styles.left} data-shows={shows} aria-label="Palette and outline">
      <Tabs
        className={styles.tabs ?? ""}
        keepMounted={false}
        value={shows}
        onChange={(value) => useApp.setState({ left: { shows: value === "outline" ? "outline" : "palette" } })}
      >
        <Tabs.List grow className={styles.tabList ?? ""}>
          {(Object.keys(SIDES) as Side[]).map((side) => (
            <SideTab key={side} side={side} />
          ))}
        </Tabs.List>
        <Tabs.Panel value="palette" className={styles.leftPanel ?? ""}>
          <Palette />
        </Tabs.Panel>
        <Tabs.Panel value="outline" className={styles.leftPanel ?? ""}>
          <Suspense fallback={null}>
            <Outline />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

function SideTab({ side }: { readonly side: Side }) {
  const { name, icon: Icon } = SIDES[side];
  const command = side === "outline" ? { ...commandOf("outline"), name } : undefined;
  return (
    <Tooltip label={command ? <CommandLabel command={command} /> : name} position="right">
      <Tabs.Tab value={side} aria-label={name} px={0}>
        <Icon size={17} stroke={1.7} aria-hidden />
      </Tabs.Tab>
    </Tooltip>
  );
}
