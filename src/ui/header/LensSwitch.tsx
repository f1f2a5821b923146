import { SegmentedControl, Tooltip, VisuallyHidden } from "@mantine/core";
import {
  IconBuilding,
  IconBulb,
  IconDatabase,
  IconFileText,
  IconFlame,
  type IconProps,
  IconSitemap,
} from "@tabler/icons-react";
import { type ComponentType, memo } from "react";
import { look } from "../../app/lens.ts";
import { useApp } from "../../app/store.ts";
import { LENSES } from "../../model/lens/lenses.ts";
import type { LensId } from "../../model/lens/view.ts";
import styles from "./header.module.css";

const ICONS: Readonly<Record<LensId, ComponentType<IconProps>>> = {
  process: IconSitemap,
  data: IconFileText,
  systems: IconDatabase,
  departments: IconBuilding,
  bottlenecks: IconFlame,
  improvements: IconBulb,
};

/** What the drawing is looked at through: one sign for each lens, and the name of the one in use. */
export function LensSwitch() {
  const lens = useApp((state) => state.lens);
  return (
    <SegmentedControl<LensId>
      aria-label="Lens"
      size="xs"
      value={lens}
      onChange={look}
      data={LENSES.map(({ id, name, about }) => ({
        value: id,
        label: <Sign id={id} {...{ name, about }} on={id === lens} />,
      }))}
    />
  );
}

/** Tips are dear, and most signs stay as they are when another lens is taken up. */
const Sign = memo(function Sign({ id, name, about, on }: { id: LensId; name: string; about: string; on: boolean }) {
  const Icon = ICONS[id];
  return (
    <Tooltip label={`${name}: ${about}`} multiline maw={260}>
      <span className={styles.lens}>
        <Icon size={17} stroke={1.7} aria-hidden />
        {on ? <span>{name}</span> : <VisuallyHidden>{name}</VisuallyHidden>}
      </span>
    </Tooltip>
  );
});
