import { useComputedColorScheme } from "@mantine/core";

/** Whether the page is light or dark now, whatever that was decided by. */
export function useColorScheme(): "light" | "dark" {
  return useComputedColorScheme("light", { getInitialValueInEffect: false });
}
