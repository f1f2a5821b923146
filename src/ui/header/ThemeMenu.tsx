import { ActionIcon, type MantineColorScheme, Menu, Tooltip, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconMoon, type IconProps, IconSun } from "@tabler/icons-react";
import type { ComponentType } from "react";

const SCHEMES: Readonly<
  Record<MantineColorScheme, { readonly name: string; readonly icon: ComponentType<IconProps> }>
> = {
  light: { name: "Light", icon: IconSun },
  dark: { name: "Dark", icon: IconMoon },
  auto: { name: "Like the system", icon: IconDeviceDesktop },
};

/** Light, dark, or what the system says. */
export function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { icon: Current } = SCHEMES[colorScheme];
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Tooltip label="Light or dark">
          <ActionIcon variant="subtle" color="gray" size={32} aria-label="Light or dark">
            <Current size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(SCHEMES) as MantineColorScheme[]).map((scheme) => {
          const { name, icon: Icon } = SCHEMES[scheme];
          return (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
              rightSection={scheme === colorScheme ? <IconCheck size={14} aria-hidden /> : undefined}
              aria-current={scheme === colorScheme || undefined}
              onClick={() => setColorScheme(scheme)}
            >
              {name}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
